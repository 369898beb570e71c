from django.db import models

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, made_now
from schakel.access.models import Record
from schakel.access.policies import RowPolicy
from schakel.network.models import House, Professional, for_whoever_is_signed_in

from .base import OF_MY_HOUSES


class Change(Record):
    """What was changed in the way a house works, by whom and when, with what stood before. (nl: wijziging)

    The log holds the act as well; nobody in the house reads that back, and this everybody may.
    """

    holds = Holds.SETUP
    classified = Classified(ordinary="at event what before after")

    house = models.ForeignKey(House, models.PROTECT, related_name="changes")
    author = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    at = MomentField()
    event = models.CharField(max_length=60)  # of the act
    what = models.CharField(max_length=200)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)

    class Meta:
        ordering = ["-at"]
        constraints = [
            for_whoever_is_signed_in("what was changed in a house"),
            RowPolicy(
                "who changes the set-up of their house writes what changed",
                "INSERT",
                check=f"{OF_MY_HOUSES} AND author_id = (SELECT access.me()) AND {made_now('at')}",
            ),
            # No UPDATE and no DELETE: history stays as it was.
        ]
