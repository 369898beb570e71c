"""Writing down that somebody reads, before they do; over a connection and a role of its own."""

import os
from contextlib import contextmanager
from functools import cache

import psycopg
from django.conf import settings
from django.db import connection
from psycopg_pool import ConnectionPool, PoolTimeout

from schakel.access.seal import sealed_for_the_log

PATIENCE = "-c statement_timeout=2000 -c lock_timeout=1000"  # ms; a stuck log refuses, it does not freeze the house
WRITE = "SELECT audit.write(%s, %s, %s, %s, %s::uuid[], %s)"


class LogUnavailable(Exception):
    """The log does not answer: nothing is opened until it does."""


def _way_in(dbname):
    return {
        **settings.LOG_DATABASE, "dbname": dbname, "options": PATIENCE, "connect_timeout": 2,
        "tcp_user_timeout": 3000, "autocommit": True,
    }  # fmt: skip


@cache
def _log(dbname):
    """A pool of our own: not Django's connection, so not part of anybody's transaction."""
    return ConnectionPool(
        min_size=1, max_size=4, timeout=1.5, open=True, kwargs=_way_in(dbname), check=ConnectionPool.check_connection
    )


@contextmanager
def _connected(dbname):
    """A connection of the pool; when that has none in time (its connections were all ended), one for this once."""
    try:
        log = _log(dbname).getconn()
    except PoolTimeout:
        with psycopg.connect(**_way_in(dbname)) as once:
            yield once
        return
    try:
        yield log
    finally:
        _log(dbname).putconn(log)


os.register_at_fork(after_in_child=_log.cache_clear)  # threads and sockets of the parent are not ours


def close_log():
    """Give the connections back; for servers that stop and tests that end."""
    if _log.cache_info().currsize:
        _log(connection.settings_dict["NAME"]).close()
        _log.cache_clear()


def write_opening(*, by, file_id, purpose):
    """Commit "who opens which file, why"; the answer is the key that opens it. No log, no key."""
    return _write(by.pk, "opened", "file.opened", file_id, None, purpose)


def write_listing(*, by, file_ids, purpose):
    """Commit "who saw the names of which files in a list"; the answer is the key that shows them."""
    return _write(by.pk, "listed", "file.listed", None, sorted(file_ids), purpose)


def write_refusal(*, by, event, file_id=None, reason=""):
    """A refusal stays, also when everything else of the request is rolled back."""
    return _write(by.pk, "refused", event, file_id, None, reason[:200])


def write_door(*, professional_id, event):
    """Somebody came in, went out, or was kept out."""
    return _write(professional_id, "door", event, None, None, "")


def _write(professional_id, kind, event, file_id, file_ids, purpose):
    words = [kind, event, str(file_id or ""), ",".join(map(str, file_ids or [])), str(purpose)]
    try:
        with _connected(connection.settings_dict["NAME"]) as log:
            claim = sealed_for_the_log(professional_id, log.info.backend_pid, words)
            values = [claim, kind, event, file_id, file_ids, str(purpose)]
            return log.execute(WRITE, values).fetchone()[0]
    except psycopg.Error as error:
        raise LogUnavailable from error
