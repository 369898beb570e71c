from django.db import models

from schakel.access.classification import Classified, Holds
from schakel.network.models import House

from .base import SetUp, set_up_by_the_administrator


class ClosedDay(SetUp):
    """A day on which the house does not work, beside weekends and public holidays. (nl: sluitingsdag)"""

    holds = Holds.SETUP
    classified = Classified(ordinary="day reason since retired_at")

    house = models.ForeignKey(House, models.PROTECT, related_name="closed_days")
    day = models.DateField()
    reason = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(
                fields=["house", "day"], condition=models.Q(retired_at=None), name="a_day_is_closed_once"
            ),
            *set_up_by_the_administrator("closed day", "days on which a house is closed"),
        ]
