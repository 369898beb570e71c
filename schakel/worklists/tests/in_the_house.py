"""Saved views, for the promises over all tables: everybody has their own, and sees no other's."""

from django.utils import timezone

from schakel.access.tests.proper_rows import may, me
from schakel.worklists.models import SavedView

EVERYBODY = "noor sem pim sanne lieke jelmer bilal polly linda hanneke coen gea ankie".split()


def furnish(house):
    for name, removed in (("pim", None), ("sanne", None), ("noor", timezone.now())):
        view = {"professional": me(house, name), "list": "casussen", "name": "Stil", "query": "stil=ja"}
        house.add(SavedView.objects.create(**view, removed_at=removed), whose=name, stands=removed is None)


def my_view(house, name):
    return {"professional_id": me(house, name).pk, "list": "casussen", "name": "Plan", "query": "fase=plan"}


def mine_that_stands(house, name, one, *rest):
    return one.whose == name and one.stands


ROWS = {
    "worklists_savedview": may(
        *EVERYBODY, write=my_view,
        refused=lambda house: [
            {"professional_id": house.world.jelmer.pk}, {"made_at": "2020-01-01"}, {"removed_at": timezone.now()},
        ],
    )
}  # fmt: skip
CHANGES = {"worklists_savedview": ("name = 'y'", mine_that_stands, ["removed_at = now(), professional_id = %(coen)s"])}
EXISTS = {"worklists_savedview": lambda name, opened, one, contact: one.whose == name}
OPEN = ["worklists:mine"]
