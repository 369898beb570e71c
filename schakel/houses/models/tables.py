from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.network.models import Capacity, House, Professional, Regime, Weekday

from .base import SetUp, set_up_by_the_administrator


class Table(SetUp):
    """A standing table of the house: its rhythm, its approach, who usually comes, and who chairs. (nl: tafel)

    Who is named here is invited; sight of a case comes from a seat in that case, never from a table.
    """

    class Rhythm(models.TextChoices):
        WEEKLY = "weekly", _("every week")
        FORTNIGHTLY = "fortnightly", _("every two weeks")
        THREE_WEEKLY = "three_weekly", _("every three weeks")
        MONTHLY = "monthly", _("every first one of the month")

    holds = Holds.SETUP
    classified = Classified(ordinary="name rhythm weekday begins ends place link standing since retired_at")

    house = models.ForeignKey(House, models.PROTECT, related_name="tables")
    regime = models.ForeignKey(Regime, models.PROTECT, related_name="tables")
    name = models.CharField(max_length=80)
    rhythm = models.CharField(max_length=12, choices=Rhythm)
    weekday = models.PositiveSmallIntegerField(choices=Weekday)
    begins = models.TimeField()
    ends = models.TimeField()
    place = models.CharField(max_length=120, blank=True)
    link = models.URLField(blank=True)
    chair = models.ForeignKey(Professional, models.PROTECT, null=True, blank=True, related_name="+")
    standing = ArrayField(
        models.UUIDField(), default=list, blank=True
    )  # capacities; leaving the house ends nothing here

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(begins__lt=models.F("ends")), name="a_table_ends_after_it_begins"
            ),
            *set_up_by_the_administrator("table", "standing tables", also="access.is_regime_of(regime_id, house_id)"),
        ]

    def __str__(self):
        return self.name

    def standing_capacities(self):
        """The capacities that usually come."""
        return Capacity.objects.filter(pk__in=self.standing).select_related("organisation")
