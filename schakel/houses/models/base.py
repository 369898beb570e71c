"""What a house sets up is never edited: it is retired, and what takes its place stands beside it."""

from django.db import models

from schakel.access.fields import MomentField, made_now
from schakel.access.models import Record
from schakel.access.policies import RowPolicy
from schakel.access.stamps import Stamped
from schakel.network.models import House, Professional, Standing, for_whoever_is_signed_in

OF_MY_HOUSES = "house_id = ANY ((SELECT access.my_houses('administrator'))::uuid[])"
OF_THAT_HOUSE = "(regime_id IS NULL OR access.is_regime_of(regime_id, house_id))"


class SetUp(Record):
    """Something that a house set up, by whom, from when, and until when it stood."""

    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    author = models.ForeignKey(Professional, models.PROTECT, null=True, editable=False, related_name="+")
    since = MomentField()
    retired_at = models.DateTimeField(null=True, editable=False)

    objects = Standing()
    every = models.Manager()

    class Meta:
        abstract = True


def set_up_by_the_administrator(thing, plural, *columns, also=""):
    """The sentences of a table with set-up: who reads, adds and retires, and what else may change of what stands."""
    return [
        Stamped(f"the database says when a {thing} is retired", columns=["retired_at"]),
        for_whoever_is_signed_in(f"the {plural}"),
        RowPolicy(
            f"the functional administrator adds a {thing}",
            "INSERT",
            check=f"{OF_MY_HOUSES} AND author_id = (SELECT access.me()) AND {made_now('since')} "
            f"AND retired_at IS NULL{f' AND {also}' if also else ''}",
        ),
        RowPolicy(
            f"the functional administrator retires a {thing}",
            "UPDATE",
            using=f"{OF_MY_HOUSES} AND retired_at IS NULL",
            check=OF_MY_HOUSES,
            columns=["retired_at", *columns],
        ),
    ]
