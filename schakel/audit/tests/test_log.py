"""The log can be added to and nothing else; when it does not answer, nothing opens, and soon."""

import os
import threading
import time
from contextlib import suppress
from unittest.mock import Mock
from uuid import uuid4

import psycopg
import pytest
from django.conf import settings
from psycopg.errors import InsufficientPrivilege

from schakel.access import seal
from schakel.access.tests.attack import as_honest, connect, superuser
from schakel.audit import reading
from schakel.audit.reading import LogUnavailable, write_opening

WRITE = "SELECT audit.write(%s, %s, %s, %s, %s, %s)"
LATEST = (
    "SELECT kind, event, actor_id, organisation_id, function, file_id FROM audit_entry ORDER BY position DESC LIMIT 1"
)


@pytest.fixture
def pim(committed):
    return committed.world.pim


@pytest.fixture
def log(committed):
    with connect("log") as log:
        yield log


def sealed(log, who, words, pid=0):
    return seal.sealed_for_the_log(who.pk, log.info.backend_pid + pid, words)


def refused(log, values):
    with pytest.raises(InsufficientPrivilege, match="does not fit"):
        log.execute(WRITE, values)


class TestAClaim:
    words = ["opened", "file.opened", "", "", "why"]
    values = ["opened", "file.opened", None, None, "why"]

    def test_is_written_once_it_fits(self, log, pim):
        log.execute(WRITE, [sealed(log, pim, self.words), *self.values])
        with superuser() as owner:
            found = owner.execute(LATEST).fetchone()
        assert found == ("opened", "file.opened", pim.pk, pim.organisation_id, pim.function, None)

    @pytest.mark.parametrize("place", range(5))
    def test_fits_one_entry_only(self, log, pim, place):
        other = ["listed", "file.listed", uuid4(), [uuid4()], "because"][place]
        values = [*self.values[:place], other, *self.values[place + 1 :]]
        refused(log, [sealed(log, pim, self.words), *values])

    def test_is_worth_nothing_on_another_connection(self, log, pim):
        refused(log, [sealed(log, pim, self.words, pid=1), *self.values])

    def test_expires(self, log, pim, monkeypatch):
        monkeypatch.setattr(seal, "PATIENCE", -1)
        refused(log, [sealed(log, pim, self.words), *self.values])

    def test_names_whoever_it_was_sealed_for(self, log, pim, committed):
        claim = sealed(log, pim, self.words).replace(str(pim.pk), str(committed.world.noor.pk))
        refused(log, [claim, *self.values])

    @pytest.mark.parametrize("kind", ["act", "present", "x"])
    def test_is_for_readings_refusals_and_the_door_only(self, log, pim, kind):
        words = [kind, *self.words[1:]]
        refused(log, [sealed(log, pim, words), kind, *self.values[1:]])

    @pytest.mark.parametrize("forged", ["", "log", "log.a.b.1.c", "me.x.y.9.z.00"])
    def test_is_not_made_without_the_key(self, log, forged):
        with pytest.raises((InsufficientPrivilege, psycopg.errors.InvalidTextRepresentation)):
            log.execute(WRITE, [forged, *self.values])

    def test_that_seals_an_identity_does_not_fit_the_log(self, log, pim):
        refused(log, [seal.sealed_identity(pim.pk, log.info.backend_pid, 1), *self.values])


@pytest.mark.parametrize("role", ["app", "log", "door", "worker", "insight"])
@pytest.mark.parametrize(
    "statement", ["SELECT 1 FROM {}", "UPDATE {} SET event = 'x'", "DELETE FROM {}", "TRUNCATE {}"]
)
def test_nobody_who_runs_a_program_reads_or_changes_the_log(committed, role, statement):
    partition = f"audit_entry_{time.strftime('%Y%m')}"
    with connect(role) as login:
        for table in ("audit_entry", partition, "audit_entry_default"):
            with pytest.raises(InsufficientPrivilege):
                login.execute(statement.format(table))


