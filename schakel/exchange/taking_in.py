"""Taking in what was checked: every case for itself, and each of them once."""

from dataclasses import dataclass, field
from pathlib import PurePath

from django.core import signing
from django.db import ProgrammingError, transaction
from django.utils.translation import gettext as _

from schakel.access.verdict import Refused
from schakel.cases.actions import take_in_running_case
from schakel.documents.checking import Unacceptable, examine
from schakel.sheets.reading import Unreadable, read_sheet

from .running_cases import cells_of, checked

LARGEST = 2 * 1024 * 1024  # bytes
AN_HOUR = 3600  # seconds between looking and confirming
ENDINGS = ("csv", "ods", "xlsx")


@dataclass
class Outcome:
    """What came of it: numbers of cases made, references that were there already, and rows left out with why."""

    made: list = field(default_factory=list)
    there: list = field(default_factory=list)
    left_out: list = field(default_factory=list)


def read(file):
    """The cells of an uploaded sheet; Unreadable says why not. Nothing is kept."""
    ending = PurePath(file.name).suffix.lower().removeprefix(".")
    if ending not in ENDINGS:
        raise Unreadable(_("Choose a sheet that ends in .ods, .xlsx or .csv."))
    if file.size > LARGEST:
        raise Unreadable(_("This sheet is too large: at most 2 MB."))
    content = file.read()
    if ending != "csv":
        try:
            examine(file.name, content)
        except Unacceptable as reason:
            raise Unreadable(str(reason)) from None
    return cells_of(read_sheet(ending, content))


def sealed(cells, *, by, house):
    """The cells for the page to bring back: only for who looked, only for a while, and unchanged."""
    return signing.dumps(cells, salt=_salt(by, house), compress=True)


def unsealed(text, *, by, house):
    try:
        return signing.loads(text, salt=_salt(by, house), max_age=AN_HOUR)
    except signing.BadSignature:
        raise Unreadable(_("It was too long ago that you looked at this sheet. Choose it again.")) from None


def take_in(cells, *, by, house):
    """Make a case of every row in order; a row that cannot be is left out, the others do not wait for it."""
    outcome = Outcome()
    for row in checked(cells, house):
        if row.errors:
            outcome.left_out.append((row.place, [f"{name}: {reason}" for name, reason in row.errors]))
            continue
        try:
            with transaction.atomic():
                case = take_in_running_case(by=by, house=house, person=row.person, **row.case)
        except Refused as refusal:
            outcome.left_out.append((row.place, [str(refusal)]))
        except ProgrammingError as error:  # an id that stands for something already founds nothing: the policy says so
            if 'row-level security policy for table "cases_case"' not in str(error):
                raise
            outcome.there.append(row.place)
        else:
            outcome.made.append((row.place, case.number))
    return outcome


def _salt(by, house):
    return f"running cases|{by.pk}|{house.pk}"
