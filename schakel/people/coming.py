"""What is coming for the persons of my files: ends of frames and alerts, informing that comes back, birthdays.

For "my work": without an opened file, so a file, its number and a day; no name, no kind of measure, no word. One
statement each. With names it stands in the opened file: `birthdays_of`, and in holding.py.
"""

from collections import namedtuple
from datetime import date, timedelta

from django.db import connection

from .lists import AGES
from .showing import birth_of, death_of

Ending = namedtuple("Ending", "file_id number on")
Birthday = namedtuple("Birthday", "file_id number turns earliest latest")
Coming = namedtuple("Coming", "kind number turns on in_a_case")
Turning = namedtuple("Turning", "person turns earliest latest")


def frames_ending(first, last):
    """Legal frames that end between these days, in files I keep or that my organisation brought in."""
    return [Ending(*row) for row in _ask("SELECT * FROM access.frames_ending(%s, %s)", first, last)]


def postponements_ending(last):
    """Informing that was postponed until this day or before, and was not taken up since."""
    return [Ending(*row) for row in _ask("SELECT * FROM access.postponements_ending(%s)", last)]


def alerts_ending(first, last):
    """Alerts that end between these days, in files I keep."""
    return [Ending(*row) for row in _ask("SELECT * FROM access.alerts_ending(%s, %s)", first, last)]


def birthdays_coming(first, last, ages=AGES):
    """Persons of files I keep who turn one of these ages between these days, as far as their birth date says."""
    asked = _ask("SELECT * FROM access.birthdays_coming(%s, %s, %s)", first, last, list(ages))
    return [Birthday(*row) for row in asked]


COMING = """
SELECT c.kind, c.number, c.turns, c.on_day, k.id IS NOT NULL FROM (
    SELECT 'informing' AS kind, file_id, number, NULL::integer AS turns, comes_back_on AS on_day
    FROM access.postponements_ending(%(last)s)
    UNION ALL SELECT 'frame', file_id, number, NULL, ends_on FROM access.frames_ending(%(first)s, %(last)s)
    UNION ALL SELECT 'alert', file_id, number, NULL, ends_on FROM access.alerts_ending(%(first)s, %(last)s)
    UNION ALL SELECT 'birthday', file_id, number, turns, earliest
              FROM access.birthdays_coming(%(first)s, %(last)s, %(ages)s)
) c LEFT JOIN cases_case k ON k.id = c.file_id ORDER BY c.on_day, c.number LIMIT %(most)s
"""


def coming_for_me(first, last, at_most, ages=AGES):
    """All of these together in one statement, the first to come first."""
    asked = {"first": first, "last": last, "ages": list(ages), "most": at_most}
    with connection.cursor() as cursor:
        cursor.execute(COMING, asked)
        return [Coming(*row) for row in cursor.fetchall()]


def birthdays_of(people, first, last, ages=AGES):
    """The same for persons of an opened file, the first to come first."""
    found = [_turning(person, turns) for person in people for turns in ages if _is_alive_and_known(person)]
    return sorted((one for one in found if one.latest >= first and one.earliest <= last), key=lambda one: one.earliest)


def _is_alive_and_known(person):
    birth = birth_of(person)
    return birth is not None and birth.is_known and death_of(person) is None


def _turning(person, turns):
    """Who was born on 29 February grows older on 1 March in other years."""
    birth = birth_of(person)
    year, month, day = birth.year + turns, birth.month, birth.day
    earliest = date(year, month or 1, 1) + timedelta(days=max(day - 1, 0))
    if day:
        return Turning(person, turns, earliest, earliest)
    last_month = month or 12
    following = date(year + last_month // 12, last_month % 12 + 1, 1)
    return Turning(person, turns, earliest, following - timedelta(days=1))


def _ask(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
