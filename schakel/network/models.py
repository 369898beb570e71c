from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.models import Record
from schakel.access.policies import RowPolicy

SIGNED_IN = "(SELECT access.me()) IS NOT NULL"


def for_whoever_is_signed_in(what):
    """The network is no secret among those who work in it; to the street it is."""
    return RowPolicy(f"whoever is signed in sees {what}", "SELECT", using=SIGNED_IN)


class Organisation(Record):
    """A partner in the network, with its own duties and its own power to decide. (nl: organisatie)"""

    class Chain(models.TextChoices):
        JUSTICE = "justice", _("criminal justice")
        CARE = "care", _("care")
        CIVIL = "civil", _("civil")
        GOVERNMENT = "government", _("government")
        NONE = "none", _("no chain")

    holds = Holds.SETUP
    classified = Classified(ordinary="name short_name kind chain")

    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60)
    kind = models.CharField(max_length=40)
    chain = models.CharField(max_length=12, choices=Chain)

    class Meta:
        ordering = ["name"]
        constraints = [for_whoever_is_signed_in("the organisations")]

    def __str__(self):
        return self.name


class Capacity(Record):
    """In what capacity an organisation takes part: mayor and executive are two. (nl: hoedanigheid)"""

    holds = Holds.SETUP
    classified = Classified(ordinary="name")

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="capacities")
    name = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["organisation__name", "name"]
        constraints = [for_whoever_is_signed_in("the capacities they take part in")]

    def __str__(self):
        return f"{self.organisation.short_name} – {self.name}" if self.name else self.organisation.short_name


class House(Record):
    """One of the thirty regional networks. (nl: Zorg- en Veiligheidshuis)"""

    holds = Holds.SETUP
    classified = Classified(ordinary="name region motto contact_point triage_workdays answered_days")

    name = models.CharField(max_length=120)
    region = models.CharField(max_length=60)
    motto = models.CharField(max_length=200, blank=True)
    contact_point = models.TextField(blank=True)
    capacity = models.OneToOneField(Capacity, models.PROTECT, related_name="house")
    triage_workdays = models.PositiveSmallIntegerField(default=5)  # parameter: not a term from a law
    answered_days = models.PositiveSmallIntegerField(default=30)  # parameter: how long triage still sees an answer

    class Meta:
        constraints = [for_whoever_is_signed_in("the houses")]

    def __str__(self):
        return self.name


class Municipality(Record):
    """A municipality and the house that serves it. (nl: gemeente)"""

    holds = Holds.SETUP
    classified = Classified(ordinary="code name")

    code = models.CharField(max_length=4)
    name = models.CharField(max_length=80)
    house = models.ForeignKey(House, models.PROTECT, related_name="municipalities")

    class Meta:
        ordering = ["name"]
        constraints = [for_whoever_is_signed_in("the municipalities")]

    def __str__(self):
        return self.name


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


def texts():
    return ArrayField(models.CharField(max_length=120), default=list, blank=True)


class Regime(Record):
    """What follows from one legal ground; every case belongs to exactly one. (nl: soort aanpak)"""

    holds = Holds.SETUP
    classified = Classified(
        ordinary="code name purpose citation citation_link verified formula hidden takes_referrals life_domains themes "
        "closing_reasons retention_months edition"
    )

    house = models.ForeignKey(House, models.PROTECT, related_name="regimes")
    code = models.CharField(max_length=30)
    name = models.CharField(max_length=80)
    purpose = models.TextField()
    citation = models.TextField(blank=True)
    citation_link = models.URLField(blank=True)
    verified = models.BooleanField(default=False)  # was the citation held against the text of the law?
    formula = models.CharField(max_length=200, blank=True)
    hidden = models.BooleanField(default=False)
    takes_referrals = models.BooleanField(default=False)
    life_domains = texts()
    themes = texts()
    closing_reasons = texts()
    retention_months = models.PositiveSmallIntegerField(null=True)  # parameter: not verified in the law's text
    edition = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["name"]
        constraints = [
            for_whoever_is_signed_in("the kinds of approach"),
            RowPolicy(
                "the functional administrator sets the formula of their house",
                "UPDATE",
                using="house_id = ANY ((SELECT access.my_houses('administrator'))::uuid[])",
                check="house_id = ANY ((SELECT access.my_houses('administrator'))::uuid[])",
                columns=["formula", "edition"],
            ),
        ]

    def __str__(self):
        return self.name


class Criterion(Record):
    """One of the numbered questions of a regime's triage. (nl: criterium)"""

    holds = Holds.SETUP
    classified = Classified(ordinary="number text area")

    regime = models.ForeignKey(Regime, models.PROTECT, related_name="criteria")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    area = models.BooleanField(default=False)  # met alone: a case about an area, without persons

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint("regime", "number", name="criteria_are_numbered_once"),
            for_whoever_is_signed_in("the criteria"),
        ]
