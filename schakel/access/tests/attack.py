"""A committed world and real sign-ins: whoever has SQL under one of the database roles, and nothing else."""

from contextlib import contextmanager

import psycopg
from django.db import connection

from schakel.access.seal import sealed_identity
from schakel.audit.reading import write_opening

HERE = "SELECT pg_backend_pid(), (extract(epoch FROM now()) * 1000000)::bigint"


def connect(role="app", **more):
    found = connection.get_connection_params()
    return psycopg.connect(
        host=found["host"], dbname=found["dbname"], user=f"schakel_{role}", autocommit=True,
        options="-c lock_timeout=5s -c TimeZone=UTC", **more,
    )  # fmt: skip


def superuser():
    """Whoever runs the database server; for locking out roles and ending connections."""
    from schakel.config import postgres
    from schakel.config.settings_test import TEST_POSTGRES

    return postgres.connect(TEST_POSTGRES, connection.settings_dict["NAME"])


@contextmanager
def as_honest(login, professional):
    """A transaction on this connection in which the application says who acts."""
    with login.transaction():
        claim(login, identity_here(login, professional))
        yield login


def identity_here(login, professional):
    pid, start = login.execute(HERE).fetchone()
    return sealed_identity(professional.pk, pid, start)


def claim(login, identity, local=True):
    login.execute("SELECT set_config('schakel.identity', %s, %s)", [identity, local])


def open_file(login, file, professional):
    entry = write_opening(by=professional, file_id=file.file_id, purpose="test")
    use(login, entry)
    return entry


def use(login, entry):
    login.execute("SELECT set_config('schakel.reading', %s, true)", [str(entry)])


def me(login):
    return login.execute("SELECT access.me()").fetchone()[0]


def count(login, table="cases_case"):
    return login.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
