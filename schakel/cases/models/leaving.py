"""Information that leaves the circle, and calls about the case that are no contributions."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import IdsField, MomentField, made_now
from schakel.access.policies import RowPolicy, first_in_sight
from schakel.access.stamps import Stamped
from schakel.network.models import Capacity, Regime

from .case import (
    ABOUT_WHOM_I_SEE_HERE,
    CONCERNS_ME,
    IN_A_CASE_I_DIRECT,
    IN_A_CASE_I_RUN,
    IN_AN_OPEN_CASE_OF_MINE,
    IN_THE_OPENED_FILE,
    READ_IN_THE_FILE,
    SIGNED,
    WRITTEN_BY_WHO_RUNS,
    OfACase,
)

CONCERNS_ME_WHO_RUNS_IT = f"{CONCERNS_ME} AND {IN_A_CASE_I_RUN}"
OF_MY_HOUSE = "audience <@ access.my_capacities_in(case_id)"


class Disclosure(OfACase):
    """Information that left the circle to a third party, or that was asked for and refused. (nl: verstrekking)"""

    class Outcome(models.TextChoices):
        GIVEN = "given", _("given")
        REFUSED = "refused", _("refused")

    words = ("recipient", "ground", "purpose", "content", "decided_by")
    holds = Holds.CONTENT
    classified = Classified(special="outcome", ordinary="about decided_on recorded_at edition")

    outcome = models.CharField(max_length=8, choices=Outcome)
    decided_on = models.DateField()
    to_regime = models.ForeignKey(Regime, models.PROTECT, null=True, related_name="+")  # a new case under another one
    recorded_at = MomentField()

    class Meta:
        ordering = ["-decided_on", "-recorded_at"]
        constraints = [
            RowPolicy("who opened the file reads what left it", "SELECT", using=READ_IN_THE_FILE),
            RowPolicy(
                "whoever runs the case records what left it",
                "INSERT",
                check=f"{WRITTEN_BY_WHO_RUNS} AND {made_now('recorded_at')}",
            ),
            # No UPDATE: what was disclosed cannot be taken back; a mistake is another row that says so.
        ]


class TakenOver(OfACase):
    """Which ordinary partner goes on with what when a case closes. (nl: warme overdracht)

    It names a capacity and says what; a capacity without a seat gets no sight by that.
    """

    words = ("what",)
    holds = Holds.CONTENT
    classified = Classified(ordinary="about named_at edition")

    capacity = models.ForeignKey(Capacity, models.PROTECT, related_name="+")
    named_at = MomentField()

    class Meta:
        ordering = ["named_at"]
        constraints = [
            RowPolicy("who opened the file reads who goes on with what", "SELECT", using=READ_IN_THE_FILE),
            RowPolicy(
                "the process director says who goes on with what",
                "INSERT",
                check=f"{SIGNED} AND {IN_A_CASE_I_DIRECT} AND {IN_AN_OPEN_CASE_OF_MINE} AND {ABOUT_WHOM_I_SEE_HERE} "
                f"AND {made_now('named_at')}",
            ),
            # No UPDATE: it is said once, with the end of the case.
        ]


class ProcessNote(OfACase):
    """A call, a promise to call back: what keeps the process going and is no contribution. (nl: procesnotitie)

    For who runs the case, in the house that ran it then: `audience` is that house's capacity.
    """

    words = ("text",)
    holds = Holds.CONTENT
    classified = Classified(ordinary="about audience call_back_on noted_at done_at edition")

    audience = IdsField()
    call_back_on = models.DateField(null=True)
    noted_at = MomentField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-noted_at"]
        constraints = [
            RowPolicy(
                "who runs the case reads the notes of its house",
                "SELECT",
                using=first_in_sight(
                    CONCERNS_ME_WHO_RUNS_IT, f"{IN_THE_OPENED_FILE} AND audience && (SELECT access.my_ears())"
                ),
            ),
            RowPolicy(
                "whoever runs the case notes",
                "INSERT",
                check=f"{WRITTEN_BY_WHO_RUNS} AND audience <> '{{}}' AND {OF_MY_HOUSE} "
                f"AND done_at IS NULL AND {made_now('noted_at')}",
            ),
            RowPolicy(
                "whoever runs the case says that a call was made",
                "UPDATE",
                using=f"{CONCERNS_ME_WHO_RUNS_IT} AND {OF_MY_HOUSE} AND done_at IS NULL",
                check=CONCERNS_ME_WHO_RUNS_IT,
                columns=["done_at"],
            ),
            Stamped("a call was made now", columns=["done_at"]),
        ]
