"""The thirty houses and their municipalities, from the national table and a file in this folder's `data`.

Loading again brings in what the table says is new – municipalities that merged – and never takes back what a house
corrected: only a municipality that was not there before gets its house from the file, or from what it was made of.
"""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction
from django.utils.text import slugify

from ..models import Capacity, House, Municipality, Organisation

HOUSES = Path(__file__).resolve().parent.parent / "data" / "houses.toml"
NAMED = ["name", "ended_on", "successor"]


@dataclass(frozen=True)
class Entry:
    """A line of the national table: from `ended_on` on, the municipality is part of its successor."""

    code: str
    name: str
    successor: str = ""
    ended_on: object = None


@dataclass
class Loaded:
    """What was new, and which municipalities nobody serves yet."""

    houses: int = 0
    municipalities: int = 0
    changed: int = 0
    unserved: list = field(default_factory=list)


@transaction.atomic
def load(table, file=HOUSES):
    """Put houses and municipalities there, as owner of the tables; a second time it changes nothing."""
    wanted = tomllib.loads(file.read_text())["house"]
    loaded = Loaded()
    houses = {one["region"]: _house(one, loaded) for one in wanted}
    served = {line[:4]: houses[one["region"]] for one in wanted for line in one["municipalities"]}
    there = {one.code: one for one in Municipality.objects.select_related("house")}
    new = [_entry(entry, there, loaded) for entry in table]
    for municipality in [one for one in new if one is not None]:
        municipality.house = served.get(municipality.code) or _house_of_what_it_was(municipality, there)
        municipality.save(update_fields=["house"])
    loaded.unserved = [one.name for one in there.values() if not one.is_gone and one.house is None]
    return loaded


def _house(wanted, loaded):
    """The house of this region, with the organisation that it is itself."""
    found = House.objects.filter(region=wanted["region"]).first()
    if found:
        return found
    short = wanted["name"].replace("Zorg- en Veiligheidshuis", "ZVH")
    organisation = Organisation.objects.create(name=wanted["name"], short_name=short, kind="house", chain="none")
    house = House.objects.create(
        name=wanted["name"],
        region=wanted["region"],
        slug=slugify(wanted["region"]),
        capacity=Capacity.objects.create(organisation=organisation, name=""),
    )
    organisation.keeper = house
    organisation.save(update_fields=["keeper"])
    loaded.houses += 1
    return house


def _entry(entry, there, loaded):
    """The row of this line; only a new one is given back."""
    values = {"name": entry.name, "ended_on": entry.ended_on, "successor": entry.successor}
    found = there.get(entry.code)
    if found is None:
        there[entry.code] = Municipality.objects.create(code=entry.code, **values)
        loaded.municipalities += 1
        return there[entry.code]
    if any(getattr(found, name) != value for name, value in values.items()):
        for name, value in values.items():
            setattr(found, name, value)
        found.save(update_fields=NAMED)
        loaded.changed += 1
    return None


def _house_of_what_it_was(municipality, there):
    """The house that all that it was made of had; when they differ, the houses themselves decide."""
    before = {one.house for one in there.values() if one.successor == municipality.code and one.house}
    return before.pop() if len(before) == 1 else None
