"""What the head of a case tells; other capabilities say it too, and one statement asks for all."""

from functools import cache

from django.db import connection
from django.urls import reverse
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext as _

_known = {}  # kind: (the question in SQL, what it needs, who words the answer)


def head_fact(kind, question, **needs):
    """Register a SELECT of one text about the case %(case)s, and who makes (label, value, url) of it."""

    def register(function):
        _known[kind] = (question, needs, function)
        return function

    return register


def facts_of(case, circle):
    """The facts for the head of an opened case, as far as the row policies show them."""
    _discover()
    needs = {"case": case.pk}
    for _question, more, _word in _known.values():
        needs |= more
    # Kinds and questions stand in the code, in `head_fact`; nothing of them comes from outside.
    parts = [f"(SELECT '{kind}', asked.* FROM ({question}) asked)" for kind, (question, _n, _w) in _known.items()]  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), needs)
        found = cursor.fetchall()
    order = list(_known)
    told = [_known[kind][2](case, circle, what) for kind, what in sorted(found, key=lambda row: order.index(row[0]))]
    return [fact for fact in told if fact]


@head_fact(
    "lead",
    """SELECT o.seat_id::text FROM cases_leadoffer o WHERE o.case_id = %(case)s AND o.ended_at IS NULL
       AND NOT EXISTS (SELECT FROM cases_leadanswer a WHERE a.offer_id = o.id)
       ORDER BY o.offered_at DESC LIMIT 1""",
)
def offered_lead(case, circle, seat):
    """To whom casusregie was offered, until there is an answer."""
    asked = next((str(one.capacity) for one in circle if str(one.pk) == seat), "")
    url = reverse("cases:lead", args=[case.number])
    return asked and (_("Lead on the content"), _("offered to {organisation}").format(organisation=asked), url)


@head_fact(
    "house",
    """SELECT h.name FROM cases_houseoffer o JOIN cases_case k ON k.id = o.case_id
       JOIN network_house h ON h.id = o.to_house_id
       WHERE o.case_id = %(case)s AND o.withdrawn_at IS NULL AND k.closed_at IS NULL
       AND NOT EXISTS (SELECT FROM cases_houseanswer a WHERE a.request_id = o.id)
       ORDER BY o.offered_at DESC LIMIT 1""",
)
def offered_elsewhere(case, circle, house):
    """The house that has to answer whether it takes the case over; for who takes part for the whole case."""
    return _("Offered to"), house, reverse("cases:course", args=[case.number])


@cache
def _discover():
    autodiscover_modules("steps")
