from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.models import Record
from schakel.access.policies import RowPolicy

from .houses import House
from .organisations import Organisation
from .partners import ByDay
from .regimes import Regime
from .sight import (
    ADMINISTER,
    CONTACT,
    ENDS,
    FOUND,
    FROM_TODAY,
    KEEP,
    NOT_MYSELF,
    NOT_OVER,
    SIGNED,
    for_whoever_is_signed_in,
)


class Working(models.QuerySet):
    """Colleagues who are still there."""

    def working(self):
        return self.filter(models.Q(left_on=None) | models.Q(left_on__gte=timezone.localdate()))


class Professional(Record):
    """Somebody who works for one organisation; the account is elsewhere. (nl: professional)"""

    holds = Holds.SETUP
    classified = Classified(ordinary="name function phone email left_on")

    name = models.CharField(max_length=120)
    function = models.CharField(max_length=120)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="professionals")
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(max_length=120, blank=True)
    left_on = models.DateField(null=True)  # the last day here; roles and mandates end with it

    objects = Working.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            for_whoever_is_signed_in("who works where"),
            RowPolicy(
                "the contact of an organisation adds colleagues",
                "INSERT",
                check=f"organisation_id = ANY ({CONTACT} || {KEEP} || {FOUND}) AND left_on IS NULL "
                "AND access.is_new(id)",
            ),
            RowPolicy(
                "the contact keeps what the colleagues are, and not oneself",
                "UPDATE",
                using=f"id {NOT_MYSELF} AND organisation_id = ANY ({CONTACT} || {KEEP}) "
                "AND (left_on IS NULL OR left_on >= access.today())",
                check="left_on IS NULL OR left_on >= access.today() - 1",
                columns=["name", "function", "phone", "email", "left_on"],
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def has_left(self):
        return self.left_on is not None and self.left_on < timezone.localdate()


class HeldByDay(ByDay):
    """What somebody holds from one day until another, and not after they left."""

    def today(self):
        stays = models.Q(professional__left_on=None) | models.Q(professional__left_on__gte=timezone.localdate())
        return super().today().filter(stays)


class Appointment(Record):
    """What a professional does for a house, or for their own organisation. (nl: aanstelling)"""

    class Role(models.TextChoices):
        PROCESS_DIRECTOR = "process_director", _("process director")
        SUPPORT = "support", _("process support")
        TRIAGE = "triage", _("information director")
        MANAGER = "manager", _("manager")
        PRIVACY_OFFICER = "privacy_officer", _("privacy officer")
        ADMINISTRATOR = "administrator", _("functional administrator")
        AFTERCARE = "aftercare_coordinator", _("after-care coordinator")
        RADICALISATION = "radicalisation_coordinator", _("radicalisation coordinator")
        CONTACT = "contact", _("contact of the organisation")

    holds = Holds.SETUP
    classified = Classified(ordinary="role since until")

    professional = models.ForeignKey(Professional, models.PROTECT, related_name="appointments")
    house = models.ForeignKey(House, models.PROTECT, null=True, related_name="appointments")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="appointments")
    role = models.CharField(max_length=30, choices=Role)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = HeldByDay.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(house=None) ^ models.Q(organisation=None), name="for_a_house_or_for_an_organisation"
            ),
            for_whoever_is_signed_in("who holds which role"),
            RowPolicy(
                "the administrator gives others roles, and names contacts",
                "INSERT",
                check=f"professional_id {NOT_MYSELF} AND {FROM_TODAY} AND ("
                f"role <> 'contact' AND house_id = ANY ({ADMINISTER}) AND access.works_with(professional_id, house_id) "
                f"OR role = 'contact' AND organisation_id = ANY ({KEEP} || {FOUND}) "
                "AND access.works_at(professional_id, organisation_id))",
            ),
            RowPolicy(
                "the administrator says until when others hold a role",
                "UPDATE",
                using=f"professional_id {NOT_MYSELF} AND ({NOT_OVER}) "
                f"AND (house_id = ANY ({ADMINISTER}) OR organisation_id = ANY ({KEEP}))",
                check=ENDS,
                columns=["until"],
            ),
        ]


class Mandate(Record):
    """That an organisation lets one of its people sit in cases under a regime. (nl: mandaat)"""

    holds = Holds.SETUP
    classified = Classified(ordinary="since until")

    professional = models.ForeignKey(Professional, models.PROTECT, related_name="mandates")
    regime = models.ForeignKey(Regime, models.PROTECT, related_name="mandates")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    author = models.ForeignKey(Professional, models.PROTECT, related_name="+")

    objects = HeldByDay.as_manager()

    class Meta:
        constraints = [
            for_whoever_is_signed_in("who has which mandate"),
            RowPolicy(
                "the contact gives colleagues a mandate, and not oneself",
                "INSERT",
                check=f"{SIGNED} AND professional_id {NOT_MYSELF} AND {FROM_TODAY} "
                "AND access.i_mandate(professional_id, regime_id)",
            ),
            RowPolicy(
                "the contact says until when a mandate runs",
                "UPDATE",
                using=f"professional_id {NOT_MYSELF} AND ({NOT_OVER}) AND access.i_mandate(professional_id, regime_id)",
                check=ENDS,
                columns=["until"],
            ),
        ]
