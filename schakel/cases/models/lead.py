"""Casusregie: offered by the house to one organisation of the circle, accepted or refused by that organisation."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, made_now
from schakel.access.policies import RowPolicy
from schakel.access.stamps import Fires, Stamped
from schakel.network.models import Professional
from schakel.vault.words import Worded

from .case import IN_A_CASE_I_DIRECT, IN_AN_OPEN_CASE_OF_MINE, SIGNED, OfACase
from .circle import A_SEAT_I_SEE, Seat

OF_AN_OFFER_I_SEE = "offer_id = ANY ((SELECT access.lead_offers_i_see())::uuid[])"


class LeadOffer(OfACase):
    """The direction of the content of a case, as the house offers it to one organisation. (nl: aanbod van casusregie)

    It lies there until it is answered or withdrawn; accepted it lasts until it ends. What was, stays to be read.
    """

    words = ("reason", "ending")
    holds = Holds.FRAME
    classified = Classified(ordinary="about offered_at ended_at edition")

    seat = models.ForeignKey(Seat, models.PROTECT, related_name="lead_offers")
    offered_at = MomentField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-offered_at"]
        constraints = [
            RowPolicy("who sees the seat sees that the lead was offered to it", "SELECT", using=A_SEAT_I_SEE),
            RowPolicy(
                "the process director offers the lead to one who takes part",
                "INSERT",
                check=f"{SIGNED} AND {IN_A_CASE_I_DIRECT} AND {IN_AN_OPEN_CASE_OF_MINE} AND about = ARRAY[case_id] "
                f"AND access.can_lead(seat_id, case_id) AND ended_at IS NULL AND {made_now('offered_at')}",
            ),
            RowPolicy(
                "the process director withdraws or ends the lead",
                "UPDATE",
                using=f"{IN_A_CASE_I_DIRECT} AND {IN_AN_OPEN_CASE_OF_MINE} AND ended_at IS NULL",
                check=f"{SIGNED} AND {IN_A_CASE_I_DIRECT}",
                columns=["author_id", "edition", "ended_at"],
            ),
            Stamped("the lead ends now", columns=["ended_at"]),
            Fires("one organisation at a time is asked", moment="AFTER INSERT", function="access.one_leads"),
            Fires(
                "the role of a seat follows from the end of the lead",
                moment="AFTER UPDATE",
                function="access.lead_ends",
            ),
        ]


class LeadAnswer(Worded):
    """What the organisation says to the offer: yes, and who; or no, and why. (nl: antwoord op het aanbod)"""

    class Ground(models.TextChoices):
        TASK = "task", _("not within our task")
        CAPACITY = "capacity", _("no room for it at the moment")
        ANOTHER = "another", _("another organisation stands nearer to it")
        OTHER = "other", _("another reason")

    words = ("reason",)
    holds = Holds.FRAME
    classified = Classified(ordinary="accepted ground answered_at edition")

    offer = models.OneToOneField(LeadOffer, models.PROTECT, related_name="answer")
    accepted = models.BooleanField()
    lead_professional = models.ForeignKey(Professional, models.PROTECT, null=True, related_name="+")
    ground = models.CharField(max_length=10, choices=Ground, blank=True)
    answered_at = MomentField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(accepted=True, lead_professional__isnull=False, ground="")
                | (models.Q(accepted=False, lead_professional=None) & ~models.Q(ground="")),
                name="yes_and_who_or_no_and_why",
            ),
            RowPolicy("who sees the offer of the lead sees the answer", "SELECT", using=OF_AN_OFFER_I_SEE),
            RowPolicy(
                "who sits on the seat, or its contact, answers the offer",
                "INSERT",
                check=f"{SIGNED} AND access.may_answer_the_lead(offer_id, lead_professional_id) "
                f"AND {made_now('answered_at')}",
            ),
            Fires("the role of a seat follows from the answer", moment="AFTER INSERT", function="access.lead_begins"),
            # No UPDATE: who changes their mind asks the house, which ends the lead.
        ]

    @property
    def file_id(self):
        return self.offer.case_id

    @property
    def about(self):
        return [self.offer.case_id]

    audience = about
