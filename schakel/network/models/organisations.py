from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import StartField
from schakel.access.models import Record
from schakel.access.policies import RowPolicy

from .sight import FOUND, KEEP, SIGNED, for_whoever_is_signed_in


class Organisation(Record):
    """A partner in the network, with its own duties and its own power to decide. (nl: organisatie)"""

    class Chain(models.TextChoices):
        JUSTICE = "justice", _("criminal justice")
        CARE = "care", _("care")
        CIVIL = "civil", _("civil")
        GOVERNMENT = "government", _("government")
        NONE = "none", _("no chain")

    holds = Holds.SETUP
    classified = Classified(ordinary="name short_name kind chain registered_at")

    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60)
    kind = models.CharField(max_length=40)
    chain = models.CharField(max_length=12, choices=Chain)
    keeper = models.ForeignKey("House", models.PROTECT, null=True, related_name="kept")  # whose administrator keeps it
    author = models.ForeignKey("Professional", models.PROTECT, null=True, related_name="+")
    registered_at = StartField(null=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            for_whoever_is_signed_in("the organisations"),
            RowPolicy(
                "the staff of a house register whom they need",
                "INSERT",
                check="keeper_id = ANY ((SELECT access.houses_i_work_for())::uuid[]) AND kind <> 'house' "
                f"AND {SIGNED} AND registered_at = now()",
            ),
            RowPolicy(
                "the administrator of the house that keeps it corrects it",
                "UPDATE",
                using=f"id = ANY ({KEEP})",
                check="kind <> 'house' OR access.is_a_house(id)",
                columns=["name", "short_name", "kind", "chain"],
            ),
        ]

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
        constraints = [
            for_whoever_is_signed_in("the capacities they take part in"),
            RowPolicy(
                "whoever registers or keeps an organisation names these",
                "INSERT",
                check=f"organisation_id = ANY ({KEEP} || {FOUND}) AND access.is_new(id)",
            ),
        ]

    def __str__(self):
        return f"{self.organisation.short_name} – {self.name}" if self.name else self.organisation.short_name
