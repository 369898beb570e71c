"""What waits for somebody in their cases, without a word of it: a kind, numbers of cases, how many, dates."""

from collections import namedtuple

from django.db import connection

Waits = namedtuple("Waits", "kind number whose key on how_many")

# One statement for all kinds: what each finds is decided by the row policies of its table, or by a question to the
# database that asks who I am. Proposals of a seat are content; only that one waits, and in which case, shows here.
WAITING = """
(SELECT 'stop_using' AS kind, number::text, '' AS whose, id AS key, recalled_at::date AS on_day, 1 AS how_many
 FROM cases_nolongerused WHERE confirmed_at IS NULL ORDER BY recalled_at LIMIT %(most)s)
UNION ALL
(SELECT 'our_word', number, '', NULL, NULL, how_many FROM access.waits_for_our_word(%(most)s))
UNION ALL
(SELECT 'colleague', number, capacity, seat, NULL, 1 FROM access.waits_for_a_colleague(%(most)s))
UNION ALL
(SELECT 'empty_seat', number, capacity, NULL, NULL, 1 FROM access.empty_seats(%(most)s))
UNION ALL
(SELECT 'statement', number, capacity, seat, NULL, 1 FROM access.statements_asked_of_me() LIMIT %(most)s)
UNION ALL
(SELECT 'request', q.number, o.short_name || CASE WHEN c.name = '' THEN '' ELSE ' – ' || c.name END, q.id,
        q.asked_at::date, 1
 FROM cases_seatrequest q JOIN network_capacity c ON c.id = q.capacity_id
 JOIN network_organisation o ON o.id = c.organisation_id
 WHERE q.id = ANY ((SELECT access.seat_requests_i_answer())::uuid[]) ORDER BY q.asked_at LIMIT %(most)s)
UNION ALL
(SELECT 'proposal', number, '', NULL, NULL, how_many FROM access.proposals_to_answer(%(most)s))
UNION ALL
(SELECT 'lead', k.number, '', o.id, o.offered_at::date, 1
 FROM cases_leadoffer o JOIN cases_case k ON k.id = o.case_id LEFT JOIN cases_leadanswer a ON a.offer_id = o.id
 WHERE o.seat_id = ANY ((SELECT access.my_seats())::uuid[]) AND o.ended_at IS NULL AND a.id IS NULL
   AND k.closed_at IS NULL LIMIT %(most)s)
UNION ALL
(SELECT 'house', '', h.name || ' · ' || g.name, r.id, NULL, 1
 FROM cases_houserequest r JOIN network_house h ON h.id = r.from_house_id JOIN network_regime g ON g.id = r.regime_id
 LEFT JOIN cases_houseanswer a ON a.request_id = r.id
 WHERE r.to_house_id = ANY ((SELECT access.houses_i_receive_for())::uuid[]) AND a.id IS NULL LIMIT %(most)s)
UNION ALL
(SELECT 'call', number, '', NULL, call_back_on, 1 FROM access.calls_to_make(%(most)s))
"""


def waits_for_me(at_most):
    """What waits for me in all my cases, or as contact or triage; of each kind no more than so many."""
    with connection.cursor() as cursor:
        cursor.execute(WAITING, {"most": at_most})
        return [Waits(*row) for row in cursor.fetchall()]
