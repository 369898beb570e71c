from django.db import models

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, made_now
from schakel.access.policies import RowPolicy
from schakel.access.stamps import Stamped

from .case import ABOUT_WHOM_I_SEE_HERE, CONCERNS_ME, IN_ONE_OF_MY_CASES, SIGNED, OfACase

MINE_STILL = f"{SIGNED} AND {CONCERNS_ME} AND {IN_ONE_OF_MY_CASES}"


class ContributionDraft(OfACase):
    """What somebody typed and did not bring in yet: for their own eyes. (nl: concept van een inbreng)

    It shows no words but in the opened file; access.forget_draft() destroys what was typed over or brought in.
    """

    words = ("typed",)
    holds = Holds.FRAME
    classified = Classified(ordinary="about corrects_id answers_id begun_at ended_at edition")

    corrects_id = models.UUIDField(null=True)  # the contribution this would correct; no foreign key: it may be recalled
    answers_id = models.UUIDField(null=True)  # the question this would answer; that lies in its own capability
    begun_at = MomentField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-begun_at"]
        constraints = [
            RowPolicy("each sees that they typed and brought nothing in", "SELECT", using=MINE_STILL),
            RowPolicy(
                "each keeps what they type about whom they see",
                "INSERT",
                check=f"{SIGNED} AND {ABOUT_WHOM_I_SEE_HERE} AND ended_at IS NULL AND {made_now('begun_at')} "
                "AND access.is_unworded(id)",
            ),
            RowPolicy(
                "each types on, or is done with it",
                "UPDATE",
                using=MINE_STILL,
                check=f"{SIGNED} AND {ABOUT_WHOM_I_SEE_HERE}",
                columns=["about", "edition", "ended_at"],
            ),
            Stamped("what was typed for a contribution is done with now", columns=["ended_at"]),
        ]

    @property
    def audience(self):
        """Its author alone."""
        return [self.author_id]
