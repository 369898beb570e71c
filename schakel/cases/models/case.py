from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import IdsField, MomentField, NumberField, StartField, made_now
from schakel.access.policies import RowPolicy, first_in_sight
from schakel.access.stamps import Stamped
from schakel.network.models import House, Professional, Regime
from schakel.vault.words import File, Worded

IN_A_CASE_I_DIRECT = "case_id = ANY ((SELECT access.cases_i_direct())::uuid[])"
IN_A_CASE_I_RUN = "case_id = ANY ((SELECT access.cases_i_run())::uuid[])"
IN_THE_OPENED_FILE = "case_id = ANY ((SELECT access.opened())::uuid[])"
IN_ONE_OF_MY_CASES = "case_id = ANY ((SELECT access.my_cases())::uuid[])"
IN_AN_OPEN_CASE_OF_MINE = "case_id = ANY ((SELECT access.my_open_cases())::uuid[])"
CONCERNS_ME = "about <@ (SELECT access.my_sight())"
READ_IN_THE_FILE = first_in_sight(CONCERNS_ME, IN_THE_OPENED_FILE)
ABOUT_WHOM_I_SEE_HERE = "about <> '{}' AND about <@ access.my_sight_in(case_id)"  # for what is written
SIGNED = "author_id = (SELECT access.me())"
WRITTEN_BY_WHO_RUNS = f"{SIGNED} AND {IN_A_CASE_I_RUN} AND {IN_AN_OPEN_CASE_OF_MINE} AND {ABOUT_WHOM_I_SEE_HERE}"


class CaseQuerySet(models.QuerySet):
    def mine(self):
        """Only those that hold a seat for me; who may fill a seat for a colleague knows of more."""
        return self.extra(where=["cases_case.id = ANY ((SELECT access.my_cases())::uuid[])"])

    def running(self):
        return self.filter(closed_at=None)


class Case(File):
    """What several organisations work on together, about persons or about an area. (nl: casus)"""

    class Phase(models.TextChoices):
        CONFERENCE = "conference", _("case conference")
        PLAN = "plan", _("plan of action")
        MONITORING = "monitoring", _("monitoring")
        CLOSED = "closed", _("closed")

    words = ("occasion", "goal")
    holds = Holds.FRAME
    classified = Classified(ordinary="number phase is_area referral_id opened_at closed_at edition")

    number = NumberField()
    house = models.ForeignKey(House, models.PROTECT, related_name="cases")
    regime = models.ForeignKey(Regime, models.PROTECT, related_name="+")
    phase = models.CharField(max_length=12, choices=Phase, default=Phase.CONFERENCE)
    is_area = models.BooleanField(default=False)
    referral_id = models.UUIDField(null=True)  # no foreign key: the referral has other readers and a shorter life
    opened_by = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    opened_at = StartField()
    closed_at = models.DateTimeField(null=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_at"]
        indexes = [models.Index(fields=["opened_by", "opened_at"], name="case_found_in_transaction")]
        constraints = [
            RowPolicy(
                "the circle sees its case, and who fills a seat knows of it",
                "SELECT",
                using="id = ANY ((SELECT access.cases_i_know())::uuid[])",
            ),
            RowPolicy(
                "the triage opens cases for its own house",
                "INSERT",
                check=f"{SIGNED} AND opened_by_id = (SELECT access.me()) AND opened_at = now() AND closed_at IS NULL "
                "AND house_id = ANY ((SELECT access.my_houses('triage'))::uuid[]) AND access.is_new(id)",
                columns=[
                    "id", "author_id", "edition", "house_id", "regime_id", "phase", "is_area", "referral_id",
                    "opened_by_id", "opened_at", "closed_at",
                ],  # not "number": whoever could choose one could ask which exist
            ),
            RowPolicy(
                "the process director keeps phase, words and end of an open case",
                "UPDATE",
                using="id = ANY ((SELECT access.cases_i_direct())::uuid[]) AND closed_at IS NULL",
                check=f"{SIGNED} AND id = ANY ((SELECT access.cases_i_direct())::uuid[])",
                columns=["author_id", "edition", "phase", "closed_at"],
            ),
            Stamped("a case closes now", columns=["closed_at"]),
            # No DELETE: a case leaves through retention.
        ]  # fmt: skip

    @property
    def is_closed(self):
        return self.closed_at is not None


class OfACase(Worded):
    """A row with words in a case, about persons of it or about the situation as a whole (the case's own id)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    about = IdsField()

    class Meta:
        abstract = True

    @property
    def file_id(self):
        return self.case_id

    @property
    def audience(self):
        return [self.case_id]

    @property
    def concerns_the_whole(self):
        return self.about == [self.case_id]


class Closing(OfACase):
    """The end of a case: result and reason. (nl: afsluiting)"""

    words = ("result",)
    holds = Holds.CONTENT
    classified = Classified(special="reason", ordinary="about closed_at edition")

    reason = models.CharField(max_length=120)
    closed_at = MomentField()

    class Meta:
        constraints = [
            models.UniqueConstraint("case", name="closed_once"),
            RowPolicy("who opened the file reads how it ended", "SELECT", using=READ_IN_THE_FILE),
            RowPolicy(
                "the process director closes",
                "INSERT",
                check=f"{SIGNED} AND {IN_A_CASE_I_DIRECT} AND {ABOUT_WHOM_I_SEE_HERE} AND {made_now('closed_at')}",
            ),
        ]


class Hold(OfACase):
    """Nothing of this file is destroyed until the hold ends: a complaint or proceedings. (nl: vernietigingsstop)"""

    words = ("reason",)
    holds = Holds.CONTENT
    classified = Classified(ordinary="about held_at until edition")

    held_at = MomentField()
    until = models.DateField(null=True)

    class Meta:
        constraints = [
            RowPolicy("who opened the file reads that it is held", "SELECT", using=READ_IN_THE_FILE),
            RowPolicy(
                "the process director holds, also what is closed",
                "INSERT",
                check=f"{SIGNED} AND {IN_A_CASE_I_DIRECT} AND {ABOUT_WHOM_I_SEE_HERE} AND {made_now('held_at')}",
            ),
        ]


class Correction(OfACase):
    """What was wrong about a person and is now right, with the reason. (nl: correctie)"""

    words = ("reason",)
    holds = Holds.CONTENT
    classified = Classified(ordinary="about corrected_at edition")

    corrected_at = MomentField()

    class Meta:
        ordering = ["-corrected_at"]
        constraints = [
            RowPolicy(
                "who opened the file reads the corrections of persons they see",
                "SELECT",
                using=READ_IN_THE_FILE,
            ),
            RowPolicy(
                "whoever runs the case corrects, also what is closed",
                "INSERT",
                check=f"{SIGNED} AND {IN_A_CASE_I_RUN} AND {ABOUT_WHOM_I_SEE_HERE} AND {made_now('corrected_at')}",
            ),
        ]
