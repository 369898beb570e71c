from django.db import models

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, made_now
from schakel.access.policies import RowPolicy

from .referral import OF_A_REFERRAL_I_WRITE, OF_THE_OPENED_FILE, OfAReferral, Referral


class Addition(OfAReferral):
    """Something a referrer adds after sending, or a message that came again. (nl: aanvulling)"""

    words = ("text",)
    holds = Holds.CONTENT
    classified = Classified(ordinary="added_at edition")

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="additions")
    added_at = MomentField()

    class Meta:
        ordering = ["added_at"]
        constraints = [
            RowPolicy("who opened the referral reads what was added", "SELECT", using=OF_THE_OPENED_FILE),
            RowPolicy(
                "the referrer or contact adds until it is answered",
                "INSERT",
                check=f"author_id = (SELECT access.me()) AND {OF_A_REFERRAL_I_WRITE} AND {made_now('added_at')}",
            ),
        ]
