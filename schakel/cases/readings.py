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

    def __len__(self):
        return _ask("SELECT count(*) FROM audit.readings()")[0][0]

    def __getitem__(self, part):
        columns = COLUMNS.replace(" ", ", ")
        limit, offset = part.stop - part.start, part.start
        return _ask(f"SELECT {columns} FROM audit.readings() LIMIT %s OFFSET %s", limit, offset)  # noqa: S608


def readings_page(number):
    """A page of readings, newest first."""
    page = Paginator(Readings(), PER_PAGE).get_page(number)
    rows = list(page.object_list)
    organisations = {one.pk: one.short_name for one in Organisation.objects.filter(pk__in={row[5] for row in rows})}
    names = {one.pk: one.name for one in Professional.objects.filter(pk__in={row[7] for row in rows if row[7]})}
    page.object_list = [
        Reading(*row, organisations.get(row[5], ""), names.get(row[7], ""), Entry.Kind(row[3]).label, _said(row[4]))
        for row in rows
    ]
    return page


def _said(purposes):
    """Each purpose once. The log keeps the English words of the page; who reads it gets their own language."""
    return [gettext(purpose) for purpose in dict.fromkeys(purposes or ())]


def _ask(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
