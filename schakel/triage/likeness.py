"""Who of a referral may be somebody the house knows already. People judge; nothing is merged, nobody is ranked."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

RECOGNISED = "SELECT person, kind, number, how, call FROM access.recognised(%s)"
PURPOSE = gettext_noop("looked whether this is the same person")  # as the database writes it in the log
HOW = {
    "number": (gettext_lazy("same citizen service number"), "due"),
    "name": (gettext_lazy("same name and date of birth"), "due"),
    "like": (gettext_lazy("looks like"), "plain"),
}


@dataclass
class Match:
    """One other file of the house in which somebody like this person stands: a number, and whom to call."""

    person: UUID
    kind: str
    number: str
    how: str
    call: str | None

    @property
    def words(self):
        return HOW[self.how][0]

    @property
    def meaning(self):
        return HOW[self.how][1]

    @property
    def name(self):
        words = _("Case {number}") if self.kind == "case" else _("Referral {number}")
        return words.format(number=self.number)

    @property
    def url(self):
        return "" if self.kind == "case" else reverse("triage:referral", args=[self.number])


def recognised(referral, persons):
    """For each person of the opened referral their matches; asking is told in the log of both files."""
    with connection.cursor() as cursor:
        cursor.execute(RECOGNISED, [referral.pk])
        found = [Match(*row) for row in cursor.fetchall()]
    by_person = [(person, [one for one in found if one.person == person.pk]) for person in persons]
    return [(person, matches) for person, matches in by_person if matches]
