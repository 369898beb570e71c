from django.db import models

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, made_now
from schakel.access.models import Record
from schakel.access.policies import RowPolicy
from schakel.access.stamps import Stamped
from schakel.network.models import House, Professional
from schakel.referrals.models import OfAReferral, Referral

from .inquiries import OF_MY_TRIAGE, SIGNED

OF_MY_HOUSE = "house_id = ANY ((SELECT access.my_houses('triage'))::uuid[])"
OF_A_MEETING_I_HOLD = "meeting_id = ANY ((SELECT access.triage_meetings_i_hold())::uuid[])"


class TriageMeeting(Record):
    """A meeting in which the triage goes through what was referred. (nl: triageoverleg)"""

    holds = Holds.FRAME
    classified = Classified(ordinary="starts_at place made_at ended_at")

    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    author = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=120, blank=True)
    made_at = MomentField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-starts_at"]
        constraints = [
            RowPolicy("the triage sees the meetings of its house", "SELECT", using=OF_MY_HOUSE),
            RowPolicy(
                "the triage calls a meeting of its house",
                "INSERT",
                check=f"{SIGNED} AND {OF_MY_HOUSE} AND ended_at IS NULL AND {made_now('made_at')}",
            ),
            RowPolicy(
                "the triage ends a meeting",
                "UPDATE",
                using=f"{OF_MY_HOUSE} AND ended_at IS NULL",
                check=OF_MY_HOUSE,
                columns=["ended_at"],
            ),
            Stamped("a meeting of the triage ends now", columns=["ended_at"]),
            # No DELETE: when the triage met stays.
        ]


class Attendant(Record):
    """Somebody who attends a meeting of the triage, and sees what is shown there. (nl: aanwezige bij de triage)"""

    holds = Holds.FRAME
    classified = Classified(ordinary="noted_at")

    meeting = models.ForeignKey(TriageMeeting, models.PROTECT, related_name="attendants")
    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    professional = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    noted_at = MomentField()

    class Meta:
        ordering = ["noted_at"]
        constraints = [
            models.UniqueConstraint("meeting", "professional", name="who_attends_is_noted_once"),
            RowPolicy("the triage sees who attended", "SELECT", using=OF_MY_HOUSE),
            RowPolicy(
                "the triage notes who attends",
                "INSERT",
                check=f"{OF_A_MEETING_I_HOLD} AND {OF_MY_HOUSE} AND access.may_attend(professional_id, meeting_id) "
                f"AND {made_now('noted_at')}",
            ),
            # No DELETE: who was there was there.
        ]


class MeetingItem(OfAReferral):
    """A referral on the list of a meeting of the triage, and what was concluded about it. (nl: te bespreken aanmelding)

    What was concluded is sealed in the referral, for the triage only.
    """

    words = ("concluded",)
    holds = Holds.FRAME
    classified = Classified(ordinary="position shown_at left_at edition")

    meeting = models.ForeignKey(TriageMeeting, models.PROTECT, related_name="items")
    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    referral = models.ForeignKey(Referral, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)
    shown_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint("meeting", "referral", name="a_referral_is_on_the_list_once"),
            RowPolicy(
                "the triage sees the list of a meeting and its referrals",
                "SELECT",
                using=f"{OF_MY_HOUSE} AND referral_id = ANY ((SELECT access.my_referrals())::uuid[])",
            ),
            RowPolicy(
                "the triage puts a referral on the list",
                "INSERT",
                check=f"{SIGNED} AND {OF_MY_TRIAGE} AND {OF_MY_HOUSE} AND {OF_A_MEETING_I_HOLD} "
                "AND shown_at IS NULL AND left_at IS NULL",
            ),
            RowPolicy(
                "the triage shows a referral, moves on, notes the conclusion",
                "UPDATE",
                using=f"{OF_MY_HOUSE} AND {OF_A_MEETING_I_HOLD}",
                check=f"{SIGNED} AND {OF_MY_HOUSE} AND {OF_A_MEETING_I_HOLD}",
                columns=["author_id", "edition", "shown_at", "left_at"],
            ),
            Stamped("a referral is shown and left now", columns=["shown_at", "left_at"]),
            # No DELETE: what was shown was shown.
        ]

    @property
    def audience(self):
        return [self.house.capacity_id]
