"""Writing rows with SQL alone, as an attacker under the application's role would."""

from contextlib import contextmanager
from uuid import uuid4

from django.db import DatabaseError, connection, models, transaction

from schakel.access.fields import MomentField, NumberField, StartField
from schakel.access.policies import APPLICATION_ROLE, policies_of

REFUSALS = ["row-level security", "permission denied", "cannot insert a non-DEFAULT value"]


class Sql(str):
    """An expression instead of a value."""


def policy(model, command):
    found = [one for one in policies_of(model) if one.command == command and one.role == APPLICATION_ROLE]
    return found[0] if found else None


def row_of(model, **values):
    """Every column that may be written, with what the application would write where nothing is said."""
    granted = policy(model, "INSERT").columns
    row = {}
    for field in model._meta.concrete_fields:
        if field.column in values:
            row[field.column] = values[field.column]
        elif granted and field.column not in granted:
            continue
        elif not isinstance(field, NumberField):
            row[field.column] = usual(field)
    return row


def usual(field):
    if isinstance(field, StartField):
        return Sql("now()")
    if isinstance(field, MomentField):
        return Sql("clock_timestamp()")
    if isinstance(field, models.UUIDField) and field.primary_key:
        return uuid4()
    return field.get_default()


@contextmanager
def as_contact(said=True):
    """Whoever decides who sits on the seats of their organisation says so: only then the database looks for them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('schakel.as_contact', %s, true)", ["yes" if said else ""])
        yield
        cursor.execute("SELECT set_config('schakel.as_contact', '', true)")


def insert(table, row):
    """True when the database took the row (and it is taken out again), False when a policy or grant refused it."""
    given = {column: value for column, value in row.items() if not isinstance(value, Sql)}
    places = ", ".join(str(value) if isinstance(value, Sql) else f"%({column})s" for column, value in row.items())
    return happens(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})", given) is not None


def update(table, clause, values=None):
    """How many rows change when nothing is said about which; None when refused. What changed stays."""
    return happens(f"UPDATE {table} SET {clause}", values or {}, keep=True)


def happens(statement, values, keep=False):
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
            if not keep:
                transaction.set_rollback(True)
            return cursor.rowcount
    except DatabaseError as error:
        if not any(refusal in str(error) for refusal in REFUSALS):
            raise
