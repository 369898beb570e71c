"""The circle around one case, as far as the row policies show it to whoever asks."""

from functools import cached_property

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import OuterRef, Prefetch, prefetch_related_objects

from schakel.people.models import Person

from .models import ConfidentialityStatement, Occupant, Seat, SeatPerson


class Circle:
    """The seats that hold now, who sits there, and for whom; two queries, and one for the persons of the case."""

    def __init__(self, case, seats=None):
        self.case = case
        self.seats = seats_now(case) if seats is None else seats

    def __iter__(self):
        return iter(self.seats)

    @cached_property
    def persons(self):
        """Whom the case is about, as far as the reader sees them; only in an opened file."""
        return list(Person.objects.filter(file_id=self.case.pk))

    def of(self, professional):
        """The seats this professional sits on."""
        return [seat for seat in self.seats if professional in professionals(seat)]

    def in_role(self, role):
        return [seat for seat in self.seats if seat.role == role]

    def professionals(self):
        """Everybody who sits somewhere, each once."""
        return {somebody for seat in self.seats for somebody in professionals(seat)}

    def organisations(self):
        return {seat.capacity.organisation_id for seat in self.seats}

    def sees(self, capacity_id, persons):
        """Whether an organisation in this capacity has a seat for all of these persons (none: the situation)."""
        about = persons or {self.case.pk}
        return any(sees(seat, about) for seat in self.seats if seat.capacity_id == capacity_id)


def seats_now(case):
    return with_occupants(Seat.objects.now().filter(case=case), Occupant.objects.now())


def with_occupants(seats, occupants, statements=False):
    """These seats, each with `sitting` and `only`: who occupies it, and the ids of the persons whom it is for."""
    sitting = Prefetch("occupants", occupants.select_related("professional"), to_attr="sitting")
    only = ArraySubquery(SeatPerson.objects.filter(seat=OuterRef("pk")).values("person_id"))
    found = list(seats.annotate(only=only).select_related("capacity__organisation").prefetch_related(sitting))
    if statements and any(seat.asks_statement for seat in found):
        signed = Prefetch("statements", ConfidentialityStatement.objects.all(), to_attr="signed")
        prefetch_related_objects(found, signed)
    return found


def professionals(seat):
    return [occupant.professional for occupant in seat.sitting]


def sees(seat, about):
    """Whether from this seat one sees everything that this is about; the situation as a whole is the case's own id."""
    return seat.whole_case or set(about) <= set(seat.only)


def seats_that_see(case, about, circle=None):
    return [seat for seat in circle or Circle(case) if sees(seat, about)]


def sits(professional, seats):
    """Whether this professional occupies one of these seats."""
    return any(professional in professionals(seat) for seat in seats)


def in_my_sight(about):
    """Whether I see everything that this is about; the database answers, as it will when it is written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::uuid[] <@ access.my_sight()", [[str(one) for one in about]])
        return cursor.fetchone()[0]


def about_of(case, people=()):
    """What a row says it is about: these persons, or else the situation as a whole."""
    return sorted({person.pk for person in people}) or [case.pk]


def people_in(case):
    """The persons of an opened case that I see."""
    return list(Person.objects.filter(file_id=case.pk))
