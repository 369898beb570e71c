from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.models import Record

from .sight import for_whoever_is_signed_in


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
