"""What waits about questions to partners, without a word of them: kinds, numbers of cases, days."""

from collections import namedtuple

from django.db import connection

from .models import InformationRequest

Waits = namedtuple("Waits", "mine key number kind due_on how_many")

# One statement for both: what my organisation is asked, and who let the date pass in the cases I run.
WAITING = """
SELECT true, request, number, kind, due_on, reminders FROM access.requests_to_answer(%(most)s)
UNION ALL
SELECT false, NULL, number, '', since, how_many FROM access.requests_overdue(%(most)s)
"""


def waits_for_me(at_most):
    """What my organisation is asked (`mine`, with how often it was reminded), and what I asked that is overdue."""
    with connection.cursor() as cursor:
        cursor.execute(WAITING, {"most": at_most})
        return [Waits(*row) for row in cursor.fetchall()]


def asked_of_us(at_most):
    """The questions that wait for my organisation, what is due first on top; `kind` in words."""
    rows = [row for row in waits_for_me(at_most) if row.mine]
    return [row._replace(kind=InformationRequest.Kind(row.kind).label) for row in rows]
