"""Whom one writes about, and in whose name: what the forms about persons offer."""

from schakel.people.rules import Standing

from .circle import Circle, sees
from .rules import RUNNING


def people_and_sources(request, case):
    """The persons of an opened case, who was chosen on the page, and the organisations one may write for."""
    circle = Circle(case)
    mine = circle.of(request.professional)
    runs = any(seat.role in RUNNING for seat in mine)
    seats = [*mine, *(seat for seat in circle if runs and seat not in mine)]
    chosen = request.GET.get("voor", "")
    person = next((person for person in circle.persons if str(person.pk) == chosen), None)
    return {"people": circle.persons, "capacities": _once(seats), "person": person}


def seated_capacities(case, for_person):
    """Who sits for this person, the house aside: that keeps the address in any case."""
    seats = [seat for seat in Circle(case) if sees(seat, [for_person.pk])]
    return [capacity for capacity in _once(seats) if capacity.pk != case.house.capacity_id]


def standing_of(case, seats, people):
    """What the database would answer about these seats of mine: for a page that has them at hand."""
    runs, is_open = any(seat.role in RUNNING for seat in seats), not case.is_closed
    return Standing(
        keeps=runs, keeps_open=runs and is_open, takes_people=runs and is_open and not case.is_area,
        sits=bool(seats) and is_open, capacities=[seat.capacity_id for seat in seats],
        sight=[person.pk for person in people],
    )  # fmt: skip


def _once(seats):
    return list({seat.capacity_id: seat.capacity for seat in seats}.values())
