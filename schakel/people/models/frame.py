from django.db import models

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField
from schakel.access.policies import RowPolicy, first_in_sight

from .of_a_file import (
    IN_A_FILE_I_KEEP,
    IN_A_FILE_OF_MINE,
    IN_MY_OWN_CAPACITY,
    OF_WHOM_I_SEE,
    OPENED,
    SIGNED,
    OfAPerson,
    written_here,
)


class LegalFrame(OfAPerson):
    """What holds for somebody in law for a time, and ends: an order, a measure, conditions. (nl: juridisch kader)

    `kind` and `authority` are words from the lists of the house: which law says what is not for this table to know.
    """

    words = ("conditions",)
    holds = Holds.CONTENT
    classified = Classified(special="kind authority since until ended_on", ordinary="file_id recorded_at edition")

    kind = models.CharField(max_length=120)
    authority = models.CharField(max_length=200, blank=True)
    since = models.CharField(max_length=8, blank=True)  # partial date
    until = models.DateField(null=True)  # none: without an end, or not known
    ended_on = models.DateField(null=True)  # earlier than was said
    recorded_at = MomentField()

    class Meta:
        ordering = ["until", "recorded_at"]
        constraints = [
            RowPolicy(
                "who opened the file sees the frames of persons who concern them",
                "SELECT",
                using=first_in_sight(f"{IN_A_FILE_OF_MINE} AND {OF_WHOM_I_SEE}", OPENED),
            ),
            RowPolicy(
                "who keeps the file, or an organisation for itself, adds a frame",
                "INSERT",
                check=written_here("recorded_at"),
            ),
            RowPolicy(
                "who keeps the file, or who brought it, mends or ends a frame",
                "UPDATE",
                using=f"{OF_WHOM_I_SEE} AND ({IN_A_FILE_I_KEEP} OR {IN_MY_OWN_CAPACITY})",
                check=f"{SIGNED} AND {OF_WHOM_I_SEE} AND ({IN_A_FILE_I_KEEP} OR {IN_MY_OWN_CAPACITY})",
                columns=["author_id", "edition", "kind", "authority", "since", "until", "ended_on"],
            ),
        ]

    def holds_on(self, day):
        """Whether it still holds on that day, as far as is known."""
        ends = [end for end in (self.until, self.ended_on) if end]
        return not ends or day <= min(ends)
