from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, NumberField, made_now
from schakel.access.policies import RowPolicy, first_in_sight
from schakel.access.stamps import Fires, Stamped
from schakel.network.models import House, Organisation, Professional
from schakel.vault.words import File, Worded

SIGNED = "author_id = (SELECT access.me())"
OF_MY_TRIAGE = "referral_id = ANY ((SELECT access.referrals_i_assess())::uuid[])"


class Inquiry(File):
    """A question of the triage to one organisation, through its named contact. (nl: vraag van de triage)

    A small file of its own: its words hold the reason for this organisation and, when it asks whether somebody is
    known there, the name and date of birth that are needed for it. So whoever answers never needs, and never gets,
    anything else of the referral. With the decision of the triage it is gone, keys and all.
    """

    class Kind(models.TextChoices):
        KNOWN = "known", _("known with you?")
        ANONYMOUS = "anonymous", _("question without a name")

    words = ("reason", "persons", "text")
    holds = Holds.CONTENT
    classified = Classified(special="referral_id", ordinary="number kind asked_at withdrawn_at edition")

    number = NumberField()
    kind = models.CharField(max_length=10, choices=Kind)
    referral_id = models.UUIDField(db_index=True)  # no foreign key: whoever answers does not see the referral
    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    asked_of = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    asked_at = MomentField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["referral_id", "organisation", "kind"], condition=Q(withdrawn_at=None),
                name="an_organisation_is_asked_once",
            ),  # fmt: skip
            RowPolicy(
                "who is asked sees it opened, the triage in the opened referral",
                "SELECT",
                using=first_in_sight(
                    "id = ANY ((SELECT access.my_inquiries())::uuid[])", "id = ANY ((SELECT access.opened())::uuid[])"
                ),
            ),
            RowPolicy(
                "the triage asks one organisation at a time, through its contact",
                "INSERT",
                check=f"{SIGNED} AND referral_id = ANY (access.referrals_i_ask_about(kind)) "
                "AND access.may_be_asked(asked_of_id, organisation_id, referral_id, house_id) "
                f"AND withdrawn_at IS NULL AND {made_now('asked_at')} AND access.is_new(id)",
                columns=[
                    "id", "author_id", "edition", "kind", "referral_id", "house_id", "organisation_id", "asked_of_id",
                    "asked_at", "withdrawn_at",
                ],
            ),
            RowPolicy(
                "the triage takes a question back",
                "UPDATE",
                using=OF_MY_TRIAGE,
                check=OF_MY_TRIAGE,
                columns=["withdrawn_at"],
            ),
            Stamped("a question is taken back now", columns=["withdrawn_at"]),
            Fires("who asks waits for who decides", moment="AFTER INSERT", function="access.asked_in_turn"),
            # No DELETE: the decision of the triage ends it (access.forget_inquiries).
        ]  # fmt: skip

    @property
    def audience(self):
        """Who answers it, and the triage that asks."""
        return [self.pk, self.house.capacity_id]


class InquiryAnswer(Worded):
    """That a question of the triage was answered; the answer itself is sealed. (nl: antwoord aan de triage)

    Its words reach the triage only, in the opened referral; who gave it does not read it back either.
    """

    words = ("answer", "note")
    holds = Holds.CONTENT
    classified = Classified(ordinary="answered_at edition")

    inquiry = models.OneToOneField(Inquiry, models.PROTECT, related_name="answered")
    answered_at = MomentField()

    class Meta:
        constraints = [
            RowPolicy(
                "the asked contact and the triage see that there is an answer",
                "SELECT",
                using=first_in_sight(
                    "inquiry_id = ANY ((SELECT access.my_inquiries())::uuid[])",
                    "inquiry_id = ANY ((SELECT access.opened())::uuid[])",
                ),
            ),
            RowPolicy(
                "the asked contact answers, once",
                "INSERT",
                check=f"{SIGNED} AND inquiry_id = ANY ((SELECT access.inquiries_i_answer())::uuid[]) "
                f"AND {made_now('answered_at')}",
            ),
            # No UPDATE: who made a mistake calls the triage. No DELETE: the decision of the triage ends it.
        ]

    @property
    def file_id(self):
        return self.inquiry_id

    @property
    def about(self):
        return [self.inquiry_id]

    @property
    def audience(self):
        return [self.inquiry.house.capacity_id]
