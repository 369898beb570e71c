from django.db import models

from schakel.access.classification import Classified, Holds
from schakel.access.models import Record

from .organisations import Capacity
from .sight import for_whoever_is_signed_in


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
