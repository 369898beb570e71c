from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, StartField, made_now
from schakel.access.models import Record
from schakel.access.policies import RowPolicy
from schakel.access.stamps import Stamped
from schakel.network.models import Capacity, House, Professional
from schakel.vault.words import Worded

from .case import (
    ABOUT_WHOM_I_SEE_HERE,
    IN_A_CASE_I_DIRECT,
    IN_AN_OPEN_CASE_OF_MINE,
    READ_IN_THE_FILE,
    SIGNED,
    OfACase,
)
from .circle import A_SEAT_I_SEE, Seat


class Outcome(models.TextChoices):
    GRANTED = "granted", _("granted")
    REFUSED = "refused", _("refused")


class SeatRequest(Worded):
    """Somebody outside asks for a seat in a case of which they know the number. (nl: verzoek om een plaats)

    A file of its own: who asks has no key of the case, and it is stored alike whether or not there is such a case.
    Nothing points from here to a case; who directs one finds the requests with its number.
    """

    words = ("why", "answer")
    holds = Holds.FRAME
    classified = Classified(ordinary="number outcome asked_at answered_at withdrawn_at edition")

    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    capacity = models.ForeignKey(Capacity, models.PROTECT, related_name="+")
    asker = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    number = models.CharField(max_length=9)  # as it was heard; no foreign key, or storing it would tell
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    asked_at = MomentField()
    answered_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-asked_at"]
        indexes = [
            models.Index(F("number"), name="seats_asked_in_a_case"), models.Index(F("asker"), name="seats_i_asked")
        ]  # fmt: skip
        constraints = [
            RowPolicy(
                "who asked for a seat and who directs that case see it",
                "SELECT",
                using="id = ANY ((SELECT access.seat_requests_i_see())::uuid[])",
            ),
            RowPolicy(
                "everybody may ask for a seat, whatever the number",
                "INSERT",
                check=f"{SIGNED} AND asker_id = (SELECT access.me()) AND {made_now('asked_at')} AND outcome = '' "
                "AND answered_at IS NULL AND withdrawn_at IS NULL "
                "AND capacity_id = ANY ((SELECT access.capacities_of_my_organisation())::uuid[]) AND access.is_new(id)",
            ),
            RowPolicy(
                "who directs the case answers, who asked withdraws",
                "UPDATE",
                using="id = ANY ((SELECT access.seat_requests_i_answer() || access.seat_requests_i_make())::uuid[])",
                check=f"{SIGNED} AND (id = ANY ((SELECT access.seat_requests_i_answer())::uuid[]) "
                "AND withdrawn_at IS NULL AND answered_at IS NOT NULL AND (outcome = 'granted' "
                "OR outcome = 'refused' AND id = ANY ((SELECT access.seat_requests_i_may_refuse())::uuid[])) "
                "OR id = ANY ((SELECT access.seat_requests_i_make())::uuid[]) "
                "AND withdrawn_at IS NOT NULL AND answered_at IS NULL AND outcome = '')",
                columns=["author_id", "edition", "outcome", "answered_at", "withdrawn_at"],
            ),
            Stamped("a request is answered or withdrawn now", columns=["answered_at", "withdrawn_at"]),
        ]

    @property
    def file_id(self):
        return self.pk

    @property
    def about(self):
        return [self.pk]

    audience = about

    @property
    def state(self):
        """In words for who asked: nothing more than they may know."""
        if self.withdrawn_at:
            return _("withdrawn")
        return self.get_outcome_display() if self.outcome else _("not answered yet")


class SeatProposal(OfACase):
    """Who sits in the circle proposes an organisation for it. (nl: voorstel voor een plaats)"""

    words = ("why", "answer")
    holds = Holds.CONTENT
    classified = Classified(ordinary="about outcome proposed_at answered_at edition")

    capacity = models.ForeignKey(Capacity, models.PROTECT, related_name="+")
    proposed_by = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    proposed_at = MomentField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-proposed_at"]
        constraints = [
            RowPolicy("who opened the file reads which seats were proposed", "SELECT", using=READ_IN_THE_FILE),
            RowPolicy(
                "who sits in an open case proposes an organisation",
                "INSERT",
                check=f"{SIGNED} AND proposed_by_id = (SELECT access.me()) AND {IN_AN_OPEN_CASE_OF_MINE} "
                f"AND {ABOUT_WHOM_I_SEE_HERE} AND {made_now('proposed_at')} AND outcome = '' AND answered_at IS NULL",
            ),
            RowPolicy(
                "the process director answers a proposal, once",
                "UPDATE",
                using=f"{IN_A_CASE_I_DIRECT} AND {IN_AN_OPEN_CASE_OF_MINE} AND outcome = ''",
                check=f"{SIGNED} AND {IN_A_CASE_I_DIRECT} AND outcome <> '' AND answered_at IS NOT NULL",
                columns=["author_id", "edition", "outcome", "answered_at"],
            ),
            Stamped("a proposal is answered now", columns=["answered_at"]),
        ]


class ConfidentialityStatement(Record):
    """Who sits for an organisation without a covenant signed the house's text first. (nl: geheimhoudingsverklaring)

    Which text: its version is kept. The database counts an occupation of such a seat only once this is there.
    """

    holds = Holds.FRAME
    classified = Classified(ordinary="text_version signed_at")

    seat = models.ForeignKey(Seat, models.PROTECT, related_name="statements")
    professional = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    text_version = models.CharField(max_length=60)
    signed_at = StartField()

    class Meta:
        constraints = [
            models.UniqueConstraint("seat", "professional", name="a_statement_is_signed_once"),
            RowPolicy(
                "who signed, and who sees the seat, see that it was signed",
                "SELECT",
                using=f"professional_id = (SELECT access.me()) OR {A_SEAT_I_SEE}",
            ),
            RowPolicy(
                "each signs for themselves, where it is asked of them",
                "INSERT",
                check="professional_id = (SELECT access.me()) AND signed_at = now() "
                "AND seat_id = ANY ((SELECT access.seats_to_sign_for())::uuid[])",
            ),
            # No UPDATE and no DELETE: what was signed stays signed.
        ]
