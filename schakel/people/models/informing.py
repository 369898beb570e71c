from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField
from schakel.access.policies import RowPolicy, first_in_sight

from .of_a_file import IN_A_FILE_OF_MINE, OF_WHOM_I_SEE, OPENED, OfAPerson, written_here


class Informing(OfAPerson):
    """That one person was told, at one moment, what happens with their data; or why not yet. (nl: informeren)

    What was postponed comes back on its day. The newest about a person and a moment counts.
    """

    class Moment(models.TextChoices):
        BEFORE = "before", _("before the referral")
        AFTER_TRIAGE = "after_triage", _("after the triage")
        CHANGE = "change", _("at an important change")

    class How(models.TextChoices):
        TALK = "talk", _("in a conversation")
        PHONE = "phone", _("by telephone")
        LETTER = "letter", _("by letter")
        MESSAGE = "message", _("by message")
        OTHER = "other", _("in another way")

    words = ("who", "said", "why")
    holds = Holds.CONTENT
    classified = Classified(
        special="ground", ordinary="file_id moment done on_day how language until recorded_at edition"
    )

    moment = models.CharField(max_length=14, choices=Moment)
    done = models.BooleanField()
    on_day = models.DateField()  # of the informing, or of the decision to wait
    how = models.CharField(max_length=10, choices=How, blank=True)
    language = models.CharField(max_length=60, blank=True)
    ground = models.CharField(max_length=120, blank=True)
    until = models.DateField(null=True)
    recorded_at = MomentField()

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(done=True, until=None) | Q(done=False, until__isnull=False) & ~Q(ground=""),
                name="informed_or_postponed_until_a_day",
            ),
            RowPolicy(
                "who opened the file sees how persons they see were informed",
                "SELECT",
                using=first_in_sight(f"{IN_A_FILE_OF_MINE} AND {OF_WHOM_I_SEE}", OPENED),
            ),
            RowPolicy(
                "who keeps the file, or an organisation for itself, informs",
                "INSERT",
                check=written_here("recorded_at"),
            ),
            # No UPDATE: what somebody was told stays told; the next one counts.
        ]
