"""Who was in the opened file, by day: organisation and function; names only of one's own colleagues."""

from collections import namedtuple

from django.core.paginator import Paginator
from django.db import connection
from django.utils.translation import gettext

from schakel.audit.models import Entry
from schakel.network.models import Organisation, Professional

PER_PAGE = 25
COLUMNS = "at first_at times kind purposes organisation_id function professional_id from_at until_at"
Reading = namedtuple("Reading", COLUMNS + " organisation name what why")


class Readings:
    """The rows of a day of the log, as a paginator asks for them: counted once, fetched by the page."""

    def __init__(self):
        """The first page comes with how many there are: one question instead of two."""
        columns = COLUMNS.replace(" ", ", ")
        self.statement = f"SELECT {columns}, count(*) OVER () FROM audit.readings() LIMIT %s OFFSET %s"  # noqa: S608
        self.first = _ask(self.statement, PER_PAGE, 0)

    def __len__(self):
        return self.first[0][-1] if self.first else 0

    def __getitem__(self, part):
        rows = self.first[: part.stop] if not part.start else _ask(self.statement, part.stop - part.start, part.start)
        return [row[:-1] for row in rows]


def readings_page(number, circle=None):
    """A page of readings, newest first; who sits in the circle is known already."""
    page = Paginator(Readings(), PER_PAGE).get_page(number)
    rows = list(page.object_list)
    organisations = {seat.capacity.organisation_id: seat.capacity.organisation.short_name for seat in circle or ()}
    names = organisations | ({one.pk: one.name for one in circle.professionals()} if circle else {})
    names |= _called({row[5] for row in rows} - set(names), {row[7] for row in rows} - set(names))
    page.object_list = [
        Reading(*row, names.get(row[5], ""), names.get(row[7], ""), Entry.Kind(row[3]).label, _said(row[4]))
        for row in rows
    ]
    return page


def _called(organisations, professionals):
    """The names of these, as far as I may know them; one question for both."""
    asked = Organisation.objects.filter(pk__in=organisations - {None}).values_list("pk", "short_name")
    return dict(asked.union(Professional.objects.filter(pk__in=professionals - {None}).values_list("pk", "name")))


def _said(purposes):
    """Each purpose once. The log keeps the English words of the page; who reads it gets their own language."""
    return [gettext(purpose) for purpose in dict.fromkeys(purposes or ())]


def _ask(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
