"""Words that stand in lists: they point to nobody. (nl: korte titel zonder persoonsgegevens)

A check helps whoever types; it does not take over their judgement. It knows the persons of the case that the writer
sees, and the forms in which numbers, dates and addresses point to somebody.
"""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from schakel.cases.traces import personal_traces
from schakel.people.names import fold

WORD = re.compile(r"[^\W\d_]+")
INITIALS = re.compile(r"\b(?:[A-Z]\.\s?){2,}|\b[A-Z]\.\s?(?:[a-z']{1,4}\s){0,3}[A-Z][a-z]+")
FULL_DATE = re.compile(r"(?<!\d)(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?!\d)|(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
DATE_IN_WORDS = re.compile(r"(?<!\d)(\d{1,2}) ([a-z]+) (\d{4})(?!\d)")
LINKED = "de den der het van ter ten te la le el in op aan bij voor zu von".split()  # never a name by themselves
SHORTEST_NAME = 2
YEARS_OF_WORK = 2  # a day longer ago than this is no date of an agreement

A_NAME = _("This stands in lists, so it names nobody. Leave the name out; it may stand in the explanation.")
INITIALED = _("This stands in lists, so it names nobody, not by initials either.")
A_TRACE = _("This stands in lists: leave out %(what)s.")
A_BIRTHDAY = _("This stands in lists: leave out dates of birth.")


def points_to_nobody(text, people):
    """Refuse words that could tell who a case is about; `people` are those the writer sees."""
    if traces := personal_traces(text):
        raise ValidationError(A_TRACE, code="personal", params={"what": ", ".join(traces)})
    for found, reason in (
        (_names_a_birthday(text), A_BIRTHDAY),
        (_words_of(text) & _names_of(people), A_NAME),
        (INITIALS.search(text), INITIALED),
    ):
        if found:
            raise ValidationError(reason, code="personal")


def _words_of(text):
    """Every word, also without the s or the 's of a genitive."""
    words = set(WORD.findall(fold(text)))
    return words | {word.removesuffix("s") for word in words}


def _names_of(people):
    parts = (f"{p.given_names} {p.surname} {p.partner_surname}" for p in people)
    words = {word for part in parts for word in WORD.findall(fold(part))}
    return {word for word in words if len(word) >= SHORTEST_NAME and word not in LINKED}


def _names_a_birthday(text):
    oldest = timezone.localdate().year - YEARS_OF_WORK
    return any(day.year < oldest for day in _days_in(fold(text)))


def _days_in(text):
    for hit in FULL_DATE.finditer(text):
        day, month, year = hit.groups()[:3] if hit[1] else reversed(hit.groups()[3:])
        yield from _real(year, month, day)
    months = {str(name).lower(): number for number, name in MONTHS.items()}
    for day, name, year in DATE_IN_WORDS.findall(text):
        yield from _real(year, months.get(name, 0), day)


def _real(year, month, day):
    try:
        yield date(int(year), int(month), int(day))
    except ValueError:
        return
