"""What an organisation is asked to bring, by when, and what it answered."""

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import IdsField, MomentField, made_now
from schakel.access.policies import RowPolicy, first_in_sight
from schakel.access.stamps import Stamped
from schakel.cases.models import Contribution
from schakel.cases.models.case import (
    CONCERNS_ME,
    IN_A_CASE_I_RUN,
    IN_AN_OPEN_CASE_OF_MINE,
    IN_THE_OPENED_FILE,
    SIGNED,
    WRITTEN_BY_WHO_RUNS,
    OfACase,
)
from schakel.network.models import Capacity

HEARD_BY_US = "audience && access.my_capacities_in(case_id)"
READ_BY_WHO_ASKED_AND_WHO_IS_ASKED = first_in_sight(
    CONCERNS_ME, f"{IN_THE_OPENED_FILE} AND audience && (SELECT access.my_ears())"
)
OF_A_REQUEST_THAT_WAITS = "access.is_open_request(request_id, case_id, capacity_id, about, audience)"


class InformationRequest(OfACase):
    """A question to one seated organisation: what it brings, about whom, by when. (nl: uitvraag)"""

    class Kind(models.TextChoices):
        KNOWN = "known", _("what you know")
        STATE = "state", _("how things stand now")
        VIEW = "view", _("what you think of it")
        STEP = "step", _("what you mean to do")

    words = ("question",)
    holds = Holds.CONTENT
    classified = Classified(ordinary="kind about audience due_on asked_at withdrawn_at edition")

    capacity = models.ForeignKey(Capacity, models.PROTECT, related_name="+")
    audience = IdsField()  # who is asked, and who asks; to other organisations there is no question
    kind = models.CharField(max_length=10, choices=Kind)
    due_on = models.DateField()
    asked_at = MomentField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["due_on", "asked_at"]
        indexes = [models.Index(F("case"), name="requests_of_a_case")]
        constraints = [
            RowPolicy(
                "who asked and who is asked read the question in the file",
                "SELECT",
                using=READ_BY_WHO_ASKED_AND_WHO_IS_ASKED,
            ),
            RowPolicy(
                "who runs the case asks an organisation what it brings",
                "INSERT",
                check=f"{WRITTEN_BY_WHO_RUNS} AND {made_now('asked_at')} AND withdrawn_at IS NULL "
                "AND audience @> ARRAY[capacity_id] "
                "AND audience <@ (access.my_capacities_in(case_id) || capacity_id)",
            ),
            RowPolicy(
                "who runs the case takes a question back",
                "UPDATE",
                using=f"{IN_A_CASE_I_RUN} AND {IN_AN_OPEN_CASE_OF_MINE} AND {CONCERNS_ME} AND {HEARD_BY_US} "
                "AND withdrawn_at IS NULL",
                check=f"{IN_A_CASE_I_RUN} AND withdrawn_at IS NOT NULL",
                columns=["withdrawn_at"],
            ),
            Stamped("an organisation is no longer asked from now", columns=["withdrawn_at"]),
        ]


class RequestReminder(OfACase):
    """That an organisation was reminded of a question that waits. (nl: herinnering aan een uitvraag)"""

    holds = Holds.CONTENT
    classified = Classified(ordinary="about audience reminded_at edition")

    request = models.ForeignKey(InformationRequest, models.PROTECT, related_name="reminders")
    capacity = models.ForeignKey(Capacity, models.PROTECT, related_name="+")
    audience = IdsField()
    reminded_at = MomentField()

    class Meta:
        ordering = ["reminded_at"]
        constraints = [
            RowPolicy(
                "who asked and who is asked see how often it was reminded",
                "SELECT",
                using=READ_BY_WHO_ASKED_AND_WHO_IS_ASKED,
            ),
            RowPolicy(
                "who runs the case reminds of a question that waits",
                "INSERT",
                check=f"{WRITTEN_BY_WHO_RUNS} AND {made_now('reminded_at')} AND {OF_A_REQUEST_THAT_WAITS}",
            ),
        ]


class RequestAnswer(OfACase):
    """What an organisation answered: a contribution, or that nothing is known. (nl: antwoord op een uitvraag)"""

    holds = Holds.CONTENT
    classified = Classified(special="contribution", ordinary="about audience answered_at edition")

    request = models.ForeignKey(InformationRequest, models.PROTECT, related_name="answers")
    capacity = models.ForeignKey(Capacity, models.PROTECT, related_name="+")
    audience = IdsField()
    # None: nothing is known, which is an answer.
    contribution = models.ForeignKey(Contribution, models.PROTECT, null=True, related_name="+")
    answered_at = MomentField()

    class Meta:
        constraints = [
            models.UniqueConstraint("request", name="answered_once"),
            RowPolicy(
                "who asked and who is asked read the answer in the file",
                "SELECT",
                using=READ_BY_WHO_ASKED_AND_WHO_IS_ASKED,
            ),
            RowPolicy(
                "the organisation that is asked answers for itself",
                "INSERT",
                check=f"{SIGNED} AND {IN_AN_OPEN_CASE_OF_MINE} AND {made_now('answered_at')} "
                f"AND capacity_id = ANY (access.my_capacities_in(case_id)) AND {OF_A_REQUEST_THAT_WAITS} "
                "AND (contribution_id IS NULL OR access.i_may_recall(contribution_id, case_id, capacity_id))",
            ),
            # No UPDATE: who knows more afterwards brings it in.
        ]
