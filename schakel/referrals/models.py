from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, NumberField, made_now
from schakel.access.policies import RowPolicy, first_in_sight
from schakel.access.stamps import Stamped
from schakel.network.models import Capacity, Criterion, House, Professional, Regime
from schakel.vault.words import File, Worded

MINE_TO_WRITE = "id = ANY ((SELECT access.referrals_i_write())::uuid[])"
OF_A_REFERRAL_I_WRITE = "referral_id = ANY ((SELECT access.referrals_i_write())::uuid[])"
OF_A_REFERRAL_I_ASSESS = "referral_id = ANY ((SELECT access.referrals_i_assess())::uuid[])"
CONTACT_IS_A_COLLEAGUE = "(contact_id IS NULL OR access.is_my_colleague(contact_id))"
OF_THE_OPENED_FILE = first_in_sight(
    "referral_id = ANY ((SELECT access.my_referrals())::uuid[])", "referral_id = ANY ((SELECT access.opened())::uuid[])"
)


class Referral(File):
    """A partner's request to take up a person, a family or an area together. (nl: aanmelding)

    Of the referring organisation only the referrer and the named contact see it.
    """

    class Source(models.TextChoices):
        FORM = "form", _("form")
        MESSAGE = "message", _("national message")

    words = ("happened", "goal", "tried", "views")
    holds = Holds.FRAME
    classified = Classified(
        identifying="registration_number",
        ordinary="number source theme urgent since made_at sent_at withdrawn_at edition",
    )

    number = NumberField()
    house = models.ForeignKey(House, models.PROTECT, related_name="referrals")
    regime = models.ForeignKey(Regime, models.PROTECT, related_name="+")
    capacity = models.ForeignKey(Capacity, models.PROTECT, related_name="+")
    referrer = models.ForeignKey(Professional, models.PROTECT, related_name="referrals")
    contact = models.ForeignKey(Professional, models.PROTECT, null=True, related_name="+")
    source = models.CharField(max_length=10, choices=Source, default=Source.FORM)
    registration_number = models.CharField(max_length=100, blank=True)  # not unique: that could be probed
    theme = models.CharField(max_length=120, blank=True)
    urgent = models.BooleanField(default=False)
    since = models.CharField(max_length=8, blank=True)  # partial date: since when it happens
    made_at = MomentField()
    sent_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            RowPolicy(
                "the referrer, the named contact and the triage see the referral",
                "SELECT",
                using="id = ANY ((SELECT access.my_referrals())::uuid[])",
            ),
            RowPolicy(
                "each refers in their own name, for their own organisation",
                "INSERT",
                check="referrer_id = (SELECT access.me()) AND author_id = (SELECT access.me()) "
                "AND capacity_id = ANY ((SELECT access.capacities_of_my_organisation())::uuid[]) "
                f"AND sent_at IS NULL AND withdrawn_at IS NULL AND {CONTACT_IS_A_COLLEAGUE} AND {made_now('made_at')}",
                columns=[
                    "id", "author_id", "edition", "house_id", "regime_id", "capacity_id", "referrer_id", "contact_id",
                    "source", "registration_number", "theme", "urgent", "since", "made_at", "sent_at", "withdrawn_at",
                ],  # not "number": whoever could choose one could ask which exist
            ),
            RowPolicy(
                "the referrer or contact writes until it is answered",
                "UPDATE",
                using=MINE_TO_WRITE,
                check=f"author_id = (SELECT access.me()) AND {MINE_TO_WRITE} AND {CONTACT_IS_A_COLLEAGUE}",
                columns=["author_id", "edition", "contact_id", "theme", "urgent", "since", "sent_at", "withdrawn_at"],
            ),
            Stamped("a referral is sent or withdrawn now", columns=["sent_at", "withdrawn_at"]),
            # No DELETE: drafts and answered referrals go through retention.
        ]  # fmt: skip

    @property
    def is_draft(self):
        return self.sent_at is None and self.withdrawn_at is None

    @property
    def is_waiting(self):
        """Sent, and not answered or withdrawn."""
        return bool(self.sent_at) and not self.withdrawn_at and not self.is_decided

    @property
    def is_decided(self):
        return hasattr(self, "decision")


