"""What the course of cases asks of somebody: to answer for the lead, for another house, to call back."""

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext as _

# One question for the three: the row policies of each table decide what is found.
ASKED = """
SELECT 'lead', k.number, o.id, NULL::date FROM cases_leadoffer o JOIN cases_case k ON k.id = o.case_id
LEFT JOIN cases_leadanswer a ON a.offer_id = o.id
WHERE o.seat_id = ANY ((SELECT access.my_seats())::uuid[]) AND o.ended_at IS NULL AND a.id IS NULL
  AND k.closed_at IS NULL
UNION ALL
SELECT 'house', h.name || ' · ' || g.name, r.id, NULL FROM cases_houserequest r
JOIN network_house h ON h.id = r.from_house_id JOIN network_regime g ON g.id = r.regime_id
LEFT JOIN cases_houseanswer a ON a.request_id = r.id
WHERE r.to_house_id = ANY ((SELECT access.houses_i_receive_for())::uuid[]) AND a.id IS NULL
UNION ALL
SELECT 'call', number, NULL, call_back_on FROM access.calls_to_make(%(most)s)
LIMIT %(most)s
"""


def course_asks(at_most):
    """(what, where, url, act, by when) of each: numbers, houses and days only."""
    with connection.cursor() as cursor:
        cursor.execute(ASKED, {"most": at_most})
        found = cursor.fetchall()
    return [WORDED[kind](where, key, day) for kind, where, key, day in found]


def _lead(number, offer, day):
    url = reverse("cases:answer_lead", args=[number, offer])
    return _("Answer the offer of the lead"), _("case {number}").format(number=number), url, _("Give an answer"), day


def _house(where, request, day):
    return _("Case of another house"), where, reverse("cases:house_request", args=[request]), _("Give an answer"), day


def _call(number, _key, day):
    url = reverse("cases:notes", args=[number])
    return _("Call back"), _("case {number}").format(number=number), url, _("Look"), day


WORDED = {"lead": _lead, "house": _house, "call": _call}
