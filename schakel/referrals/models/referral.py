from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, NumberField, made_now
from schakel.access.policies import RowPolicy, first_in_sight
from schakel.access.stamps import Stamped
from schakel.network.models import Capacity, House, Municipality, Professional, Regime
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

    # `domains`: the life domains touched, one a line; `none_known`: of which kinds (NONE_KNOWN) there are none.
    words = ("happened", "goal", "domains", "tried", "stuck", "views", "none_known", "urgency", "withdrawal")
    NONE_KNOWN = ("frames", "alerts")
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
    municipality = models.ForeignKey(Municipality, models.PROTECT, null=True, related_name="+")  # home, or the incident
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
                f"AND sent_at IS NULL AND withdrawn_at IS NULL AND {CONTACT_IS_A_COLLEAGUE} AND {made_now('made_at')} "
                "AND access.is_new(id)",
                columns=[
                    "id", "author_id", "edition", "house_id", "regime_id", "capacity_id", "referrer_id", "contact_id",
                    "municipality_id", "source", "registration_number", "theme", "urgent", "since", "made_at",
                    "sent_at", "withdrawn_at",
                ],  # not "number": whoever could choose one could ask which exist
            ),
            RowPolicy(
                "the referrer or contact writes until it is answered",
                "UPDATE",
                using=MINE_TO_WRITE,
                check=f"author_id = (SELECT access.me()) AND {MINE_TO_WRITE} AND {CONTACT_IS_A_COLLEAGUE}",
                columns=[
                    "author_id", "edition", "contact_id", "municipality_id", "theme", "urgent", "since", "sent_at",
                    "withdrawn_at",
                ],
            ),
            Stamped("a referral is sent or withdrawn now", columns=["sent_at", "withdrawn_at"]),
            # No DELETE: a draft is thrown away by access.throw_away_draft(), answered referrals go through retention.
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
