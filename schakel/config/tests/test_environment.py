"""A setting that is missing or wrong stops the program and says which, and how."""

import pytest

from schakel.config import databases
from schakel.config.environment import flag, key, number, text, url


def test_a_missing_setting_is_named_with_an_example(monkeypatch):
    monkeypatch.delenv("SCHAKEL_ADDRESS", raising=False)
    with pytest.raises(SystemExit, match="SCHAKEL_ADDRESS is not set. Example: SCHAKEL_ADDRESS=https://"):
        url("SCHAKEL_ADDRESS")


def test_a_setting_can_lie_in_a_file(monkeypatch, tmp_path):
    (tmp_path / "secret").write_text("hush\n")
    monkeypatch.setenv("SCHAKEL_THING_FILE", str(tmp_path / "secret"))
    assert text("SCHAKEL_THING") == "hush"


def test_a_file_that_is_not_there_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv("SCHAKEL_THING_FILE", str(tmp_path / "none"))
    with pytest.raises(SystemExit, match="SCHAKEL_THING_FILE cannot be read"):
        text("SCHAKEL_THING", "default")


@pytest.mark.parametrize(("reader", "value"), [(flag, "maybe"), (number, "ten"), (url, "example.nl")])
def test_a_wrong_setting_is_refused(monkeypatch, reader, value):
    monkeypatch.setenv("SCHAKEL_THING", value)
    with pytest.raises(SystemExit, match="SCHAKEL_THING"):
        reader("SCHAKEL_THING")


@pytest.mark.parametrize("value", ["ab" * 32, "q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s="])
def test_a_key_is_hexadecimal_or_base64(monkeypatch, value):
    monkeypatch.setenv("SCHAKEL_THING_KEY", value)
    assert key("SCHAKEL_THING_KEY") == b"\xab" * 32


@pytest.mark.parametrize("value", ["ab" * 31, "password", "é"])
def test_a_key_of_another_length_is_refused_without_being_shown(monkeypatch, value):
    monkeypatch.setenv("SCHAKEL_THING_KEY", value)
    with pytest.raises(SystemExit) as refused:
        key("SCHAKEL_THING_KEY")
    assert value not in str(refused.value)


def test_a_demonstration_makes_its_key_once_and_for_itself(monkeypatch, tmp_path):
    monkeypatch.delenv("SCHAKEL_THING_KEY", raising=False)
    assert key("SCHAKEL_THING_KEY", made_in=tmp_path) == key("SCHAKEL_THING_KEY", made_in=tmp_path)
    assert (tmp_path / "thing_key").stat().st_mode & 0o777 == 0o600


def test_the_database_address_names_no_user(monkeypatch):
    monkeypatch.setenv("SCHAKEL_DATABASE_URL", "postgresql://postgres:secret@db.example.nl/schakel")
    with pytest.raises(SystemExit, match="names a user") as refused:
        databases.server(embedded=None)
    assert "secret" not in str(refused.value)


def test_every_role_signs_in_for_itself_with_the_same_tls_settings(monkeypatch):
    monkeypatch.setenv("SCHAKEL_DATABASE_URL", "postgresql://db.example.nl:5433/schakel?sslmode=verify-full")
    monkeypatch.setenv("SCHAKEL_LOG_PASSWORD", "hush")
    server = databases.server(embedded=None)
    log, app = databases.sign_in(server, "schakel_log"), databases.for_django(server, "schakel_app")
    assert (log["user"], log["password"], log["port"], log["sslmode"]) == ("schakel_log", "hush", 5433, "verify-full")
    assert (app["USER"], app["PASSWORD"], app["OPTIONS"]["sslmode"]) == ("schakel_app", "", "verify-full")
