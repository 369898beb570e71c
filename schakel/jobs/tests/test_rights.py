"""Who may do what with the jobs, under the database roles themselves."""

import pytest
from django.db import connection, transaction

from schakel.jobs import tasks

TABLES = ["procrastinate_jobs", "procrastinate_events", "procrastinate_workers", "procrastinate_periodic_defers"]


@pytest.fixture
def as_role(db):
    """The role of the block, given back at its end."""

    def become(role):
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL ROLE {role}")

    with transaction.atomic():
        yield become
        transaction.set_rollback(True)


def rows(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def test_the_application_can_defer(as_role):
    as_role("schakel_app")
    assert tasks.clear_expired_sessions.defer(timestamp=1)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("right", ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE"])
def test_the_application_has_no_right_on_any_table_of_jobs(db, table, right):
    assert rows(f"SELECT has_table_privilege('schakel_app', '{table}', '{right}')") == [(False,)]


def test_a_function_that_an_upgrade_adds_is_not_for_everybody(db):
    """Fails after an upgrade of procrastinate until rights.sql ran again."""
    everybodys = rows(
        "SELECT proname FROM pg_proc WHERE proname LIKE 'procrastinate\\_%' "
        "AND has_function_privilege('public', oid, 'EXECUTE')"
    )
    assert everybodys == []


@pytest.mark.parametrize("right", ["SELECT", "UPDATE", "DELETE"])
def test_the_worker_neither_reads_nor_clears_the_events(db, right):
    assert rows(f"SELECT has_table_privilege('schakel_worker', 'procrastinate_events', '{right}')") == [(False,)]


def test_the_worker_can_take_a_job(as_role):
    tasks.clear_expired_sessions.defer(timestamp=1)
    as_role("schakel_worker")
    (worker,) = rows("SELECT procrastinate_register_worker_v1()")
    taken = rows(f"SELECT task_name FROM procrastinate_fetch_job_v2(NULL, {worker[0]})")
    assert taken == [("schakel.jobs.tasks.clear_expired_sessions",)]
