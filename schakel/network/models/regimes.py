from django.contrib.postgres.fields import ArrayField
from django.db import models

from schakel.access.classification import Classified, Holds
from schakel.access.models import Record
from schakel.access.policies import RowPolicy

from .houses import House
from .sight import for_whoever_is_signed_in


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
