from django.db import models

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, made_now
from schakel.access.models import Record
from schakel.access.policies import RowPolicy
from schakel.access.stamps import Stamped

from .professionals import Professional
from .regimes import Regime
from .sight import for_whoever_is_signed_in

OF_MY_REGIMES = "regime_id = ANY ((SELECT access.regimes_i_set_up())::uuid[])"


class Standing(models.Manager):
    """What holds now. Whoever points at what was retired still reads it: references do not come this way."""

    def get_queryset(self):
        return super().get_queryset().filter(retired_at=None)


class Criterion(Record):
    """One of the numbered questions of a regime's triage; never edited, but retired and asked anew. (nl: criterium)

    What was judged by it keeps its text.
    """

    holds = Holds.SETUP
    classified = Classified(ordinary="number text area since retired_at")

    regime = models.ForeignKey(Regime, models.PROTECT, related_name="criteria")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    area = models.BooleanField(default=False)  # met alone: a case about an area, without persons
    author = models.ForeignKey(Professional, models.PROTECT, null=True, editable=False, related_name="+")
    since = MomentField()
    retired_at = models.DateTimeField(null=True, editable=False)

    objects = Standing()
    every = models.Manager()

    class Meta:
        ordering = ["number", "-since"]
        constraints = [
            models.UniqueConstraint(
                fields=["regime", "number"],
                condition=models.Q(retired_at=None),
                name="criteria_are_numbered_once",
            ),
            Stamped("the database says when a criterion is retired", columns=["retired_at"]),
            for_whoever_is_signed_in("the criteria"),
            RowPolicy(
                "the functional administrator adds a criterion",
                "INSERT",
                check=f"{OF_MY_REGIMES} AND author_id = (SELECT access.me()) AND {made_now('since')} "
                "AND retired_at IS NULL",
            ),
            RowPolicy(
                "the functional administrator retires a criterion",
                "UPDATE",
                using=f"{OF_MY_REGIMES} AND retired_at IS NULL",
                check=OF_MY_REGIMES,
                columns=["retired_at"],
            ),
        ]
