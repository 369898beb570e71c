from django.db import models
from django.db.models import F

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, made_now
from schakel.access.policies import RowPolicy
from schakel.access.stamps import Fires, Stamped
from schakel.network.models import Professional

from .case import (
    ABOUT_WHOM_I_SEE_HERE,
    IN_A_CASE_I_DIRECT,
    IN_AN_OPEN_CASE_OF_MINE,
    IN_ONE_OF_MY_CASES,
    READ_IN_THE_FILE,
    SIGNED,
    OfACase,
)
from .circle import Seat


class LockQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(lifted_at=None)


class Lock(OfACase):
    """Somebody is kept out of a case for a conflict of interest, whoever names them. (nl: uitsluiting)

    Said by who directs the case, or by themselves. Why is read by who directs; the contact learns only whom not to
    name; the one who is locked out by another learns nothing.
    """

    words = ("reason",)
    holds = Holds.FRAME
    classified = Classified(ordinary="about locked_at lifted_at edition")

    professional = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    locked_at = MomentField()
    lifted_at = models.DateTimeField(null=True)

    objects = LockQuerySet.as_manager()

    class Meta:
        ordering = ["locked_at"]
        indexes = [models.Index(F("professional"), F("case"), name="locks_of_somebody")]
        constraints = [
            RowPolicy(
                "who directs, and the contact of that colleague, know of a lock",
                "SELECT",
                using="id = ANY ((SELECT access.locks_i_see())::uuid[])",
            ),
            RowPolicy(
                "who directs locks somebody out, and each themselves",
                "INSERT",
                check=f"{SIGNED} AND {made_now('locked_at')} AND lifted_at IS NULL AND {ABOUT_WHOM_I_SEE_HERE} "
                f"AND ({IN_A_CASE_I_DIRECT} OR professional_id = (SELECT access.me()) AND {IN_ONE_OF_MY_CASES}) "
                "AND access.is_new(id)",
            ),
            RowPolicy(
                "who directs lifts a lock",
                "UPDATE",
                using=f"{IN_A_CASE_I_DIRECT} AND lifted_at IS NULL",
                check=IN_A_CASE_I_DIRECT,
                columns=["lifted_at"],
            ),
            Stamped("a lock is lifted now", columns=["lifted_at"]),
            Fires("who is locked out leaves at once", moment="AFTER INSERT", function="access.leave_at_once"),
        ]

    @property
    def audience(self):
        """Heard by who directs, now or later: see `access.my_ears`."""
        return [self.pk]


class SeatEnding(OfACase):
    """Why a seat ended, or ends sooner than was said. (nl: einde van een plaats)"""

    words = ("why",)
    holds = Holds.CONTENT
    classified = Classified(ordinary="about said_at edition")

    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    said_at = MomentField()

    class Meta:
        ordering = ["said_at"]
        constraints = [
            RowPolicy("who opened the file reads why a seat ended", "SELECT", using=READ_IN_THE_FILE),
            RowPolicy(
                "the process director says why a seat ends",
                "INSERT",
                check=f"{SIGNED} AND {IN_A_CASE_I_DIRECT} AND {IN_AN_OPEN_CASE_OF_MINE} AND {ABOUT_WHOM_I_SEE_HERE} "
                f"AND access.is_seat_of(seat_id, case_id) AND {made_now('said_at')}",
            ),
        ]
