from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import IdsField, MomentField, made_now
from schakel.access.policies import RowPolicy, first_in_sight
from schakel.network.models import Capacity

from .case import (
    ABOUT_WHOM_I_SEE_HERE,
    CONCERNS_ME,
    IN_A_CASE_I_RUN,
    IN_AN_OPEN_CASE_OF_MINE,
    IN_ONE_OF_MY_CASES,
    IN_THE_OPENED_FILE,
    SIGNED,
    OfACase,
)

IN_MY_CAPACITY = "capacity_id = ANY (access.my_capacities_in(case_id))"
REACHES_ME_IN_THE_FILE = f"{IN_THE_OPENED_FILE} AND audience && (SELECT access.my_ears())"
MEANT_FOR_SOMEBODY_HERE = "audience && ARRAY[case_id, capacity_id]"


class Contribution(OfACase):
    """One piece of information from one organisation, never edited. (nl: inbreng)"""

    class Kind(models.TextChoices):
        FACT = "fact", _("fact")
        ESTIMATE = "estimate", _("estimate")
        INTENDED_STEP = "intended_step", _("intended step")

    class Use(models.TextChoices):
        HERE_ONLY = "here_only", _("here only")
        MAY_COPY = "may_copy", _("may be kept in one's own system")
        MAY_DISCUSS = "may_discuss", _("may be discussed with the person")

    words = ("text", "source", "spoken_by")
    holds = Holds.CONTENT
    classified = Classified(
        special="kind life_domain fact_date on_behalf reliability obtained",
        ordinary="about audience use brought_in_at edition",
    )

    capacity = models.ForeignKey(Capacity, models.PROTECT, related_name="+")
    audience = IdsField()
    kind = models.CharField(max_length=14, choices=Kind)
    use = models.CharField(max_length=12, choices=Use, default=Use.HERE_ONLY)
    fact_date = models.CharField(max_length=8)  # partial date
    life_domain = models.CharField(max_length=120, blank=True)
    obtained = models.CharField(max_length=120, blank=True)  # how it is known; a word from the list of the house
    reliability = models.CharField(max_length=120, blank=True)  # how sure; a word from the list of the house
    on_behalf = models.BooleanField(default=False)  # recorded by the house; unconfirmed until the organisation agrees
    replaces = models.ForeignKey("self", models.PROTECT, null=True, related_name="replaced_by")
    brought_in_at = MomentField()

    class Meta:
        ordering = ["-brought_in_at"]
        indexes = [
            models.Index(F("case"), name="contributions_of_a_case"),
            models.Index(F("case"), name="said_on_behalf_in_a_case", condition=models.Q(on_behalf=True)),
        ]
        constraints = [
            RowPolicy(
                "who opened the file reads what is brought in for them",
                "SELECT",
                using=first_in_sight(
                    CONCERNS_ME, f"{REACHES_ME_IN_THE_FILE} AND id <> ALL ((SELECT access.recalled())::uuid[])"
                ),
            ),
            RowPolicy(
                "each brings in for their own, the house on behalf of others",
                "INSERT",
                check=f"{SIGNED} AND {ABOUT_WHOM_I_SEE_HERE} AND {MEANT_FOR_SOMEBODY_HERE} "
                f"AND {made_now('brought_in_at')} "
                "AND (replaces_id IS NULL OR access.i_may_recall(replaces_id, case_id, capacity_id)) "
                f"AND ({IN_AN_OPEN_CASE_OF_MINE} OR (replaces_id IS NOT NULL AND {IN_ONE_OF_MY_CASES})) "
                f"AND (({IN_MY_CAPACITY} AND NOT on_behalf) "
                f"OR (on_behalf AND {IN_A_CASE_I_RUN})) AND access.is_unworded(id)",
            ),
            # No UPDATE: a contribution is corrected by another one, or recalled.
        ]


class Recall(OfACase):
    """A contribution that was wrong or should not have been given: nobody reads it any more. (nl: intrekking)"""

    words = ("reason",)
    holds = Holds.CONTENT
    classified = Classified(ordinary="about audience recalled_at edition contribution_id")

    contribution_id = models.UUIDField()  # no foreign key: who may no longer read it still learns that it was recalled
    capacity = models.ForeignKey(Capacity, models.PROTECT, related_name="+")
    audience = IdsField()
    recalled_at = MomentField()

    class Meta:
        ordering = ["-recalled_at"]
        indexes = [models.Index(F("contribution_id"), name="recall_of_a_contribution")]
        constraints = [
            RowPolicy(
                "who could read the contribution learns that it was recalled",
                "SELECT",
                using=first_in_sight(CONCERNS_ME, REACHES_ME_IN_THE_FILE),
            ),
            RowPolicy(
                "an organisation recalls its own, the house what it recorded",
                "INSERT",
                check=f"{SIGNED} AND {IN_ONE_OF_MY_CASES} AND {ABOUT_WHOM_I_SEE_HERE} AND {made_now('recalled_at')} "
                "AND access.i_may_recall(contribution_id, case_id, capacity_id)",
            ),
        ]
