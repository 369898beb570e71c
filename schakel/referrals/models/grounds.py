from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, made_now
from schakel.access.policies import RowPolicy
from schakel.houses.models import IntakeQuestion
from schakel.network.models import Criterion

from .referral import OF_A_REFERRAL_I_ASSESS, OF_A_REFERRAL_I_WRITE, OF_THE_OPENED_FILE, OfAReferral, Referral


class Claim(OfAReferral):
    """The referrer's ground for one criterion. (nl: onderbouwing van een criterium)"""

    words = ("ground",)
    holds = Holds.CONTENT
    classified = Classified(special="met", ordinary="edition")

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="claims")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="+")
    met = models.BooleanField()

    class Meta:
        ordering = ["criterion__number"]
        constraints = [
            models.UniqueConstraint("referral", "criterion", name="one_claim_per_criterion"),
            RowPolicy("who opened the referral reads the grounds", "SELECT", using=OF_THE_OPENED_FILE),
            RowPolicy(
                "the referrer or contact gives the grounds",
                "INSERT",
                check=f"author_id = (SELECT access.me()) AND {OF_A_REFERRAL_I_WRITE}",
            ),
            RowPolicy(
                "the referrer or contact keeps the grounds until it is answered",
                "UPDATE",
                using=OF_A_REFERRAL_I_WRITE,
                check=f"author_id = (SELECT access.me()) AND {OF_A_REFERRAL_I_WRITE}",
                columns=["met", "author_id", "edition"],
            ),
        ]


class IntakeAnswer(OfAReferral):
    """What the referrer answers to a question of the house's own. (nl: antwoord op een aanmeldvraag)"""

    words = ("text",)
    holds = Holds.CONTENT
    classified = Classified(ordinary="edition")

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="intake_answers")
    question = models.ForeignKey(IntakeQuestion, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint("referral", "question", name="one_answer_per_question"),
            RowPolicy("who opened the referral reads the answers", "SELECT", using=OF_THE_OPENED_FILE),
            RowPolicy(
                "the referrer or contact answers the house's questions",
                "INSERT",
                check=f"author_id = (SELECT access.me()) AND {OF_A_REFERRAL_I_WRITE} "
                "AND access.is_asked_of(question_id, referral_id)",
            ),
            RowPolicy(
                "the referrer or contact keeps the answers until it is answered",
                "UPDATE",
                using=OF_A_REFERRAL_I_WRITE,
                check=f"author_id = (SELECT access.me()) AND {OF_A_REFERRAL_I_WRITE}",
                columns=["author_id", "edition"],
            ),
        ]


class Decision(OfAReferral):
    """What the triage decided about a referral, and the answer to the referrer. (nl: besluit van de triage)"""

    class Outcome(models.TextChoices):
        CASE = "case", _("becomes a case")
        ADVICE = "advice", _("no case, but advice")
        ELSEWHERE = "elsewhere", _("belongs elsewhere")
        NO = "no", _("no case")

    words = ("answer",)
    holds = Holds.FRAME
    classified = Classified(special="outcome", ordinary="formula decided_at edition")

    referral = models.OneToOneField(Referral, models.PROTECT, related_name="decision")
    outcome = models.CharField(max_length=10, choices=Outcome)
    formula = models.CharField(max_length=200)  # as it stood at that moment
    decided_at = MomentField()

    class Meta:
        constraints = [
            RowPolicy(
                "who sees the referral sees that it was answered",
                "SELECT",
                using="referral_id = ANY ((SELECT access.my_referrals())::uuid[])",
            ),
            RowPolicy(
                "the house's triage decides, in its own name",
                "INSERT",
                check=f"author_id = (SELECT access.me()) AND {OF_A_REFERRAL_I_ASSESS} AND {made_now('decided_at')}",
            ),
            # No UPDATE: a decision is answered by a new referral.
        ]


class Finding(OfAReferral):
    """The triage's judgement on one criterion, with its ground. (nl: bevinding)"""

    words = ("ground",)
    holds = Holds.CONTENT
    classified = Classified(special="met", ordinary="edition")

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="findings")
    referral = models.ForeignKey(Referral, models.PROTECT, related_name="+")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="+")
    met = models.BooleanField()

    class Meta:
        ordering = ["criterion__number"]
        constraints = [
            RowPolicy("who opened the referral reads the findings", "SELECT", using=OF_THE_OPENED_FILE),
            RowPolicy(
                "the house's triage judges, in its own name",
                "INSERT",
                check=f"author_id = (SELECT access.me()) AND {OF_A_REFERRAL_I_ASSESS}",
            ),
        ]
