from django.db import models

from schakel.access.classification import Classified, Holds
from schakel.network.models import House

from .base import SetUp, set_up_by_the_administrator


class HouseText(SetUp):
    """What a house itself says in a letter, on a page or for a word; otherwise the common text holds. (nl: huistekst)

    Every edition stays: what was sent can be read back as it was.
    """

    holds = Holds.SETUP
    classified = Classified(ordinary="key text edition since retired_at")

    house = models.ForeignKey(House, models.PROTECT, related_name="texts")
    key = models.CharField(max_length=40)
    text = models.TextField()
    edition = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["key", "-edition"]
        constraints = [
            models.UniqueConstraint(
                fields=["house", "key"], condition=models.Q(retired_at=None), name="a_text_stands_once"
            ),
            *set_up_by_the_administrator("text", "texts of the houses"),
        ]
