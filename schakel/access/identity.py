"""Who acts in this transaction, and under which entry of the log it reads."""

from contextlib import contextmanager

from django.db import connection, transaction

from .seal import sealed_identity

THIS_TRANSACTION = (
    "SELECT pg_backend_pid(), (extract(epoch FROM now()) * 1000000)::bigint, current_setting('schakel.identity', true)"
)


@contextmanager
def acting_as(professional_id):
    """Run everything inside as this professional, and let PostgreSQL know.

    The identity is sealed for this connection and this transaction: a pooled connection can
    never hand it to the next request, and SQL cannot forge it.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(THIS_TRANSACTION)
        pid, start, before = cursor.fetchone()
        _set(cursor, "schakel.identity", sealed_identity(professional_id, pid, start))
        yield
        _set(cursor, "schakel.identity", before or "")


def reading_under(entry_id):
    """Let the row policies see which entry of the log this transaction reads under."""
    return saying("schakel.reading", str(entry_id))


@contextmanager
def saying(name, value):
    """A setting that the functions of the row policies ask for, until the end of the block or the transaction."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s, true)", [name])
        (before,) = cursor.fetchone()
        _set(cursor, name, value)
        yield
        _set(cursor, name, before or "")


def _set(cursor, name, value):
    cursor.execute("SELECT set_config(%s, %s, true)", [name, value])
