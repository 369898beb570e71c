"""Finding persons by how they are called or when they were born, among those whom one may see.

The database answers with ids; their names come after it was written down that they were listed.
"""

import re
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext_noop

from schakel.audit.opening import names_listed
from schakel.cases.models import Case
from schakel.people.dates import DateError, parse_input
from schakel.people.models import Person
from schakel.people.names import fold
from schakel.people.showing import display_name, life_line
from schakel.referrals.models import Referral

MOST = 250  # persons; who finds more asks for more words
PER_PAGE = 25
MOST_WORDS = 6
PREFIXES = set("de den der d des di du het t s van ter ten te la le el in op aan bij voor zu von und".split())
DATE = re.compile(r"(?<![\w-])(?:\d{1,2}[-/.]){0,2}\d{4}(?![\w-])|(?<![\w-])\d{4}-\d{1,2}-\d{1,2}(?![\w-])")
WORD = re.compile(r"[^\W_]+")


@dataclass
class Asked:
    """What somebody typed, taken apart: words of a name, and birth dates as the registry writes them."""

    words: list
    births: list

    def __bool__(self):
        return bool(self.words or self.births)


@dataclass
class Found:
    """A person, in a file of mine."""

    name: str
    life: str
    number: str
    kind: str
    url: str


def asked(text):
    """The words and dates in a text. "van den Brink" is looked for as Brink: prefixes are written in many ways."""
    births = []
    for match in DATE.finditer(text):
        births += _births(match[0])
    rest = DATE.sub(" ", text) if births else text
    words = [word for word in WORD.findall(rest) if len(word) > 1]
    names = [word for word in words if fold(word) not in PREFIXES] or words
    return Asked(names[:MOST_WORDS], births)


def persons_called(text, page_number, *, by):
    """A page of the persons found, what fits best first."""
    question = asked(text)
    page = Paginator(_candidates(question) if question else [], PER_PAGE).get_page(page_number)
    page.object_list = _shown(list(page.object_list), by)
    return page


def _births(typed):
    """Patterns of a birth date: the day itself, and what the registry writes when it does not know the day."""
    try:
        date = parse_input(typed.replace("/", "-").replace(".", "-"))
    except DateError:
        return []
    if date.day:
        year, month = f"{date.year:04}", f"{date.month:02}"
        return [date.as_registry(), f"{year}{month}00", f"{year}0000"]
    if date.month:
        return [f"{date.year:04}{date.month:02}%", f"{date.year:04}0000"]
    return [f"{date.year:04}%"]


def _candidates(question):
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM access.persons_called(%s, %s, %s)", [question.words, question.births, MOST])
        return cursor.fetchall()


def _shown(found, by):
    """The names of these persons, after it was written down that they were listed."""
    if not found:
        return []
    files = _files({file_id for _person, file_id in found})
    with names_listed(files.values(), by=by, purpose=gettext_noop("searching for a person")):
        persons = {row.pk: row for row in Person.objects.filter(pk__in=[person for person, _file in found])}
    pairs = [(persons[person], files[file]) for person, file in found if person in persons and file in files]
    return [_line(person, file) for person, file in pairs]


def _files(ids):
    files = {case.pk: case for case in Case.objects.mine().filter(pk__in=ids)}
    return files | {referral.pk: referral for referral in Referral.objects.filter(pk__in=ids - files.keys())}


def _line(person, file):
    is_case = isinstance(file, Case)
    place = "work:case_overview" if is_case else "referrals:referral"
    return Found(
        display_name(person), life_line(person), file.number, "case" if is_case else "referral",
        reverse(place, args=[file.number]),
    )  # fmt: skip
