from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.network.models import House, Regime

from .base import OF_THAT_HOUSE, SetUp, set_up_by_the_administrator


class ListEntry(SetUp):
    """One of the possibilities a house lets its people choose from. (nl: lijstwaarde)

    Life domains, themes and reasons for closing are of one approach; the other lists are of the whole house.
    """

    class List(models.TextChoices):
        LIFE_DOMAIN = "life_domain", _("Life domains")
        THEME = "theme", _("Themes")
        CLOSING_REASON = "closing_reason", _("Reasons for closing")
        FRAME_KIND = "frame_kind", _("Kinds of legal frame")
        POSTPONEMENT = "postponement", _("Grounds for informing later")

    holds = Holds.SETUP
    classified = Classified(ordinary="list label position since retired_at")

    house = models.ForeignKey(House, models.PROTECT, related_name="list_entries")
    regime = models.ForeignKey(Regime, models.PROTECT, null=True, blank=True, related_name="list_entries")
    list = models.CharField(max_length=20, choices=List)
    label = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "label"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(list__in=["life_domain", "theme", "closing_reason"]) ^ models.Q(regime=None),
                name="lists_of_an_approach_and_of_a_house",
            ),
            models.UniqueConstraint(
                fields=["house", "regime", "list", "label"], condition=models.Q(retired_at=None), nulls_distinct=False,
                name="a_possibility_stands_once",
            ),
            *set_up_by_the_administrator(
                "possibility", "possibilities one may choose from", "position", also=OF_THAT_HOUSE
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.label
