"""The full house with very many rows, made by the database itself: copies of what is there, under ids of their own."""

from contextlib import contextmanager

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from conftest import as_owner
from schakel.access.classification import Holds
from schakel.access.fields import NumberField

FEW = {"network_house", "network_regime", "network_criterion", "network_municipality"}  # of these nobody has a thousand
ALL_OF_A_FILE = {"cases_seat", "cases_occupant", "cases_seatperson", "people_person"}
FILES = {"cases_case", "referrals_referral"}
FAMILY = {"people_person", "people_relation", "people_authority", "people_address", "cases_seat", "cases_occupant"}
BELONGS = ("file_id", "case_id", "referral_id")
STATEMENT = (
    "INSERT INTO {table} ({columns}) SELECT {values} FROM {table} t, generate_series(1, %(rows)s) AS n "
    "WHERE t.id = ANY (%(own)s) ON CONFLICT DO NOTHING"
)


def copy_with_all_of_it(table, root, rows):
    """This row with what hangs on it, so many times: each copy points to copies, where there are any."""
    with _arranging():
        own = _own_rows(table, root)
        known = [key for keys in own.values() for key in keys]
        for model in [one for one in _tables() if one._meta.db_table in own]:
            _insert(model, rows, known, own[model._meta.db_table])


def copy_rows_of(file, rows):
    """In every table one row of this file, so many times beside itself; no family or circle has a thousand members."""
    with _arranging():
        for model in _tables():
            columns = [one.column for one in model._meta.concrete_fields if one.column in BELONGS]
            if columns and model._meta.db_table not in FILES | FAMILY:
                which = " OR ".join(f"{one} = %(file)s" for one in columns)
                if found := _ids(f"SELECT id FROM {model._meta.db_table} WHERE {which} ORDER BY id LIMIT 1", file=file):
                    _insert(model, rows, [], found)


def first_of(table):
    """The id of one row of this table."""
    with as_owner():
        return _ids(f"SELECT id FROM {table} ORDER BY id LIMIT 1")[0]


@contextmanager
def _arranging():
    """Without the triggers, that would ask of each copy what nobody asks of a row that is there; with fresh figures."""
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        for model in _tables():
            cursor.execute(f"ALTER TABLE {model._meta.db_table} DISABLE TRIGGER USER")
        yield
        cursor.execute("ANALYZE")


def _ids(statement, **values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [key for (key,) in cursor.fetchall()]


def _tables():
    found = (one for one in apps.get_models() if one._meta.app_config.name.startswith("schakel."))
    left_out = (Holds.DOOR, Holds.LOG)
    return [one for one in found if getattr(one, "holds", Holds.DOOR) not in left_out and one._meta.db_table not in FEW]


def _own_rows(root_table, root):
    """{table: ids} of what belongs to this root: of most tables one row."""
    own = {root_table: [root]}
    for model in _tables():
        table = model._meta.db_table
        columns = [one.column for one in model._meta.concrete_fields if _points_to(one, root_table)]
        if table != root_table and columns:
            which = " OR ".join(f"{one} = %(root)s" for one in columns)
            most = 50 if table in ALL_OF_A_FILE else 1
            if found := _ids(f"SELECT id FROM {table} WHERE {which} ORDER BY id LIMIT {most}", root=root):
                own[table] = found
    if seats := own.get("cases_seat"):  # or nobody would sit in the copies
        own["cases_occupant"] = _ids("SELECT id FROM cases_occupant WHERE seat_id = ANY (%(seats)s)", seats=seats)
    return own


def _points_to(field, table):
    if field.column == "file_id":
        return table in FILES
    return isinstance(field, models.ForeignKey) and field.related_model._meta.db_table == table


def _insert(model, rows, known, own):
    """Every column as it is, but ids: the row's own is another, and one of the known points to the copy."""
    fields = [one for one in model._meta.concrete_fields if not isinstance(one, NumberField)]
    statement = STATEMENT.format(
        table=model._meta.db_table, columns=", ".join(f'"{one.column}"' for one in fields),
        values=", ".join(_value(one, known) for one in fields),
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(statement, {"rows": rows, "known": known, "own": own})


def _value(field, known):
    column = f't."{field.column}"'
    copy = f"md5({column}::text || n)::uuid"
    if field.primary_key:
        return copy if known else "gen_random_uuid()"
    if known and isinstance(field, models.UUIDField | models.ForeignKey):
        return f"CASE WHEN {column} = ANY (%(known)s) THEN {copy} ELSE {column} END"
    if known and isinstance(field, ArrayField) and isinstance(field.base_field, models.UUIDField):
        each = "CASE WHEN e = ANY (%(known)s) THEN md5(e::text || n)::uuid ELSE e END"
        return f"ARRAY(SELECT {each} FROM unnest({column}) AS e ORDER BY 1)"
    return column
