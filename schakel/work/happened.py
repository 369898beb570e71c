"""What happened in a case, as one statement finds it for who asks: contributions, and the turns of agreements."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.cases.models import Contribution
from schakel.design.parts.words import since
from schakel.network.models import Capacity

# The row policies of each table decide what is found. What an organisation did not agree to and what is done are the
# two turns in the life of an agreement.
HAPPENED = """
SELECT 'brought_in', brought_in_at AS at, capacity_id, id, kind FROM cases_contribution WHERE case_id = %(case)s
UNION ALL
SELECT 'recalled', recalled_at, capacity_id, id, '' FROM cases_recall WHERE case_id = %(case)s
UNION ALL
SELECT 'refused', a.answered_at, s.capacity_id, g.id, g.title FROM plans_answer a
JOIN plans_agreement g ON g.id = a.agreement_id JOIN cases_seat s ON s.id = g.seat_id
WHERE a.case_id = %(case)s AND NOT a.accepted
UNION ALL
SELECT 'done', p.reported_at, s.capacity_id, g.id, g.title FROM plans_progress p
JOIN plans_agreement g ON g.id = p.agreement_id JOIN cases_seat s ON s.id = g.seat_id
WHERE p.case_id = %(case)s AND p.done
ORDER BY at DESC LIMIT %(most)s
"""


@dataclass
class Event:
    """Something that happened, for the timeline."""

    name: str
    at: datetime
    words: str
    url: str = ""
    meaning: str = ""

    @property
    def when(self):
        return f"{since(self.at)} · {self.words}"


def happened(case, most):
    """The latest of an opened case: what was brought in and recalled, not agreed to and done."""
    with connection.cursor() as cursor:
        cursor.execute(HAPPENED, {"case": case.pk, "most": most})
        found = cursor.fetchall()
    whose = {row[2] for row in found}
    names = {one.pk: str(one) for one in Capacity.objects.filter(pk__in=whose).select_related("organisation")}
    return [WORDED[kind](case, names.get(capacity, ""), at, key, what) for kind, at, capacity, key, what in found]


def _brought_in(case, organisation, at, key, kind):
    name, url = _("Brought in by {organisation}"), reverse("cases:contributions", args=[case.number])
    return Event(name.format(organisation=organisation), at, str(Contribution.Kind(kind).label), f"{url}#{key}")


def _recalled(case, organisation, at, key, what):
    name = _("Taken back by {organisation}").format(organisation=organisation)
    return Event(name, at, _("do not use this information any more"), meaning="due")


def _refused(case, organisation, at, key, title):
    name = _("{organisation} does not agree").format(organisation=organisation)
    return Event(name, at, title, _agreement(case, key), "due")


def _done(case, organisation, at, key, title):
    return Event(
        _("Done by {organisation}").format(organisation=organisation), at, title, _agreement(case, key), "good"
    )


def _agreement(case, key):
    return reverse("plans:agreement", args=[case.number, key])


WORDED = {"brought_in": _brought_in, "recalled": _recalled, "refused": _refused, "done": _done}
