"""A case with its circle, and how it ended."""

from dataclasses import dataclass, field
from datetime import time

from schakel.cases.models import (
    Case,
    Closing,
    ConfidentialityStatement,
    Occupant,
    Seat,
    SeatPerson,
)
from schakel.vault.words import Keyring

from .case_checks import sees
from .load_beside import load_beside
from .load_conferences import load_conferences
from .load_contributions import load_contributions
from .load_people import load_people
from .load_plans import load_plan
from .load_readings import load_readings
from .loading import BEGIN, END, everybody
from .shapes import SITUATION


@dataclass
class Scene:
    """One case while it is laid down: the row, its keys, persons by key and seats by capacity."""

    written: object
    case: Case
    ring: Keyring
    opened: object
    director: object
    people: dict = field(default_factory=dict)
    seats: dict = field(default_factory=dict)
    sitting: list = field(default_factory=list)  # occupants

    @property
    def house(self):
        return self.case.house

    @property
    def file(self):
        return self.case

    def about(self, keys):
        """Whom a row is about: the persons, or the case itself for the situation as a whole."""
        if everybody(keys) or keys == [SITUATION]:
            return [self.case.pk]
        return sorted(self.people[key].pk for key in keys)

    def sees(self, capacity, key):
        """Whether the seat of this capacity is for that person."""
        return sees(self.written, capacity, [key])


def load_case(loading, written, referral):
    """Everything of one case, in the order in which it happened."""
    scene = _open(loading, written, referral)
    for seat in written.seat:
        _seat(loading, scene, seat)
    load_contributions(loading, scene)
    conferences = load_conferences(loading, scene)
    load_plan(loading, scene, conferences)
    load_beside(loading, scene)
    if written.closing:
        _close(loading, scene)
    load_readings(loading, scene, conferences)


def _open(loading, written, referral):
    """Opened by whoever decided, in the morning where only the day was written, never before the decision."""
    opened = max(loading.at(written.opened, BEGIN), loading.at(written.triage.at))
    triage = loading.people[written.triage.by]
    case = Case(
        house=loading.houses[written.house], regime=loading.regimes[written.house, written.regime],
        phase=written.phase, is_area=written.area, number=loading.number(),
        referral_id=referral and referral.pk, author=triage, opened_by=triage,
        closed_at=written.closing and loading.at(written.closing.at),
    )  # fmt: skip
    loading.put(case, opened)
    ring = Keyring.new(case)
    loading.write(case, ring, opened, occasion=written.situation.strip(), goal=written.referral.goal)
    scene = Scene(written, case, ring, opened, loading.people[written.director])
    scene.people = load_people(loading, written, ring, opened, in_case=True)
    loading.scenes[written.key] = scene
    return scene


def _seat(loading, scene, given):
    """A seat, whom it is for, and who sits there; in a hidden regime no contact hears of it."""
    since = max(loading.at(given.since, BEGIN), scene.opened)
    seat = Seat(
        case=scene.case, capacity=loading.capacities[given.capacity], role=given.role, author=scene.director,
        whole_case=everybody(given.persons), starts_at=since, ends_at=loading.at(given.until, END),
    )  # fmt: skip
    loading.put(seat, since)
    if not seat.whole_case:
        for key in given.persons:
            SeatPerson.objects.create(seat=seat, case=scene.case, person=scene.people[key])
    loading.write(seat, scene.ring, since, why=given.why)
    scene.seats.setdefault(given.capacity, []).append((seat, given))
    for one in given.occupants:
        _occupant(loading, scene, given, seat, one)


def _occupant(loading, scene, given, seat, one):
    contact = scene.director if scene.case.regime.hidden else loading.contacts[seat.capacity.organisation_id]
    begins = max(loading.at(one.since, BEGIN), seat.starts_at)
    occupant = Occupant(
        seat=seat, professional=loading.people[one.who], starts_at=begins, ends_at=loading.at(one.until, END),
        named_by=contact,
    )  # fmt: skip
    loading.put(occupant, begins, file=scene.case.pk)
    scene.sitting.append((one, occupant))
    if loading.world.capacities[given.capacity].position == "flexible":
        _sign(loading, occupant)


def _sign(loading, occupant):
    """Who sits for an organisation without a covenant signs the house's own text before anything else."""
    version = loading.texts.get((occupant.seat.case.house_id, "confidentiality"), "default")
    signed = ConfidentialityStatement(seat=occupant.seat, professional=occupant.professional, text_version=version)
    loading.put(signed, occupant.starts_at)


def _close(loading, scene):
    closing = scene.written.closing
    row = Closing(
        case=scene.case, about=[scene.case.pk], reason=loading.label(closing.reason), author=loading.people[closing.by]
    )
    result = "\n\n".join(part for part in (closing.result, closing.handover, closing.evaluation) if part)
    loading.put(row, loading.at(closing.at, time(11, 0)), ring=scene.ring, result=result)
