"""A family case with seats for the whole and seats for one person, as the tests find it: opened yesterday."""

from datetime import timedelta
from types import SimpleNamespace

from django.utils import timezone

from conftest import as_owner
from schakel.cases.models import Case, Contribution, Occupant, Seat, SeatPerson
from schakel.people.models import Person
from schakel.vault.words import Keyring

YESTERDAY = timedelta(days=1)


def open_case(world, *, people=("mother", "child"), is_area=False, **fields):
    """Noor directs, Pim (police) sits for the whole case, Sanne (ggz) only for the mother, Lieke (school) only for
    the child; Sem supports. Gea sits nowhere. Returns case, keyring, people and seats as attributes."""
    scene = SimpleNamespace(world=world, people={}, seats={})
    with as_owner():
        scene.case = Case.objects.create(
            author=world.hanneke,
            house=world.house,
            regime=world.regime,
            opened_by=world.hanneke,
            is_area=is_area,
            **fields,
        )
        Case.objects.filter(pk=scene.case.pk).update(opened_at=timezone.now() - YESTERDAY)
        scene.case.refresh_from_db()
        scene.keyring = Keyring.new(scene.case)
        for name in () if is_area else people:
            scene.people[name] = add_person(scene, name)
        give_seat(scene, "noor", "zvh", role="process_director")
        give_seat(scene, "sem", "zvh", role="process_support")
        give_seat(scene, "pim", "police")
        if not is_area:
            give_seat(scene, "sanne", "ggz", only=["mother"])
            give_seat(scene, "lieke", "school", only=["child"])
    return scene


def add_person(scene, name, **fields):
    """Somebody the case is about, with a key of their own."""
    person = Person.objects.create(file_id=scene.case.pk, given_names=name.title(), surname="Testvogel", **fields)
    scene.keyring.add(person.pk)
    return person


def give_seat(scene, name, capacity, *, role="participant", only=()):
    """A seat since yesterday with its occupant; `only` names the persons it is for."""
    since = timezone.now() - YESTERDAY
    seat = Seat.objects.create(
        case=scene.case, capacity=scene.world.capacities[capacity], role=role, whole_case=not only, starts_at=since,
        author=scene.world.noor,
    )  # fmt: skip
    Seat.objects.filter(pk=seat.pk).update(given_at=since)
    for person in only:
        SeatPerson.objects.create(seat=seat, case=scene.case, person=scene.people[person])
    occupant = getattr(scene.world, name)
    Occupant.objects.create(seat=seat, professional=occupant, starts_at=since, named_by=scene.world.noor)
    scene.seats[name] = seat
    return seat


def bring_in(scene, name, text, *, about=(), audience=(), **fields):
    """A contribution of Noor, Pim, Sanne or Lieke, arranged behind the policies."""
    world, seat, author = scene.world, scene.seats[name], getattr(scene.world, name)
    with as_owner():
        contribution = Contribution.objects.create(
            case=scene.case, author=author, capacity=seat.capacity, kind=fields.pop("kind", "fact"),
            about=sorted(scene.people[p].pk for p in about) or [scene.case.pk],
            audience=[*(world.capacities[c].pk for c in audience), seat.capacity_id if audience else scene.case.pk],
            fact_date="20261101", **fields,
        )  # fmt: skip
        scene.keyring.write(contribution, text=text)
    return contribution


def close(scene):
    """The case as it is when it was closed just now, arranged behind the policies."""
    with as_owner():
        Case.objects.filter(pk=scene.case.pk).update(closed_at=timezone.now(), phase="closed")
        scene.case.refresh_from_db()
