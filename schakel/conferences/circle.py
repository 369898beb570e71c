"""Who sits where, as a conference or a plan needs it; only what the row policies show to whoever asks."""

from django.db import connection

from schakel.cases.circle import Circle, professionals


def sees(seat, about):
    """Whether from this seat one sees everything that this is about."""
    return seat.whole_case or set(about) <= {row.person_id for row in seat.only}


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
