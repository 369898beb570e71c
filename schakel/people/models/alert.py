from django.db import models

from schakel.access.classification import Classified, Holds
from schakel.access.fields import IdsField, MomentField, made_now
from schakel.access.policies import RowPolicy, first_in_sight
from schakel.vault.words import Worded

from .of_a_file import IN_A_FILE_I_KEEP, IN_A_FILE_OF_MINE, OPENED, SIGNED

CONCERNS_ME = "about <@ (SELECT access.my_sight())"
IN_AN_OPEN_FILE_I_KEEP = (
    "(file_id = ANY ((SELECT access.referrals_i_write())::uuid[]) "
    "OR (file_id = ANY ((SELECT access.cases_i_run())::uuid[]) "
    "AND file_id = ANY ((SELECT access.my_open_cases())::uuid[])))"
)


class Alert(Worded):
    """A warning for the safety of professionals, with a source and an end. (nl: attentie)"""

    words = ("text",)
    holds = Holds.CONTENT
    classified = Classified(special="until ended_on", ordinary="file_id about recorded_at edition")

    file_id = models.UUIDField(db_index=True)
    about = IdsField()
    capacity = models.ForeignKey("network.Capacity", models.PROTECT, related_name="+")  # the source
    until = models.DateField()  # there is no alert without an end
    ended_on = models.DateField(null=True)
    recorded_at = MomentField()

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            RowPolicy(
                "who opened the file sees the alerts about whom they see",
                "SELECT",
                using=first_in_sight(f"{IN_A_FILE_OF_MINE} AND {CONCERNS_ME}", OPENED),
            ),
            RowPolicy(
                "who keeps an open file gives an alert",
                "INSERT",
                check=f"{SIGNED} AND {IN_AN_OPEN_FILE_I_KEEP} AND about <> '{{}}' "
                f"AND about <@ access.my_sight_in(file_id) AND {made_now('recorded_at')}",
            ),
            RowPolicy(
                "who keeps the file mends or ends an alert",
                "UPDATE",
                using=f"{CONCERNS_ME} AND {IN_A_FILE_I_KEEP}",
                check=f"{SIGNED} AND {CONCERNS_ME} AND {IN_A_FILE_I_KEEP}",
                columns=["author_id", "edition", "until", "ended_on"],
            ),
        ]

    @property
    def audience(self):
        return [self.file_id]

    @property
    def is_about_the_situation(self):
        return self.about == [self.file_id]

    def holds_on(self, day):
        return day <= min(self.until, self.ended_on or self.until)
