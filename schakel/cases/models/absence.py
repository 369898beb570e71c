from django.db import models
from django.db.models import F, Q

from schakel.access.classification import Classified, Holds
from schakel.access.fields import StartField
from schakel.access.models import Record
from schakel.access.policies import RowPolicy
from schakel.access.stamps import Stamped
from schakel.network.models import Professional

from .circle import FROM_NOW_ON, ByMoment

OF_WHOM_I_AM_CONTACT = "professional_id = ANY ((SELECT access.whom_i_am_contact_for())::uuid[])"
MINE = "professional_id = (SELECT access.me())"


class Lasting(models.QuerySet):
    """What holds until somebody ends it."""

    def standing(self):
        return self.filter(ended_at=None)


class StandIn(Record):
    """Who always replaces a colleague who is away, appointed beforehand by the contact. (nl: vaste vervanger)"""

    holds = Holds.FRAME
    classified = Classified(ordinary="appointed_at ended_at")

    professional = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    stand_in = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    appointed_by = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    appointed_at = StartField()
    ended_at = models.DateTimeField(null=True)

    objects = Lasting.as_manager()

    class Meta:
        indexes = [models.Index(F("professional"), name="stand_ins_of_somebody")]
        constraints = [
            RowPolicy(
                "the two of them and their contact see who replaces whom",
                "SELECT",
                using=f"{MINE} OR stand_in_id = (SELECT access.me()) OR {OF_WHOM_I_AM_CONTACT}",
            ),
            RowPolicy(
                "the contact appoints a fixed replacement",
                "INSERT",
                check="appointed_by_id = (SELECT access.me()) AND appointed_at = now() AND ended_at IS NULL "
                "AND access.i_am_contact_for(professional_id, stand_in_id)",
            ),
            RowPolicy(
                "the contact ends that somebody is a fixed replacement",
                "UPDATE",
                using=f"{OF_WHOM_I_AM_CONTACT} AND ended_at IS NULL",
                check=OF_WHOM_I_AM_CONTACT,
                columns=["ended_at"],
            ),
            Stamped("a fixed replacement ends now", columns=["ended_at"]),
        ]


class AbsenceQuerySet(ByMoment):
    def not_over(self):
        return super().not_over().filter(ended_at=None)


class Absence(Record):
    """A colleague is away for some time, and somebody replaces them. (nl: afwezigheid)

    What follows from it stands in `Occupant`: one row for each seat, which says whom it replaces. This row is kept to
    know who comes along when a seat is filled meanwhile, and to end it all at once.
    """

    holds = Holds.FRAME
    classified = Classified(ordinary="starts_at ends_at every_seat decided_at ended_at")

    professional = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    replacement = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    every_seat = models.BooleanField(default=True)  # also those that are filled meanwhile
    decided_by = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    decided_at = StartField()
    ended_at = models.DateTimeField(null=True)

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at"]
        indexes = [models.Index(F("professional"), name="absences_of_somebody")]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gte=F("starts_at")), name="absence_has_a_period"),
            RowPolicy(
                "the two of them and their contact see who is away",
                "SELECT",
                using=f"{MINE} OR replacement_id = (SELECT access.me()) OR {OF_WHOM_I_AM_CONTACT}",
            ),
            RowPolicy(
                "the contact, or who has a fixed replacement, says who is away",
                "INSERT",
                check=f"decided_by_id = (SELECT access.me()) AND decided_at = now() AND {FROM_NOW_ON} "
                "AND ended_at IS NULL AND access.i_arrange_for(professional_id, replacement_id)",
            ),
            RowPolicy(
                "the contact, or who is back, ends an absence",
                "UPDATE",
                using=f"({MINE} OR {OF_WHOM_I_AM_CONTACT}) AND ended_at IS NULL",
                check=f"{MINE} OR {OF_WHOM_I_AM_CONTACT}",
                columns=["ended_at"],
            ),
            Stamped("an absence ends now", columns=["ended_at"]),
        ]
