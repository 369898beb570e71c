from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, made_now
from schakel.access.policies import RowPolicy
from schakel.access.stamps import Stamped
from schakel.cases.models import Seat
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
from schakel.conferences.models import CaseConference
from schakel.network.models import Professional

ON_A_SEAT_OF_MINE = "agreement_id = ANY ((SELECT access.agreements_i_own())::uuid[])"
OF_THIS_CASE = "access.agrees_on(agreement_id, case_id, about)"


class Goal(OfACase):
    """What the plan wants to reach, on one life domain. (nl: doel)"""

    words = ("text", "result")
    holds = Holds.CONTENT
    classified = Classified(special="life_domain outcome", ordinary="about position set_at edition")

    class Outcome(models.TextChoices):
        OPEN = "open", _("open")
        REACHED = "reached", _("reached")
        PARTLY = "partly", _("partly reached")
        NOT = "not", _("not reached")

    life_domain = models.CharField(max_length=120, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome, default=Outcome.OPEN)
    position = models.PositiveSmallIntegerField(default=0)
    set_at = MomentField()

    class Meta:
        ordering = ["position", "set_at"]
        constraints = [
            RowPolicy("who opened the file reads the goals", "SELECT", using=READ_IN_THE_FILE),
            RowPolicy(
                "whoever runs the case sets goals", "INSERT", check=f"{WRITTEN_BY_WHO_RUNS} AND {made_now('set_at')}"
            ),
            RowPolicy(
                "whoever runs the case words goals anew and says how they ended",
                "UPDATE",
                using=f"{IN_A_CASE_I_RUN} AND {IN_AN_OPEN_CASE_OF_MINE}",
                check=WRITTEN_BY_WHO_RUNS,
                columns=["author_id", "edition", "life_domain", "outcome", "position"],
            ),
        ]


class Agreement(OfACase):
    """What an organisation in the circle will do, and by when. (nl: afspraak)

    The short title holds no personal data: it is what lists show. All else is content of the file.
    """

    words = ("text",)
    holds = Holds.FRAME
    classified = Classified(ordinary="about goal_id title due_on own_decision made_at withdrawn_at edition")

    goal_id = models.UUIDField(null=True)  # no foreign key: a goal is content, an agreement shows in lists
    title = models.CharField(max_length=80)
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="agreements")
    owner = models.ForeignKey(Professional, models.PROTECT, null=True, related_name="+")
    due_on = models.DateField()
    own_decision = models.BooleanField(default=False)  # only they can decide: addressed on the date, not the outcome
    conference = models.ForeignKey(CaseConference, models.PROTECT, null=True, related_name="agreements")
    made_at = MomentField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["due_on", "made_at"]
        indexes = [models.Index(F("case"), name="agreements_of_a_case")]
        constraints = [
            RowPolicy(
                "who is concerned sees title, owner and date",
                "SELECT",
                using=f"{IN_ONE_OF_MY_CASES} AND {CONCERNS_ME} "
                "AND seat_id = ANY ((SELECT access.seats_i_see())::uuid[])",
            ),
            RowPolicy(
                "whoever runs the case writes agreements down for who has a seat",
                "INSERT",
                check=f"{WRITTEN_BY_WHO_RUNS} AND {made_now('made_at')} "
                "AND access.seats_it_now(seat_id, case_id, about) "
                "AND (conference_id IS NULL OR access.confers_on(conference_id, case_id, about))",
            ),
            RowPolicy(
                "whoever runs the case moves a date or withdraws an agreement",
                "UPDATE",
                using=f"{IN_A_CASE_I_RUN} AND {IN_AN_OPEN_CASE_OF_MINE} AND withdrawn_at IS NULL",
                check=WRITTEN_BY_WHO_RUNS,
                columns=["author_id", "edition", "title", "due_on", "withdrawn_at"],
            ),
            Stamped("an agreement is withdrawn now", columns=["withdrawn_at"]),
        ]


class Answer(OfACase):
    """That an organisation accepts an agreement, or does not, with the reason. (nl: akkoord, niet akkoord)"""

    words = ("reason",)
    holds = Holds.FRAME
    classified = Classified(ordinary="about accepted answered_at edition")

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="answers")
    accepted = models.BooleanField()
    answered_at = MomentField()

    class Meta:
        ordering = ["-answered_at"]
        constraints = [
            RowPolicy(
                "who is concerned sees whether it was accepted",
                "SELECT",
                using=f"{IN_ONE_OF_MY_CASES} AND {CONCERNS_ME}",
            ),
            RowPolicy(
                "whoever sits on the owner's seat answers",
                "INSERT",
                check=f"{SIGNED} AND {IN_AN_OPEN_CASE_OF_MINE} AND {ABOUT_WHOM_I_SEE_HERE} AND {ON_A_SEAT_OF_MINE} "
                f"AND {OF_THIS_CASE} AND {made_now('answered_at')}",
            ),
        ]


class Progress(OfACase):
    """How it goes with an agreement; the last one with `done` ends it. (nl: voortgang)"""

    words = ("text",)
    holds = Holds.FRAME
    classified = Classified(ordinary="about done reported_at edition")

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="reports")
    done = models.BooleanField(default=False)
    reported_at = MomentField()

    class Meta:
        ordering = ["-reported_at"]
        constraints = [
            RowPolicy(
                "who is concerned sees whether it is done", "SELECT", using=f"{IN_ONE_OF_MY_CASES} AND {CONCERNS_ME}"
            ),
            RowPolicy(
                "the owner's seat reports, or after a call whoever runs the case",
                "INSERT",
                check=f"{SIGNED} AND {IN_AN_OPEN_CASE_OF_MINE} AND {ABOUT_WHOM_I_SEE_HERE} "
                f"AND {made_now('reported_at')} "
                f"AND {OF_THIS_CASE} AND ({ON_A_SEAT_OF_MINE} OR {IN_A_CASE_I_RUN})",
            ),
        ]
