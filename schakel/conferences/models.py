from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, made_now
from schakel.access.policies import RowPolicy
from schakel.access.stamps import Stamped
from schakel.cases.models.case import (
    ABOUT_WHOM_I_SEE_HERE,
    CONCERNS_ME,
    IN_A_CASE_I_RUN,
    IN_AN_OPEN_CASE_OF_MINE,
    IN_ONE_OF_MY_CASES,
    READ_IN_THE_FILE,
    SIGNED,
    WRITTEN_BY_WHO_RUNS,
    OfACase,
)
from schakel.network.models import Capacity, Professional

OF_THIS_CASE = "access.confers_on(conference_id, case_id, about)"


class CaseConference(OfACase):
    """Partners meeting about one case, with a question. (nl: casusoverleg)"""

    class Stage(models.TextChoices):
        PICTURE = "picture", _("forming the picture")
        JUDGEMENT = "judgement", _("judging")
        DECISION = "decision", _("deciding")

    words = ("question",)
    holds = Holds.FRAME
    classified = Classified(
        ordinary="about starts_at minutes place table_name stage started_at ended_at convened_at edition"
    )

    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=30)
    place = models.CharField(max_length=120)
    table_name = models.CharField(max_length=80, blank=True)
    chair = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.PICTURE)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    convened_at = MomentField()

    class Meta:
        ordering = ["starts_at"]
        indexes = [models.Index(F("case"), name="conferences_of_a_case")]
        constraints = [
            RowPolicy(
                "who is concerned sees when and where",
                "SELECT",
                using=f"{IN_ONE_OF_MY_CASES} AND {CONCERNS_ME}",
            ),
            RowPolicy(
                "whoever runs the case convenes",
                "INSERT",
                check=f"{WRITTEN_BY_WHO_RUNS} AND {made_now('convened_at')}",
            ),
            RowPolicy(
                "whoever runs the case moves, starts and ends a conference",
                "UPDATE",
                using=f"{IN_A_CASE_I_RUN} AND {IN_AN_OPEN_CASE_OF_MINE} AND ended_at IS NULL",
                check=f"{SIGNED} AND {IN_A_CASE_I_RUN}",
                columns=[
                    "author_id", "edition", "starts_at", "minutes", "place", "stage", "started_at", "ended_at"
                ],
            ),
            Stamped("a conference starts or ends now", columns=["started_at", "ended_at"]),
        ]  # fmt: skip

    @property
    def is_running(self):
        return self.started_at is not None and self.ended_at is None

    @property
    def has_ended(self):
        return self.ended_at is not None


class Attendance(OfACase):
    """Who was at a conference, and how; whoever saw the file stands in the log from and until. (nl: aanwezigheid)"""

    class How(models.TextChoices):
        ROOM = "room", _("in the room")
        SCREEN = "screen", _("on screen")
        APOLOGIES = "apologies", _("absent with notice")
        MISSING = "missing", _("absent without notice")

    words = ("name",)  # of somebody without an account
    holds = Holds.CONTENT
    classified = Classified(ordinary="about how from_at until_at edition recorded_at")

    conference = models.ForeignKey(CaseConference, models.PROTECT, related_name="attendances")
    capacity = models.ForeignKey(Capacity, models.PROTECT, related_name="+")
    professional = models.ForeignKey(Professional, models.PROTECT, null=True, related_name="+")
    how = models.CharField(max_length=10, choices=How)
    from_at = models.DateTimeField(null=True)
    until_at = models.DateTimeField(null=True)
    recorded_at = MomentField()

    class Meta:
        ordering = ["capacity__organisation__name"]
        constraints = [
            RowPolicy("who opened the file reads who was there", "SELECT", using=READ_IN_THE_FILE),
            RowPolicy(
                "whoever runs the case records attendance",
                "INSERT",
                check=f"{WRITTEN_BY_WHO_RUNS} AND {OF_THIS_CASE} AND {made_now('recorded_at')}",
            ),
        ]

    @property
    def was_present(self):
        return self.how in (self.How.ROOM, self.How.SCREEN)


class Conclusion(OfACase):
    """What the table concluded; the table decides nothing in law. (nl: conclusie)"""

    words = ("text",)
    holds = Holds.CONTENT
    classified = Classified(ordinary="about concluded_at edition")

    conference = models.ForeignKey(CaseConference, models.PROTECT, related_name="conclusions")
    concluded_at = MomentField()

    class Meta:
        ordering = ["concluded_at"]
        constraints = [
            RowPolicy("who opened the file reads the conclusions", "SELECT", using=READ_IN_THE_FILE),
            RowPolicy(
                "whoever runs the case writes conclusions down",
                "INSERT",
                check=f"{WRITTEN_BY_WHO_RUNS} AND {OF_THIS_CASE} AND {made_now('concluded_at')}",
            ),
        ]


class FormalDecision(OfACase):
    """A decision by somebody in their own capacity, which the table cannot take. (nl: besluit door)"""

    words = ("text",)
    holds = Holds.CONTENT
    classified = Classified(special="ground", ordinary="about decided_on due_on recorded_at edition")

    conference = models.ForeignKey(CaseConference, models.PROTECT, null=True, related_name="decisions")
    capacity = models.ForeignKey(Capacity, models.PROTECT, related_name="+")
    ground = models.CharField(max_length=120, blank=True)
    decided_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    recorded_at = MomentField()

    class Meta:
        ordering = ["recorded_at"]
        constraints = [
            RowPolicy("who opened the file reads the decisions", "SELECT", using=READ_IN_THE_FILE),
            RowPolicy(
                "whoever runs the case, or the one who decides, records it",
                "INSERT",
                check=f"{SIGNED} AND {IN_AN_OPEN_CASE_OF_MINE} AND {ABOUT_WHOM_I_SEE_HERE} "
                f"AND {made_now('recorded_at')} "
                f"AND (conference_id IS NULL OR {OF_THIS_CASE}) "
                f"AND ({IN_A_CASE_I_RUN} OR capacity_id = ANY (access.my_capacities_in(case_id)))",
            ),
        ]
