"""Which questions for advice stand in which list, and how many there were; numbers, kinds and days, never words."""

from dataclasses import dataclass

from django.db import connection
from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from .models import Consultation, Response
from .rules import houses_that_i_answer_for

MONTHS_IN_A_QUARTER = 3


def _all():
    said = Response.objects.filter(consultation=OuterRef("pk")).order_by("-responded_at")
    last = Subquery(said.values("kind")[:1])
    last_at = Subquery(said.values("responded_at")[:1])
    return Consultation.objects.annotate(last=last, last_at=last_at).select_related("house", "author__organisation")


def _waiting(rows):
    """For an answer of the house: nobody said anything yet, or the asker asked on."""
    return rows.filter(Q(last=None) | Q(last=Response.Kind.ASKED_ON))


def asked_by(professional):
    return _all().filter(author=professional)


def to_answer(professional, houses):
    """What waits for these houses, the oldest first; what one asked oneself is for a colleague."""
    return _waiting(_all().filter(house__in=houses).exclude(author=professional)).order_by("asked_at")


def worklist(professional, shown="", kind=""):
    """Of the houses that this professional answers for: what waits, what was answered, or everything."""
    found = _all().filter(house__in=houses_that_i_answer_for(professional))
    if kind in Consultation.Kind.values:
        found = found.filter(kind=kind)
    if shown == "alles":
        return found
    if shown == "beantwoord":
        return found.exclude(Q(last=None) | Q(last=Response.Kind.ASKED_ON))
    return _waiting(found).order_by("asked_at")


def status_of(consultation):
    """In words, and how it looks."""
    if consultation.last is None:
        return _("waits for the house"), "due"
    if consultation.last == Response.Kind.ASKED_ON:
        return _("asked on"), "due"
    return Response.Kind(consultation.last).label, "good"


@dataclass
class Counted:
    """Of one kind of question: how many were asked, how they were answered, how much time it took."""

    label: str
    asked: int
    advice: int
    in_touch: int
    refer: int
    minutes: int

    @property
    def hours(self):
        return f"{self.minutes // 60}:{self.minutes % 60:02}"


def quarters(today, back=4):
    """This quarter and those before it: (name, label, first day, day after)."""
    year, quarter = today.year, (today.month - 1) // MONTHS_IN_A_QUARTER
    for index in range(year * 4 + quarter, year * 4 + quarter - back - 1, -1):
        first, after = _first_of(today, index), _first_of(today, index + 1)
        yield (
            f"{first.year}-{index % 4 + 1}",
            _("Quarter {n} of {year}").format(n=index % 4 + 1, year=first.year),
            first,
            after,
        )


def counts(first, after):
    """Questions asked and answers given in a quarter, by kind of question, those destroyed since included."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM access.advice_in_numbers(%s, %s)", [first, after])
        found = {kind: numbers for kind, *numbers in cursor.fetchall()}
    return [Counted(label, *found.get(kind, [0] * 5)) for kind, label in Consultation.Kind.choices]


def _first_of(today, index):
    return today.replace(year=index // 4, month=index % 4 * MONTHS_IN_A_QUARTER + 1, day=1)
