"""What one request leaves on a connection never reaches the next."""

import psycopg
import pytest

from schakel.config import databases, postgres
from schakel.config.settings_test import DATABASE_SERVER


@pytest.fixture
def connection():
    with psycopg.connect(**databases.sign_in(DATABASE_SERVER, "schakel_app"), autocommit=True) as found:
        yield found


def setting(connection, name):
    return connection.execute("SELECT current_setting(%s, true)", [name]).fetchone()[0]


def test_a_setting_of_the_session_is_forgotten(connection):
    connection.execute("SET schakel.identity = 'me.somebody'")
    databases.forget_everything(connection)
    assert not setting(connection, "schakel.identity")


def test_a_cursor_that_was_held_is_closed(connection):
    connection.execute("DECLARE kept CURSOR WITH HOLD FOR SELECT 1")
    databases.forget_everything(connection)
    with pytest.raises(psycopg.errors.InvalidCursorName):
        connection.execute("FETCH kept")


@pytest.mark.parametrize(("name", "value"), [("TimeZone", "UTC"), ("lock_timeout", "5s"), ("statement_timeout", "15s")])
def test_time_zone_and_timeouts_outlive_the_forgetting(connection, name, value):
    connection.execute(f"SET {name} = DEFAULT")
    databases.forget_everything(connection)
    assert setting(connection, name) == value


def test_the_programs_come_with_the_package():
    assert (postgres.programs() / "pg_dump").exists()
