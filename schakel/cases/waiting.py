"""What waits for somebody about contributions, without a word of them: numbers of cases, how many, dates."""

from django.db import connection

from .models import NoLongerUsed


def waits_for_our_word(at_most):
    """Cases in which something was written down on behalf of my organisation: number, and how many."""
    return _ask("SELECT number, how_many FROM access.waits_for_our_word(%s)", at_most)


def waits_for_a_colleague(at_most):
    """The same where nobody of my organisation sits, for its contact, who can name somebody: number, capacity, seat."""
    return _ask("SELECT number, capacity, seat FROM access.waits_for_a_colleague(%s)", at_most)


def asked_not_to_use(at_most):
    """What I am asked not to use any more and did not confirm yet."""
    return list(NoLongerUsed.objects.filter(confirmed_at=None)[:at_most])


def _ask(question, at_most):
    with connection.cursor() as cursor:
        cursor.execute(question, [at_most])
        return cursor.fetchall()
