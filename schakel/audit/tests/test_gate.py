"""No log, no reading: every way to content without an entry that was committed before, tried with SQL."""

from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from schakel.access.tests.attack import as_honest, connect, count, open_file, superuser, use
from schakel.audit.reading import write_listing, write_opening, write_refusal

CONTENT = "cases_contribution"


@pytest.fixture
def pim(committed):
    """He sits in three cases."""
    return committed.world.pim


@pytest.fixture
def family(committed):
    return committed.cases["family"]


@pytest.fixture
def login(committed):
    with connect() as login:
        yield login


def closed():
    return pytest.raises(InsufficientPrivilege, match="no case file lies open")


def entry_of(pim, file, *, kind="opened", age=timedelta(0), name="file_id"):
    """An entry as only the owner of the table could make it."""
    entry = uuid4()
    with superuser() as owner:
        owner.execute(
            f"INSERT INTO audit_entry (id, at, kind, event, actor_id, {name}, purpose) "
            "VALUES (%s, clock_timestamp() - %s, %s, 'x', %s, %s, '')",
            [entry, age, kind, pim.pk, [file.pk] if name == "file_ids" else file.pk],
        )
    return entry


def test_with_a_committed_entry_the_file_is_open(login, pim, family):
    with as_honest(login, pim):
        open_file(login, family, pim)
        assert count(login, CONTENT)


def test_it_is_closed_again_in_the_next_transaction(login, pim, family):
    with as_honest(login, pim):
        entry = open_file(login, family, pim)
    with as_honest(login, pim), closed():
        count(login, CONTENT)
    with as_honest(login, pim):
        use(login, entry)
        assert count(login, CONTENT)


def test_without_an_entry_it_is_closed(login, pim):
    with as_honest(login, pim), closed():
        count(login, CONTENT)


@pytest.mark.parametrize("entry", [str(uuid4()), "", "00000000-0000-0000-0000-000000000000"])
def test_an_invented_entry_opens_nothing(login, pim, entry):
    with as_honest(login, pim), closed():
        use(login, entry)
        count(login, CONTENT)


def test_what_is_no_id_is_an_error_and_shows_nothing(login, pim):
    with as_honest(login, pim), pytest.raises(psycopg.errors.InvalidTextRepresentation):
        use(login, "x' OR true")
        count(login, CONTENT)


def test_somebody_elses_entry_opens_nothing(login, pim, family, committed):
    entry = write_opening(by=committed.world.noor, file_id=family.pk, purpose="test")
    with as_honest(login, pim), closed():
        use(login, entry)
        count(login, CONTENT)


def test_another_cases_entry_opens_only_that_case(login, pim, committed):
    street = committed.cases["street"]
    with as_honest(login, pim):
        open_file(login, street, pim)
        found = login.execute(f"SELECT DISTINCT case_id FROM {CONTENT}").fetchall()
    assert found == [(street.pk,)]


def test_an_entry_about_a_case_without_a_seat_opens_nothing(login, committed, family):
    gea = committed.world.gea
    with as_honest(login, gea):
        open_file(login, family, gea)
        try:
            assert count(login, CONTENT) == 0
        except InsufficientPrivilege as error:
            assert "no case file" in str(error)


def test_an_expired_entry_opens_nothing(login, pim, family):
    entry = entry_of(pim, family, age=timedelta(seconds=61))
    with as_honest(login, pim), closed():
        use(login, entry)
        count(login, CONTENT)


@pytest.mark.parametrize("kind", ["listed", "present", "refused", "act", "door"])
def test_no_other_kind_of_entry_opens_a_file(login, pim, family, kind):
    entry = entry_of(pim, family, kind=kind)
    with as_honest(login, pim), closed():
        use(login, entry)
        count(login, CONTENT)


def test_a_listing_shows_names_and_no_content(login, pim, family):
    with as_honest(login, pim):
        use(login, write_listing(by=pim, file_ids=[family.pk], purpose="test"))
        assert count(login, "people_person") == 2
    with as_honest(login, pim), closed():
        use(login, write_listing(by=pim, file_ids=[family.pk], purpose="test"))
        count(login, CONTENT)


def test_a_refusal_opens_nothing(login, pim, family):
    with as_honest(login, pim), closed():
        use(login, write_refusal(by=pim, event="x", file_id=family.pk))
        count(login, CONTENT)


@pytest.mark.parametrize("kind", ["opened", "act", "present"])
def test_an_entry_of_ones_own_making_opens_nothing(login, pim, family, kind):
    """In the same transaction or committed before: kind, event and moment are not the application's to say."""
    entry = uuid4()
    statement = (
        "INSERT INTO audit_entry (id, kind, event, actor_id, organisation_id, function, file_id, purpose) "
        "VALUES (%s, %s, 'file.opened', %s, access.my_organisation(), access.my_function(), %s, '')"
    )
    try:
        with as_honest(login, pim):
            login.execute(statement, [entry, kind, pim.pk, family.pk])
    except InsufficientPrivilege:
        assert kind != "act"
    with as_honest(login, pim), closed():
        use(login, entry)
        count(login, CONTENT)


