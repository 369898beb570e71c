"""Who carries a case on: another colleague of the house, or another house."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, StartField
from schakel.access.models import Record
from schakel.access.policies import RowPolicy
from schakel.access.stamps import Fires, Stamped
from schakel.network.models import House, Professional, Regime

from .case import CONCERNS_ME, IN_A_CASE_I_DIRECT, IN_AN_OPEN_CASE_OF_MINE, SIGNED, OfACase

I_TAKE_PART_IN_IT = "(SELECT access.me()) = ANY (ARRAY[author_id, giver_id, taker_id])"
A_REQUEST_I_SEE = "= ANY ((SELECT access.house_requests_i_see())::uuid[])"


class Handover(Record):
    """Cases of one colleague of the house go to another in one act. (nl: overdracht binnen het huis)

    Why comes from a list: why a colleague is away is nobody's to write down.
    """

    class Reason(models.TextChoices):
        LEAVES = "leaves", _("leaves the house")
        AWAY = "away", _("is away for some time")
        DIVIDED = "divided", _("the work is divided anew")
        CONFLICT = "conflict", _("stands too near to the case")

    holds = Holds.FRAME
    classified = Classified(ordinary="reason number_of_cases handed_at")

    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    author = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    giver = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    taker = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=10, choices=Reason)
    number_of_cases = models.PositiveIntegerField()
    handed_at = MomentField()

    class Meta:
        ordering = ["-handed_at"]
        constraints = [
            RowPolicy("who handed over, gave or took sees that it happened", "SELECT", using=I_TAKE_PART_IN_IT),
            # No INSERT: `access.hand_over` moves the occupancies, writes each case's entry and this row, or nothing.
        ]


class HouseOffer(OfACase):
    """That a case is offered to another house: what the circle knows of it. (nl: overdracht naar een ander huis)"""

    words = ("reason",)
    holds = Holds.FRAME
    classified = Classified(ordinary="about offered_at withdrawn_at edition")

    from_house = models.ForeignKey(House, models.PROTECT, related_name="+")
    to_house = models.ForeignKey(House, models.PROTECT, related_name="+")
    offered_at = StartField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-offered_at"]
        constraints = [
            RowPolicy(
                "who sees the whole case sees to which house it was offered",
                "SELECT",
                using=CONCERNS_ME,
            ),
            RowPolicy(
                "the process director offers a case to another house",
                "INSERT",
                check=f"{SIGNED} AND {IN_A_CASE_I_DIRECT} AND {IN_AN_OPEN_CASE_OF_MINE} AND about = ARRAY[case_id] "
                "AND access.may_leave(case_id, from_house_id) AND to_house_id <> from_house_id "
                "AND withdrawn_at IS NULL AND offered_at = now()",
            ),
            RowPolicy(
                "the process director takes back an offer to another house",
                "UPDATE",
                using=f"{IN_A_CASE_I_DIRECT} AND {IN_AN_OPEN_CASE_OF_MINE} AND withdrawn_at IS NULL "
                "AND id <> ALL ((SELECT access.answered_by_a_house())::uuid[])",
                check=IN_A_CASE_I_DIRECT,
                columns=["withdrawn_at"],
            ),
            Stamped("an offer to another house is withdrawn now", columns=["withdrawn_at"]),
            Fires("what was answered is not taken back", moment="BEFORE UPDATE", function="access.stays_offered"),
        ]


class HouseRequest(Record):
    """What the other house reads before it accepts: from whom, what kind, a few words. (nl: overdrachtsverzoek)

    Its key is that of the offer; it names no case. `text` says nothing of the case; the act checks what it can.
    """

    holds = Holds.FRAME
    classified = Classified(ordinary="text handover_days")

    from_house = models.ForeignKey(House, models.PROTECT, related_name="+")
    to_house = models.ForeignKey(House, models.PROTECT, related_name="+")
    regime = models.ForeignKey(Regime, models.PROTECT, related_name="+")
    text = models.CharField(max_length=300)
    handover_days = models.PositiveSmallIntegerField()  # how long the seats of the old house still last

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(handover_days__lte=90), name="a_handover_lasts_three_months"),
            RowPolicy(
                "circle, and triage and directors of the other house, see it",
                "SELECT",
                using=f"id {A_REQUEST_I_SEE}",
            ),
            RowPolicy(
                "who offers a case writes the request to the other house",
                "INSERT",
                check="access.is_my_offer(id, from_house_id, to_house_id, regime_id)",
            ),
            # No UPDATE: another text is another offer.
        ]


class HouseAnswer(Record):
    """What the other house says: yes, and who directs; or no, and why. (nl: antwoord van het andere huis)"""

    holds = Holds.FRAME
    classified = Classified(ordinary="accepted reason answered_at")

    request = models.OneToOneField(HouseRequest, models.PROTECT, related_name="answer")
    author = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    accepted = models.BooleanField()
    reason = models.CharField(max_length=300, blank=True)
    director = models.ForeignKey(Professional, models.PROTECT, null=True, related_name="+")
    regime = models.ForeignKey(Regime, models.PROTECT, null=True, related_name="+")
    answered_at = StartField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(accepted=True, director__isnull=False, regime__isnull=False)
                | (models.Q(accepted=False, director=None, regime=None) & ~models.Q(reason="")),
                name="a_house_says_who_or_why_not",
            ),
            RowPolicy("who sees the request sees the answer", "SELECT", using=f"request_id {A_REQUEST_I_SEE}"),
            RowPolicy(
                "triage or directors of the house it is for answer",
                "INSERT",
                check=f"{SIGNED} AND access.may_answer_house(request_id, director_id, regime_id) "
                "AND answered_at = now()",
            ),
            # No UPDATE: what follows from a yes is done in the same transaction, by `access.take_over`.
        ]
