from django.contrib.postgres.fields import ArrayField
from django.db import models

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, made_now
from schakel.access.models import Record
from schakel.access.policies import RowPolicy
from schakel.network.models import Capacity, House, Regime
from schakel.referrals.models import Decision, OfAReferral, Referral

from .inquiries import OF_MY_TRIAGE, SIGNED

I_SEE_IT = "referral_id = ANY ((SELECT access.my_referrals())::uuid[])"
NUMBERS = models.PositiveSmallIntegerField()


class Question(OfAReferral):
    """What the triage asks the referrer, to complete the referral. (nl: vraag aan de aanmelder)"""

    words = ("text",)
    holds = Holds.FRAME
    classified = Classified(ordinary="asked_at edition")

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="questions")
    asked_at = MomentField()

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            RowPolicy("who sees the referral sees that something is asked", "SELECT", using=I_SEE_IT),
            RowPolicy(
                "the triage asks the referrer, in its own name",
                "INSERT",
                check=f"{SIGNED} AND {OF_MY_TRIAGE} AND {made_now('asked_at')}",
            ),
            # No UPDATE: who means something else asks again.
        ]


class Reply(OfAReferral):
    """What the referrer or the contact answers to the triage. (nl: antwoord van de aanmelder)"""

    words = ("text",)
    holds = Holds.FRAME
    classified = Classified(ordinary="replied_at edition")

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="+")
    question = models.OneToOneField(Question, models.PROTECT, related_name="reply")
    replied_at = MomentField()

    class Meta:
        constraints = [
            RowPolicy("who sees the referral sees that it was replied to", "SELECT", using=I_SEE_IT),
            RowPolicy(
                "the referrer or contact replies, until the decision",
                "INSERT",
                check=f"{SIGNED} AND referral_id = ANY ((SELECT access.referrals_i_write())::uuid[]) "
                f"AND access.is_open_question(question_id, referral_id) AND {made_now('replied_at')}",
            ),
            # No UPDATE: what was said stands; more can be added to the referral.
        ]


class Remainder(Record):
    """What remains of a referral that became no case: nobody can be found in it. (nl: minimale registratie)

    Its key is that of the decision in the log. The advice is written for it, without names; the form checks.
    """

    holds = Holds.FRAME
    classified = Classified(ordinary="outcome met unmet advice decided_at")

    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    regime = models.ForeignKey(Regime, models.PROTECT, related_name="+")
    capacity = models.ForeignKey(Capacity, models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=Decision.Outcome)
    met = ArrayField(NUMBERS, default=list)
    unmet = ArrayField(NUMBERS, default=list)
    advice = models.TextField(blank=True)
    decided_at = MomentField()

    class Meta:
        ordering = ["-decided_at"]
        constraints = [
            RowPolicy(
                "triage and manager see what remains of refused referrals",
                "SELECT",
                using="house_id = ANY ((SELECT access.my_houses('triage') || access.my_houses('manager'))::uuid[])",
            ),
            RowPolicy(
                "who decides keeps what remains, with the decision",
                "INSERT",
                check="id = ANY (access.decisions_i_make()) "
                f"AND house_id = ANY ((SELECT access.my_houses('triage'))::uuid[]) AND {made_now('decided_at')}",
            ),
            # No UPDATE: a decision stands.
        ]
