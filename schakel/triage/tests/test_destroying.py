"""After a no a record without names remains; everything else goes after the term of the house."""

import json

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from conftest import as_, as_owner
from schakel.audit.models import Entry
from schakel.referrals.models import Decision, Referral
from schakel.referrals.tests.scene import decide, sent
from schakel.triage import actions
from schakel.triage.models import Remainder

from .asked import ask, say

KEPT = {"triage_remainder", "audit_entry"}


def destroy():
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE schakel_worker")
        cursor.execute("SELECT access.destroy_refused(10)")
        (gone,) = cursor.fetchone()
        cursor.execute("RESET ROLE")
    return gone


def long_ago():
    with as_owner():
        Decision.objects.update(decided_at="2026-01-01T00:00Z")


def everything():
    """Every row of every table as text."""
    with as_owner(), connection.cursor() as cursor:
        for model in apps.get_models():
            table = model._meta.db_table
            if not model.__module__.startswith("schakel.") or table in KEPT:
                continue
            cursor.execute(f"SELECT to_jsonb(t)::text FROM {table} t")
            yield from ((table, row) for (row,) in cursor.fetchall())


def refused(world, outcome="no"):
    referral = sent(world)
    say(world, ask(world, referral))
    with as_(world.hanneke, reading=referral):
        actions.ask_referrer(by=world.hanneke, referral=referral, text="Sinds wanneer?")
        decide(world, referral, [1], outcome=outcome, advice="Vraag het wijkteam.")
    return referral


@pytest.mark.parametrize("outcome", ["no", "advice", "elsewhere"])
def test_nothing_of_the_person_is_left_in_any_table(world, outcome):
    with as_owner():
        before = set(everything())
    referral = refused(world, outcome)
    long_ago()
    assert destroy() == 1
    after = set(everything())
    assert after == before
    assert not any(str(referral.pk) in row for _table, row in after)


def test_what_remains_names_nobody(world):
    refused(world)
    long_ago()
    destroy()
    with as_(world.hanneke):
        kept = Remainder.objects.get()
        assert str(kept.capacity) == "Politie Test"
    assert (kept.outcome, kept.met, kept.unmet, kept.advice) == ("no", [1], [2, 3, 4], "Vraag het wijkteam.")
    assert "Testvogel" not in json.dumps(str(vars(kept)))


def test_a_certificate_stands_in_the_log(world):
    referral = refused(world)
    long_ago()
    destroy()
    with as_owner():
        assert Entry.objects.filter(event="referral.destroyed", file_id=referral.pk).count() == 1


def test_before_the_term_of_the_house_nothing_goes(world):
    refused(world)
    assert destroy() == 0
    with as_owner():
        assert Referral.objects.count() == 1


def test_what_became_a_case_stays_with_it(world):
    referral = sent(world)
    with as_(world.hanneke, reading=referral):
        decide(world, referral, [1, 2, 3])
    long_ago()
    assert destroy() == 0


def test_the_application_destroys_nothing(world):
    refused_it = pytest.raises(DatabaseError, match="permission denied")
    with as_(world.hanneke), refused_it, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT access.destroy_refused(10)")


def test_every_table_that_points_at_a_referral_or_a_person_says_of_which_file_it_is():
    """Destroying finds rows by that column: one that does not have it would stay behind."""
    named = {"file_id", "referral_id", "case_id"}
    for model in apps.get_models():
        points = {field.related_model._meta.label for field in model._meta.concrete_fields if field.is_relation}
        columns = {field.column for field in model._meta.concrete_fields}
        if points & {"referrals.Referral", "people.Person", "referrals.Decision"}:
            assert columns & named, model._meta.label


def test_the_referrer_reads_when_it_is_destroyed(world, client_of):
    referral = refused(world)
    page = client_of(world.pim).get(f"/aanmeldingen/{referral.number}/").content.decode()
    assert "wordt vernietigd op" in page
