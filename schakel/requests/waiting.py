"""What waits about questions to partners, without a word of them: kinds, numbers of cases, days."""

from collections import namedtuple

from django.db import connection

Waits = namedtuple("Waits", "mine key number kind due_on how_many")

# One statement for both: what my organisation is asked, and who let the date pass in the cases I run.
WAITING = """
SELECT true, request, number, kind, due_on, reminders FROM access.requests_to_answer(%(most)s)
UNION ALL
SELECT false, NULL, number, '', since, how_many FROM access.requests_overdue(%(most)s)
"""


def waits_for_me(at_most):
    """What my organisation is asked (`mine`, with how often it was reminded), and what I asked that is over its date."""
    with connection.cursor() as cursor:
        cursor.execute(WAITING, {"most": at_most})
        return [Waits(*row) for row in cursor.fetchall()]
