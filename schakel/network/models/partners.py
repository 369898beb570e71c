from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.models import Record

from .houses import House
from .organisations import Organisation
from .sight import for_whoever_is_signed_in


class ByDay(models.QuerySet):
    """What holds from one day until another, both included."""

    def today(self):
        day = timezone.localdate()
        return self.filter(models.Q(until=None) | models.Q(until__gte=day), since__lte=day)


class Partnership(Record):
    """How an organisation takes part in a house. (nl: samenwerking)"""

    class Position(models.TextChoices):
        COVENANT = "covenant", _("under the covenant")
        PER_CASE = "per_case", _("per case")
        FLEXIBLE = "flexible", _("flexible shell")

    holds = Holds.SETUP
    classified = Classified(ordinary="position since until")

    house = models.ForeignKey(House, models.PROTECT, related_name="partnerships")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="partnerships")
    position = models.CharField(max_length=10, choices=Position)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = ByDay.as_manager()

    class Meta:
        constraints = [for_whoever_is_signed_in("who takes part in which house")]


class Professional(Record):
    """Somebody who works for one organisation; the account is elsewhere. (nl: professional)"""

    holds = Holds.SETUP
    classified = Classified(ordinary="name function")

    name = models.CharField(max_length=120)
    function = models.CharField(max_length=120)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="professionals")

    class Meta:
        ordering = ["name"]
        constraints = [for_whoever_is_signed_in("who works where")]

    def __str__(self):
        return self.name


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

    objects = ByDay.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(house=None) ^ models.Q(organisation=None), name="for_a_house_or_for_an_organisation"
            ),
            for_whoever_is_signed_in("who holds which role"),
        ]
