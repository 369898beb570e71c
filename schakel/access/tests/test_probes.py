"""What looks past row policies tells nothing, or what it tells is written here."""

from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

from .attack import as_honest, connect, superuser


@pytest.fixture
def login(committed):
    with connect() as login:
        yield login


def why(login, who, statement, *values):
    try:
        with as_honest(login, who):
            login.execute(statement, values)
            raise psycopg.Rollback
    except psycopg.Error as error:
        return type(error).__name__, error.diag.constraint_name


@pytest.mark.parametrize("statement", [
    "INSERT INTO people_relation (id, file_id, person_id, other_id, kind) VALUES (gen_random_uuid(), %s, %s, %s, 'x')",
    "INSERT INTO people_address (id, file_id, person_id, lines, postcode, place, country, secret, audience, made_at) "
    "SELECT gen_random_uuid(), %s, a, '', '', '', '', false, '{}', clock_timestamp() "
    "FROM unnest(ARRAY[%s, %s]::uuid[]) a",
    "INSERT INTO vault_contentkey (id, house_id, file_id, person_id, wrapped, made_at) "
    "VALUES (gen_random_uuid(), gen_random_uuid(), %s, %s, '', clock_timestamp()), (%s, NULL, NULL, NULL, '', now())",
])  # fmt: skip
def test_a_foreign_or_unique_key_tells_no_outsider_what_exists(login, committed, statement):
    """The sentence is asked before the key."""
    gea, mother = committed.world.gea, committed.id["mother"]
    there = why(login, gea, statement, committed.id["family"], mother, mother)
    invented = uuid4()
    assert there == why(login, gea, statement, uuid4(), invented, invented) == ("InsufficientPrivilege", None)


def test_what_stays_a_known_primary_key_is_found_to_be_taken(login, committed):
    """Who knows the 122 random bits of an id may learn that it exists; nothing hands them out."""
    world = committed.world
    statement = (
        "INSERT INTO referrals_referral (id, author_id, edition, house_id, regime_id, capacity_id, referrer_id, "
        "source, registration_number, theme, urgent, since, made_at) "
        "VALUES (%s, access.me(), 1, %s, %s, %s, access.me(), 'form', '', '', false, '', clock_timestamp())"
    )
    values = [world.house.pk, world.regime.pk, world.capacities["police"].pk]
    assert why(login, world.gea, statement, committed.id["draft"], *values) == ("InsufficientPrivilege", None)
    assert why(login, world.gea, statement, uuid4(), *values) is None


@pytest.mark.parametrize("table", ["cases_case", "cases_contribution", "people_person", "vault_text"])
def test_statistics_show_no_values_of_hidden_rows(login, table):
    with superuser() as server:
        server.execute(sql.SQL("ANALYZE {}").format(sql.Identifier(table)))
        assert server.execute("SELECT count(*) FROM pg_stats WHERE tablename = %s", [table]).fetchone()[0]
    assert login.execute("SELECT count(*) FROM pg_stats WHERE tablename = %s", [table]).fetchone() == (0,)
    for catalogue in ("pg_statistic", "pg_statistic_ext_data"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            login.execute(f"SELECT * FROM {catalogue}")


def test_what_stays_how_many_rows_all_houses_have_together(login):
    """pg_class.reltuples and pg_stat_user_tables are everybody's in PostgreSQL: totals, with no case or house."""
    assert login.execute("SELECT reltuples FROM pg_class WHERE relname = 'cases_case'").fetchone()


def test_what_others_ask_shows_no_values(login, committed):
    with connect() as victim, victim.transaction():
        victim.execute("SELECT %s::text, set_config('schakel.reading', %s, true)", ["citizen 999993653", str(uuid4())])
        asked = [one for (one,) in login.execute("SELECT query FROM pg_stat_activity WHERE pid <> pg_backend_pid()")]
    assert asked and not any("999993653" in (one or "") for one in asked)


def test_what_is_announced_holds_no_content(login):
    """Jobs announce their number and nothing else."""
    with superuser() as server:
        bodies = server.execute("SELECT prosrc FROM pg_proc WHERE prosrc ~* 'pg_notify'").fetchall()
    assert bodies and not any("args" in body.split("pg_notify")[1].split(";")[0] for (body,) in bodies)