@pytest.mark.parametrize("column", ["at", "position", "transaction", "file_ids"])
def test_the_clock_and_the_order_of_the_log_are_the_databases(login, pim, column):
    value = {"at": "now()", "position": "1", "transaction": "'1'::xid8", "file_ids": "'{}'"}[column]
    with as_honest(login, pim), pytest.raises((InsufficientPrivilege, psycopg.errors.GeneratedAlways)):
        login.execute(
            f"INSERT INTO audit_entry (id, {column}, kind, event, actor_id) "
            f"VALUES (gen_random_uuid(), {value}, 'act', 'x', access.me())"
        )


def test_rolling_back_the_reader_does_not_take_the_entry_back(login, pim, family):
    with pytest.raises(RuntimeError), as_honest(login, pim):
        entry = open_file(login, family, pim)
        raise RuntimeError
    with superuser() as owner:
        assert owner.execute("SELECT kind FROM audit_entry WHERE id = %s", [entry]).fetchone() == ("opened",)


def test_a_savepoint_does_not_keep_a_file_open(login, pim, family):
    with as_honest(login, pim):
        with pytest.raises(RuntimeError), login.transaction():
            open_file(login, family, pim)
            assert count(login, CONTENT)
            raise RuntimeError
        with closed():
            count(login, CONTENT)


def test_the_entry_is_there_for_others_before_anything_is_read(login, pim, family):
    with as_honest(login, pim):
        entry = open_file(login, family, pim)
        with superuser() as somebody_else:
            found = somebody_else.execute("SELECT actor_id, file_id FROM audit_entry WHERE id = %s", [entry]).fetchone()
    assert found == (pim.pk, family.pk)


def test_an_older_snapshot_refuses_instead_of_showing_an_empty_file(committed, pim, family):
    with connect() as login:
        login.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        with as_honest(login, pim), closed():
            count(login, "cases_case")  # takes the snapshot, before the entry
            open_file(login, family, pim)
            count(login, CONTENT)


def test_a_long_export_does_not_become_half_a_file_without_a_word(login, pim, family):
    """The minute ends while the transaction runs: the rows stay, counted from its beginning."""
    entry = entry_of(pim, family, age=timedelta(seconds=59, milliseconds=500))
    with as_honest(login, pim):
        use(login, entry)
        before = count(login, CONTENT)
        login.execute("SELECT pg_sleep(1)")
        assert count(login, CONTENT) == before > 0


def test_a_prepared_plan_carries_no_rights(login, pim, committed, family):
    question = f"SELECT count(*) FROM {CONTENT}"
    with as_honest(login, pim):
        open_file(login, family, pim)
        for _ in range(7):
            assert login.execute(question, prepare=True).fetchone()[0]
    with as_honest(login, pim), closed():
        login.execute(question, prepare=True)
    assert login.execute("SELECT count(*) FROM cases_case", prepare=True).fetchone() == (0,)


def test_a_cursor_that_is_held_holds_only_what_was_already_logged_and_ends_with_the_reset(login, pim, family):
    from schakel.config.databases import forget_everything

    with as_honest(login, pim):
        open_file(login, family, pim)
        login.execute(f"DECLARE kept CURSOR WITH HOLD FOR SELECT id FROM {CONTENT}")
    forget_everything(login)
    with pytest.raises(psycopg.errors.InvalidCursorName):
        login.execute("FETCH kept")


@pytest.mark.parametrize("road", [
    f"SELECT (SELECT id FROM {CONTENT} LIMIT 1)", f"SELECT * FROM cases_case c JOIN {CONTENT} USING (id)",
    f"CREATE TABLE loot AS SELECT * FROM {CONTENT}",
    f"SELECT count(*) FROM ONLY {CONTENT}", f"SELECT * FROM {CONTENT} TABLESAMPLE SYSTEM (100)",
    f"SELECT * FROM {CONTENT} FOR UPDATE", f"SELECT {CONTENT}::text FROM {CONTENT}",
    f"INSERT INTO cases_recall SELECT * FROM cases_recall, {CONTENT}", f"EXPLAIN ANALYZE SELECT * FROM {CONTENT}",
    "SELECT * FROM audit.readings()",
])  # fmt: skip
def test_no_other_road_leads_to_content(login, pim, road):
    with as_honest(login, pim), pytest.raises((InsufficientPrivilege, psycopg.errors.SyntaxError)):
        login.execute(road)
