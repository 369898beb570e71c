"""What everybody may know of a house, signed in or not: the database tells these facts and no others."""

import json
from types import SimpleNamespace

from django.db import connection

from .texts import DEFAULTS, filled

TEXTS = ("public_what", "public_how", "public_rights")


def public_houses():
    """All houses with a public page."""
    return [_facts(one) for one in _asked("SELECT facts FROM access.public_houses()")]


def public_house(slug):
    """The public facts of one house, or None."""
    return next((_facts(one) for one in _asked("SELECT facts FROM access.public_houses() WHERE slug = %s", slug)), None)


def _asked(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [json.loads(facts) for (facts,) in cursor.fetchall()]


def _facts(found):
    house = SimpleNamespace(**found)
    for key in TEXTS:
        setattr(house, key.removeprefix("public_"), filled(house.texts.get(key, DEFAULTS[key]), house, {}))
    return house
