from django.db import models

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, made_now
from schakel.access.policies import RowPolicy
from schakel.access.stamps import Stamped

from .referral import OF_A_REFERRAL_I_ASSESS, OF_A_REFERRAL_I_WRITE, OF_THE_OPENED_FILE, OfAReferral, Referral


class Clarification(OfAReferral):
    """What the triage asks the referrer to complete a referral with. (nl: vraag aan de aanmelder)

    That there is a question shows in lists; what is asked lies sealed. The answer is an addition.
    """

    words = ("question",)
    holds = Holds.FRAME
    classified = Classified(ordinary="asked_at answered_at edition")

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="clarifications")
    asked_at = MomentField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            RowPolicy(
                "who sees the referral sees that something is asked",
                "SELECT",
                using="referral_id = ANY ((SELECT access.my_referrals())::uuid[])",
            ),
            RowPolicy(
                "the house's triage asks the referrer",
                "INSERT",
                check=f"author_id = (SELECT access.me()) AND {OF_A_REFERRAL_I_ASSESS} AND answered_at IS NULL "
                f"AND {made_now('asked_at')}",
            ),
            RowPolicy(
                "the referrer or contact answers until it is decided",
                "UPDATE",
                using=OF_A_REFERRAL_I_WRITE,
                check=OF_A_REFERRAL_I_WRITE,
                columns=["answered_at"],
            ),
            Stamped("a question is answered now", columns=["answered_at"]),
        ]


class Addition(OfAReferral):
    """Something a referrer adds after sending, or a message that came again. (nl: aanvulling)"""

    words = ("text",)
    holds = Holds.CONTENT
    classified = Classified(ordinary="added_at edition")

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="additions")
    clarification = models.ForeignKey(Clarification, models.PROTECT, null=True, related_name="answers")
    added_at = MomentField()

    class Meta:
        ordering = ["added_at"]
        constraints = [
            RowPolicy("who opened the referral reads what was added", "SELECT", using=OF_THE_OPENED_FILE),
            RowPolicy(
                "the referrer or contact adds until it is answered",
                "INSERT",
                check=f"author_id = (SELECT access.me()) AND {OF_A_REFERRAL_I_WRITE} AND {made_now('added_at')} AND "
                "(clarification_id IS NULL OR access.is_asked_in(clarification_id, referral_id))",
            ),
        ]
