"""Reads the fictitious region from its files into plain shapes; a misspelt word is an error, never a gap."""

import tomllib
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import get_args, get_origin, get_type_hints

from .beside_shapes import Asking
from .case_shapes import Case
from .document_shapes import Documents
from .house_shapes import SetUp
from .moments import Moment
from .shapes import Day, Professional, Regimes, Region
from .sketches import Sketches, worked_out

OF_ITS_OWN = ("name", "formula", "criterion", "life_domains", "themes", "closing_reasons")
DATA = Path(__file__).parent / "data"


class UnreadableError(ValueError):
    """A file of the demonstration says something that its shape does not know."""


@dataclass(frozen=True)
class World:
    """The whole demonstration: the region, its people, the kinds of approach, the cases and one day."""

    region: Region
    people: dict[str, Professional]
    regimes: Regimes
    cases: dict[str, Case]
    day: Day
    houses: dict[str, SetUp]
    asking: Asking
    kept: Documents

    @property
    def capacities(self):
        """Every capacity by its key, with the organisation it belongs to."""
        return {key: organisation for organisation in self.organisations for key in organisation.capacity_keys()}

    @property
    def organisations(self):
        """Those of the region and of its neighbours."""
        return [*self.region.organisation, *(one for house in self.houses.values() for one in house.organisations())]

    def municipalities(self, house):
        """The codes of the municipalities of this house."""
        own = self.houses[house].municipality or self.region.municipality
        return {place.code for place in own}

    def approaches(self, house):
        """The keys of the kinds of approach of this house."""
        return [one.like for one in self.houses[house].approach] or [one.key for one in self.regimes.regime]

    def approach(self, house, key):
        """The kind of approach with this key, as this house has it."""
        regime = next(regime for regime in self.regimes.regime if regime.key == key)
        own = next((one for one in self.houses[house].approach if one.like == key), None)
        if own is None:
            return regime
        words = {name: getattr(own, name) or getattr(regime, name) for name in OF_ITS_OWN}
        kept = [replace(one, months=own.retention_months or one.months) for one in regime.retention]
        return replace(regime, **words, retention=kept)


@cache
def read_world(folder=DATA):
    """Read everything; raises UnreadableError with file and place."""
    cases = [build(Case, load(path), path.name) for path in sorted((folder / "cases").glob("*.toml"))]
    people = build_list(Professional, load(folder / "people.toml")["professional"], "people.toml")
    houses = by_key([build(SetUp, load(path), path.name) for path in _own_first(folder / "houses")], "houses")
    people += [replace(one, house=house.key) for house in houses.values() for one in house.staff]
    world = World(
        region=build(Region, load(folder / "region.toml"), "region.toml"),
        people=by_key(people, "people.toml"),
        regimes=build(Regimes, load(folder / "regimes.toml"), "regimes.toml"),
        cases=by_key(cases, "cases"),
        day=build(Day, load(folder / "day.toml"), "day.toml"),
        houses=houses,
        asking=build(Asking, load(folder / "asking.toml"), "asking.toml"),
        kept=build(Documents, load(folder / "documents.toml"), "documents.toml"),
    )
    sketches = [build(Sketches, load(path), path.name) for path in sorted((folder / "sketches").glob("*.toml"))]
    short = [worked_out(world, one.house, case) for one in sketches for case in one.case]
    return replace(world, cases=by_key([*cases, *short], "cases"))


def _own_first(folder):
    """The files of the houses; that of the region itself comes before its neighbours."""
    return sorted(folder.glob("*.toml"), key=lambda path: (path.stem != "merreland", path.stem))


def load(path):
    """The tables of one file."""
    with path.open("rb") as file:
        return tomllib.load(file)


def by_key(things, where):
    """The things by their key; the same key twice is an error."""
    found = {thing.key: thing for thing in things}
    if len(found) != len(things):
        raise UnreadableError(f"{where}: a key is used twice")
    return found


def build(shape, table, where):
    """Make one shape from one table; knows every key and misses none."""
    types = get_type_hints(shape)
    unknown = set(table) - set(types)
    missing = {name for name in required(shape) if name not in table}
    if unknown or missing:
        raise UnreadableError(f"{where}: unknown {sorted(unknown)}, missing {sorted(missing)}")
    return shape(**{key: convert(types[key], value, f"{where}, {key}") for key, value in table.items()})


def required(shape):
    """The fields that have no default."""
    return [f.name for f in fields(shape) if f.default is MISSING and f.default_factory is MISSING]


def convert(kind, value, where):
    """One value as the type its field asks for."""
    if get_origin(kind) is UnionType:
        kind = next(option for option in get_args(kind) if option is not NoneType)
    if get_origin(kind) is list:
        return build_list(get_args(kind)[0], value, where)
    if kind is Moment:
        return moment(value, where)
    if is_dataclass(kind):
        return build(kind, value, where)
    if type(value) is not kind:
        raise UnreadableError(f"{where}: {value!r} is not {kind.__name__}")
    return value


def build_list(kind, values, where):
    """A list of values of one type."""
    return [convert(kind, value, f"{where} {place}") for place, value in enumerate(values, 1)]


def moment(text, where):
    """A relative moment, with the place of the mistake if it is none."""
    try:
        return Moment.parse(text)
    except ValueError as mistake:
        raise UnreadableError(f"{where}: {mistake}") from mistake
