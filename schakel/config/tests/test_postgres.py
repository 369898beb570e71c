"""The seam around the embedded server: it starts, it stops, and a crash is no obstacle."""

import os
import signal

import psycopg
import pytest

from schakel.config import postgres


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A folder with a space and a quote in its name, inside one that nobody else may enter."""
    private = tmp_path_factory.mktemp("private")
    private.chmod(0o700)
    folder = private / "it's a house"
    yield folder
    postgres.stop(folder)


@pytest.fixture
def server(data):
    postgres.start(data)
    return data


def connected(data, role):
    return psycopg.connect(host=str(postgres.sockets(data)), user=role, dbname=postgres.DATABASE)


def test_starting_twice_is_starting_once(server):
    number = (server / "postmaster.pid").read_text().splitlines()[0]
    postgres.start(server)
    assert (server / "postmaster.pid").read_text().splitlines()[0] == number


def test_it_comes_back_directly_after_being_killed(server):
    os.kill(int((server / "postmaster.pid").read_text().splitlines()[0]), signal.SIGKILL)
    postgres.start(server)
    with connected(server, "schakel_app") as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_whoever_found_it_running_leaves_it_running(server):
    with postgres.running(server):
        pass
    assert postgres.is_up(server)


def test_whoever_started_it_stops_it(server):
    postgres.stop(server)
    with postgres.running(server):
        assert postgres.is_up(server)
    assert not postgres.is_up(server)


def test_the_folders_above_stay_closed(server):
    assert server.parent.stat().st_mode & 0o777 == 0o700
    assert server.stat().st_mode & 0o077 == 0


def test_it_does_not_listen_on_the_network(server):
    with connected(server, "schakel_owner") as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


def test_a_path_too_long_for_a_socket_gets_a_private_folder_elsewhere(tmp_path):
    folder = postgres.sockets(tmp_path / ("long" * 30))
    assert len(os.fsencode(folder)) < postgres.LONGEST_SOCKET


def test_a_user_without_a_name_is_told_what_to_do(monkeypatch):
    def nobody_knows(number):
        raise KeyError(number)

    monkeypatch.setattr("schakel.config.postgres.pwd.getpwuid", nobody_knows)
    with pytest.raises(SystemExit, match="SCHAKEL_DATABASE_URL"):
        postgres.require_user_name()


def test_the_roles_are_ordinary_and_belong_to_nothing(server):
    with connected(server, "schakel_app") as connection:
        roles = connection.execute(
            "SELECT rolname, rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication, "
            "(SELECT count(*) FROM pg_auth_members WHERE member = pg_roles.oid) FROM pg_roles "
            "WHERE rolname LIKE 'schakel\\_%' AND rolname <> 'schakel_owner'"
        ).fetchall()
    assert len(roles) == 6
    assert all(not powerful and not memberships for _, powerful, memberships in roles)


def test_no_role_can_put_a_temporary_table_in_front_of_a_real_one(server):
    with connected(server, "schakel_app") as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("CREATE TEMPORARY TABLE audit_entry (id int)")


def test_making_the_roles_again_changes_nothing(server):
    with postgres.connect(server, postgres.DATABASE) as connection:
        before = connection.execute("SELECT * FROM pg_roles ORDER BY rolname").fetchall()
        postgres.create_roles(connection)
        assert connection.execute("SELECT * FROM pg_roles ORDER BY rolname").fetchall() == before
