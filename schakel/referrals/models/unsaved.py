from django.db import models

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, made_now
from schakel.access.policies import RowPolicy
from schakel.access.stamps import Stamped

from .referral import OF_A_REFERRAL_I_WRITE, OfAReferral, Referral

MINE_AND_MINE_TO_WRITE = f"author_id = (SELECT access.me()) AND {OF_A_REFERRAL_I_WRITE}"


class Unsaved(OfAReferral):
    """What somebody typed in one window on one step and did not save yet. (nl: nog niet bewaarde tekst)

    It reaches nobody but who typed it; access.forget_unsaved() destroys what was typed over or saved.
    """

    words = ("typed",)
    holds = Holds.FRAME
    classified = Classified(ordinary="step begun_at ended_at edition")

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="+")
    step = models.CharField(max_length=20)
    begun_at = MomentField()
    ended_at = models.DateTimeField(null=True)

    @property
    def audience(self):
        return [self.author_id]

    class Meta:
        ordering = ["-begun_at"]
        constraints = [
            RowPolicy("each sees that they typed and did not save", "SELECT", using=MINE_AND_MINE_TO_WRITE),
            RowPolicy(
                "the referrer or contact keeps what they type",
                "INSERT",
                check=f"{MINE_AND_MINE_TO_WRITE} AND ended_at IS NULL AND {made_now('begun_at')} "
                "AND access.is_unworded(id)",
            ),
            RowPolicy(
                "each goes on typing, or is done with it",
                "UPDATE",
                using=MINE_AND_MINE_TO_WRITE,
                check=MINE_AND_MINE_TO_WRITE,
                columns=["edition", "ended_at"],
            ),
            Stamped("what was typed is done with now", columns=["ended_at"]),
        ]
