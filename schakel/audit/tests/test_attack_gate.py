"""The gate refuses without telling whether there is anything behind it: an error only about what one may see anyway."""

from uuid import uuid4

import psycopg
import pytest
from django.apps import apps
from psycopg import sql

from schakel.access.classification import Holds
from schakel.access.policies import APPLICATION_ROLE, policies_of
from schakel.access.tests.attack import as_honest, connect, superuser

GUARDED = [
    (model, one)
    for model in apps.get_models()
    for one in policies_of(model)
    if getattr(model, "holds", None) in (Holds.CONTENT, Holds.NAMES)
    if (one.command, one.role) == ("SELECT", APPLICATION_ROLE)
]


@pytest.fixture
def login(committed):
    with connect() as login:
        yield login


def outcome(login, who, statement, *values):
    try:
        with as_honest(login, who):
            return login.execute(statement, values).fetchall()
    except psycopg.Error as error:
        return type(error)


def behind(table, column="id"):
    with superuser() as owner:
        found = owner.execute(sql.SQL("SELECT {} FROM {}").format(sql.Identifier(column), sql.Identifier(table)))
        return [value for (value,) in found]


@pytest.mark.parametrize("model, policy", GUARDED, ids=lambda one: getattr(one, "__name__", ""))
def test_what_is_there_answers_the_outsider_as_what_is_not(login, committed, model, policy):
    statement = f"SELECT 1 FROM {model._meta.db_table} WHERE id = %s"
    for key in [*behind(model._meta.db_table), uuid4()]:
        assert outcome(login, committed.world.gea, statement, key) == []


@pytest.mark.parametrize("model, policy", GUARDED, ids=lambda one: getattr(one, "__name__", ""))
def test_the_gate_is_asked_last(model, policy):
    concerns, gate = policy.using.split(" THEN ")
    assert concerns.startswith("CASE WHEN ") and gate.endswith(" ELSE false END")
    assert not any(name in concerns for name in ("opened", "shown", "my_ears", "recalled", "hiding"))


@pytest.mark.parametrize("statement, table, column", [
    ("SELECT 1 FROM people_person WHERE surname = %s", "people_person", "surname"),
    ("SELECT 1 FROM people_address WHERE lines = %s", "people_address", "lines"),
    ("SELECT 1 FROM referrals_claim WHERE author_id = %s", "referrals_claim", "author_id"),
    ("SELECT count(*) > 9 FROM cases_case k, vault_text t WHERE t.author_id = %s", "vault_text", "author_id"),
])  # fmt: skip
def test_nobody_asks_who_stands_in_a_file_or_who_wrote(login, committed, statement, table, column):
    answers = {str(outcome(login, committed.world.gea, statement, value)) for value in set(behind(table, column))}
    assert len(answers) == 1 and "Insufficient" not in answers.pop()


def test_a_seat_for_the_child_does_not_ask_after_the_mother(login, committed):
    statement = "SELECT 1 FROM people_person WHERE id = %s"
    assert outcome(login, committed.world.lieke, statement, committed.id["mother"]) == []


@pytest.mark.parametrize(
    "question", ["recalled", "people_in_hiding", "addresses_left_behind", "organisations_i_see", "my_ears"]
)
def test_what_is_asked_of_the_open_file_is_refused_before_it_is_looked_for(login, committed, question):
    """Also where a plan would never have come to the gate: without a single row."""
    with superuser() as owner:
        owner.execute("DELETE FROM cases_recall; UPDATE people_person SET secret_address = false")
    assert outcome(login, committed.world.gea, f"SELECT access.{question}()") == psycopg.errors.InsufficientPrivilege