@pytest.mark.parametrize("role", ["log", "door", "worker", "auditor", "insight"])
def test_nobody_else_adds_to_it_directly(committed, role):
    with connect(role) as login, pytest.raises(InsufficientPrivilege):
        login.execute(
            "INSERT INTO audit_entry (id, kind, event, actor_id) VALUES (gen_random_uuid(), 'act', 'x', NULL)"
        )


def test_an_entry_does_not_go_round_the_policy_into_a_partition(committed, pim):
    with connect() as login, as_honest(login, pim), pytest.raises(InsufficientPrivilege):
        login.execute(
            f"INSERT INTO audit_entry_{time.strftime('%Y%m')} (id, kind, event, actor_id) "
            "VALUES (gen_random_uuid(), 'act', 'x', access.me())"
        )


@pytest.mark.parametrize("statement", [
    "SELECT nextval('audit_entry_position_seq')", "SELECT setval('audit_entry_position_seq', 1)",
    "SELECT last_value FROM audit_entry_position_seq", "SELECT pg_sequence_last_value('audit_entry_position_seq')",
])  # fmt: skip
def test_the_order_cannot_be_counted_or_set(committed, statement):
    with connect() as login, suppress(InsufficientPrivilege):
        assert login.execute(statement).fetchone() == (None,)


def test_what_is_written_waits_for_the_disk_even_when_the_role_says_otherwise(log, pim):
    with log.transaction():
        log.execute("SET LOCAL synchronous_commit = off")
        log.execute(WRITE, [sealed(log, pim, TestAClaim.words), *TestAClaim.values])
        assert log.execute("SHOW synchronous_commit").fetchone() == ("on",)


class TestWhenItDoesNotAnswer:
    def test_a_blocked_log_refuses_within_five_seconds(self, committed, pim):
        answers = []

        def read():
            try:
                answers.append(write_opening(by=pim, file_id=committed.id["family"], purpose="test"))
            except LogUnavailable as refusal:
                answers.append(refusal)

        with superuser() as owner, owner.transaction():
            owner.execute("LOCK TABLE audit_entry IN ACCESS EXCLUSIVE MODE")
            reader = threading.Thread(target=read, daemon=True)
            reader.start()
            reader.join(5)
        reader.join(5)
        assert isinstance(answers[0], LogUnavailable)

    def test_it_survives_that_the_database_ends_its_connections(self, committed, pim):
        write_opening(by=pim, file_id=committed.id["family"], purpose="test")
        with superuser() as server:
            server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'schakel_log'")
        assert write_opening(by=pim, file_id=committed.id["family"], purpose="test")

    def test_a_forked_worker_writes_over_a_connection_of_its_own(self, committed, pim):
        write_opening(by=pim, file_id=committed.id["family"], purpose="parent")
        if child := os.fork():
            assert os.waitpid(child, 0)[1] == 0
            assert write_opening(by=pim, file_id=committed.id["family"], purpose="parent again")
            return
        try:
            write_opening(by=pim, file_id=committed.id["family"], purpose="child")
            os._exit(0)
        finally:
            os._exit(1)

    def test_its_connection_keeps_every_setting_of_the_installation(self, committed, monkeypatch):
        """Certificates and TLS among them: nothing is picked out by name."""
        pool = Mock()
        monkeypatch.setattr(reading, "ConnectionPool", pool)
        monkeypatch.setattr(settings, "LOG_DATABASE", {"sslmode": "verify-full", "sslrootcert": "x"})
        reading._log.__wrapped__("somewhere")
        parameters = pool.call_args.kwargs["kwargs"]
        assert (parameters["sslmode"], parameters["sslrootcert"]) == ("verify-full", "x")


@pytest.fixture
def locked_out(committed):
    reading.close_log()
    with superuser() as server:
        server.execute("ALTER ROLE schakel_log NOLOGIN")
        server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'schakel_log'")
        yield
        server.execute("ALTER ROLE schakel_log LOGIN")
    reading.close_log()


def test_with_its_role_locked_out_no_key_is_given(locked_out, committed, pim):
    began = time.monotonic()
    with pytest.raises(LogUnavailable):
        write_opening(by=pim, file_id=committed.id["family"], purpose="test")
    assert time.monotonic() - began < 5
