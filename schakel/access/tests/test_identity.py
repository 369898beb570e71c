"""Nobody becomes somebody else by SQL."""

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from schakel.access.identity import acting_as
from schakel.access.seal import sealed_for_the_log, sealed_identity

from .attack import as_honest, claim, connect, count, identity_here, me


@pytest.fixture
def login(committed):
    with connect() as login:
        yield login


@pytest.fixture
def noor(committed):
    return committed.world.noor


def test_a_sealed_identity_is_believed_in_its_transaction(login, noor):
    with as_honest(login, noor):
        assert me(login) == noor.pk


def test_in_the_next_transaction_on_the_same_connection_it_is_nobodys(login, noor):
    with login.transaction():
        identity = identity_here(login, noor)
        claim(login, identity, local=False)
        assert me(login) == noor.pk
    assert me(login) is None
    with login.transaction():
        claim(login, identity)
        assert me(login) is None
        assert count(login) == 0


def test_on_another_connection_it_is_nobodys(login, noor):
    with connect() as victim, victim.transaction(), login.transaction():
        claim(login, identity_here(victim, noor))
        assert me(login) is None


def test_pims_seal_does_not_fit_noor(login, committed):
    pim, noor = committed.world.pim, committed.world.noor
    with login.transaction():
        claim(login, identity_here(login, pim).replace(str(pim.pk), str(noor.pk)))
        assert me(login) is None


FORGERIES = [
    "", "x", "{pk}", "me.{pk}", "me.{pk}.{pid}.{start}", "me.{pk}.{pid}.{start}.", "me.{pk}.{pid}.{start}.00", "....",
    "\N{SNOWMAN}.{pk}",
]  # fmt: skip


@pytest.mark.parametrize("forgery", FORGERIES)
def test_without_the_key_there_is_no_seal(login, noor, forgery):
    with login.transaction():
        pid, start = login.execute("SELECT pg_backend_pid(), (extract(epoch FROM now()) * 1000000)::bigint").fetchone()
        claim(login, forgery.format(pk=noor.pk, pid=pid, start=start))
        assert me(login) is None


def test_a_claim_for_the_log_is_no_identity(login, noor):
    with login.transaction():
        pid = login.info.backend_pid
        claim(login, sealed_for_the_log(noor.pk, pid, ["opened", "x", "", "", ""]))
        assert me(login) is None


def test_a_seal_of_another_key_is_nobodys(login, noor, monkeypatch):
    with login.transaction():
        monkeypatch.setattr(settings, "IDENTITY_KEY", b"another")
        claim(login, identity_here(login, noor))
        assert me(login) is None


def test_a_seal_of_yesterday_is_nobodys(login, noor):
    with login.transaction():
        pid, start = login.execute(
            "SELECT pg_backend_pid(), (extract(epoch FROM now() - interval '1 day') * 1000000)::bigint"
        ).fetchone()
        claim(login, sealed_identity(noor.pk, pid, start))
        assert me(login) is None


def test_after_the_block_whoever_was_before_is_back(world):
    with acting_as(world.noor.pk):
        with acting_as(world.pim.pk):
            assert me(connection.cursor()) == world.pim.pk
        assert me(connection.cursor()) == world.noor.pk
    assert me(connection.cursor()) is None


@pytest.mark.parametrize("statement", [
    "SELECT * FROM access.seal", "INSERT INTO access.seal VALUES ('', '')", "DELETE FROM access.seal",
    "SELECT access.is_sealed(ARRAY['me'])", "ALTER FUNCTION access.me() RENAME TO you",
    "CREATE OR REPLACE FUNCTION access.me() RETURNS uuid LANGUAGE sql AS 'SELECT NULL::uuid'",
    "SET ROLE schakel_owner", "SET ROLE schakel_door", "SET SESSION AUTHORIZATION schakel_owner", "SET ROLE postgres",
    "ALTER TABLE cases_case DISABLE ROW LEVEL SECURITY", "DROP POLICY x ON cases_case",
    "COPY cases_case TO PROGRAM 'cat'", "SELECT pg_read_file('/etc/passwd')",
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'schakel_owner'",
])  # fmt: skip
def test_the_application_cannot_change_who_is_believed(login, statement):
    with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.UndefinedObject)):
        login.execute(statement)


def test_without_row_security_the_application_gets_an_error_not_the_rows(login):
    login.execute("SET row_security = off")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        count(login)


@pytest.mark.parametrize("role", ["log", "door", "worker", "auditor", "insight"])
def test_the_other_roles_see_no_case_even_with_an_honest_identity(noor, role):
    with connect(role) as login, login.transaction():
        claim(login, identity_here(login, noor))
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            count(login)


@pytest.mark.parametrize("role", ["log", "door", "auditor", "insight"])
def test_the_other_roles_cannot_ask_the_questions_of_the_policies(committed, role):
    with connect(role) as login, pytest.raises(psycopg.errors.InsufficientPrivilege):
        login.execute("SELECT access.my_cases()")
