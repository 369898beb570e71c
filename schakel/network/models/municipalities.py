from django.db import models
from django.utils import timezone

from schakel.access.classification import Classified, Holds
from schakel.access.models import Record
from schakel.access.policies import RowPolicy

from .houses import House
from .sight import ADMINISTER, for_whoever_is_signed_in

MINE_OR_NOBODYS = f"house_id IS NULL OR house_id = ANY ({ADMINISTER})"


class Present(models.QuerySet):
    """Those that are there; a municipality that merged stays in the table, because old addresses name it."""

    def present(self):
        return self.filter(models.Q(ended_on=None) | models.Q(ended_on__gt=timezone.localdate()))


class Municipality(Record):
    """A municipality, what became of it, and the house that serves it. (nl: gemeente)"""

    holds = Holds.SETUP
    classified = Classified(ordinary="code name ended_on successor")

    code = models.CharField(max_length=4, unique=True)
    name = models.CharField(max_length=80)
    house = models.ForeignKey(House, models.PROTECT, null=True, related_name="municipalities")
    ended_on = models.DateField(null=True)  # from this day it is part of another
    successor = models.CharField(max_length=4, blank=True)  # the code of that other

    objects = Present.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            for_whoever_is_signed_in("the municipalities"),
            RowPolicy(
                "a house takes what no other has and lets go of its own",
                "UPDATE",
                using=MINE_OR_NOBODYS,
                check=MINE_OR_NOBODYS,
                columns=["house_id"],
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_gone(self):
        return self.ended_on is not None and self.ended_on <= timezone.localdate()