class OfAReferral(Worded):
    """A row with words of a referral: whoever opens the referral reads them all."""

    class Meta:
        abstract = True

    @property
    def file_id(self):
        return self.referral_id

    @property
    def about(self):
        return [self.referral_id]

    audience = about


class Claim(OfAReferral):
    """The referrer's ground for one criterion. (nl: onderbouwing van een criterium)"""

    words = ("ground",)
    holds = Holds.CONTENT
    classified = Classified(special="met", ordinary="edition")

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="claims")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="+")
    met = models.BooleanField()

    class Meta:
        ordering = ["criterion__number"]
        constraints = [
            models.UniqueConstraint("referral", "criterion", name="one_claim_per_criterion"),
            RowPolicy("who opened the referral reads the grounds", "SELECT", using=OF_THE_OPENED_FILE),
            RowPolicy(
                "the referrer or contact gives the grounds",
                "INSERT",
                check=f"author_id = (SELECT access.me()) AND {OF_A_REFERRAL_I_WRITE}",
            ),
            RowPolicy(
                "the referrer or contact keeps the grounds until it is answered",
                "UPDATE",
                using=OF_A_REFERRAL_I_WRITE,
                check=f"author_id = (SELECT access.me()) AND {OF_A_REFERRAL_I_WRITE}",
                columns=["met", "author_id", "edition"],
            ),
        ]


class Decision(OfAReferral):
    """What the triage decided about a referral, and the answer to the referrer. (nl: besluit van de triage)"""

    class Outcome(models.TextChoices):
        CASE = "case", _("becomes a case")
        ADVICE = "advice", _("no case, but advice")
        ELSEWHERE = "elsewhere", _("belongs elsewhere")
        NO = "no", _("no case")

    words = ("answer",)
    holds = Holds.FRAME
    classified = Classified(special="outcome", ordinary="formula decided_at edition")

    referral = models.OneToOneField(Referral, models.PROTECT, related_name="decision")
    outcome = models.CharField(max_length=10, choices=Outcome)
    formula = models.CharField(max_length=200)  # as it stood at that moment
    decided_at = MomentField()

    class Meta:
        constraints = [
            RowPolicy(
                "who sees the referral sees that it was answered",
                "SELECT",
                using="referral_id = ANY ((SELECT access.my_referrals())::uuid[])",
            ),
            RowPolicy(
                "the house's triage decides, in its own name",
                "INSERT",
                check=f"author_id = (SELECT access.me()) AND {OF_A_REFERRAL_I_ASSESS} AND {made_now('decided_at')}",
            ),
            # No UPDATE: a decision is answered by a new referral.
        ]


class Finding(OfAReferral):
    """The triage's judgement on one criterion, with its ground. (nl: bevinding)"""

    words = ("ground",)
    holds = Holds.CONTENT
    classified = Classified(special="met", ordinary="edition")

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="findings")
    referral = models.ForeignKey(Referral, models.PROTECT, related_name="+")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="+")
    met = models.BooleanField()

    class Meta:
        ordering = ["criterion__number"]
        constraints = [
            RowPolicy("who opened the referral reads the findings", "SELECT", using=OF_THE_OPENED_FILE),
            RowPolicy(
                "the house's triage judges, in its own name",
                "INSERT",
                check=f"author_id = (SELECT access.me()) AND {OF_A_REFERRAL_I_ASSESS}",
            ),
        ]


class Addition(OfAReferral):
    """Something a referrer adds after sending, or a message that came again. (nl: aanvulling)"""

    words = ("text",)
    holds = Holds.CONTENT
    classified = Classified(ordinary="added_at edition")

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="additions")
    added_at = MomentField()

    class Meta:
        ordering = ["added_at"]
        constraints = [
            RowPolicy("who opened the referral reads what was added", "SELECT", using=OF_THE_OPENED_FILE),
            RowPolicy(
                "the referrer or contact adds until it is answered",
                "INSERT",
                check=f"author_id = (SELECT access.me()) AND {OF_A_REFERRAL_I_WRITE} AND {made_now('added_at')}",
            ),
        ]
