"""`schakel check-setup` sees what is wrong with an installation."""

import pytest
from django.db import connection

from conftest import as_owner
from schakel.config import checks
from schakel.config.commands import check_setup


@pytest.fixture
def changed(db):
    """What somebody with too many rights could have done to the database; undone with the test."""

    def execute(statement):
        with as_owner(), connection.cursor() as cursor:
            cursor.execute(statement)

    return execute


IN_ORDER = [
    "different_keys",
    "recent_postgres",
    "ordinary_roles",
    "tables_there",
    "policies_there",
    "row_security_on",
    "names_searchable",
]


@pytest.mark.parametrize("check", [*IN_ORDER, "nothing_in_front", "secure_address", "real_settings"])
def test_a_good_installation_is_in_order(db, check):
    assert getattr(checks, check)() is None


def test_a_policy_that_is_gone_is_seen(changed):
    changed('DROP POLICY "the door finds sessions" ON signin_session')
    assert "the door finds sessions" in checks.policies_there()


def test_a_policy_that_somebody_added_is_seen(changed):
    changed("CREATE POLICY everybody ON vault_text USING (true)")
    assert "vault_text: everybody" in checks.policies_there()


def test_row_security_that_is_off_is_seen(changed):
    changed("ALTER TABLE vault_text DISABLE ROW LEVEL SECURITY")
    assert "vault_text" in checks.row_security_on()


def test_a_program_that_owns_a_table_is_seen(changed):
    changed("GRANT CREATE ON SCHEMA public TO schakel_worker; ALTER TABLE vault_text OWNER TO schakel_worker")
    assert "schakel_worker" in checks.ordinary_roles()


def test_a_program_that_may_make_tables_is_seen(changed):
    changed("GRANT CREATE ON SCHEMA public TO schakel_app")
    assert checks.nothing_in_front()


def test_a_demonstration_on_a_real_database_is_seen(settings):
    settings.DEMONSTRATION, settings.EMBEDDED = True, None
    assert "SCHAKEL_DEMONSTRATION" in checks.real_settings()


def test_an_address_without_encryption_is_seen(settings):
    settings.SECURE, settings.EMBEDDED = False, None
    assert checks.secure_address()


def test_two_equal_keys_are_seen(settings):
    settings.VAULT_KEY = settings.MASTER_KEY
    assert checks.different_keys()


def test_the_exit_status_says_whether_all_is_in_order(monkeypatch, capsys):
    monkeypatch.setattr(checks, "CHECKS", [("Goed", lambda: None), ("Fout", lambda: "kapot")])
    assert check_setup.run(None) == 1
    assert "niet ok  Fout: kapot" in capsys.readouterr().out
