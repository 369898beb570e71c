"""Throwing away a draft: nothing of it is left, and the log says that it was done."""

from datetime import date

import pytest
from django.apps import apps
from django.db import connection

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.houses.models import IntakeQuestion
from schakel.people import actions as people
from schakel.people.models import Person
from schakel.referrals import actions
from schakel.referrals.models import Referral

from .scene import MOTHER, draft, sent
from .test_writing import events
from .typed import at

pytestmark = pytest.mark.django_db(databases=["default", "door"])


def full_draft(world):
    """A draft with a row in every table that a draft can have rows in."""
    with as_owner():
        asked = IntakeQuestion.objects.create(house=world.house, text="Is er een huisdier?", kind="text")
    with as_(world.pim):
        referral = draft(world, contact=world.linda)
    with as_(world.pim, reading=referral):
        mother = Person.objects.get()
        child = actions.add_person(by=world.pim, referral=referral, names=MOTHER | {"given_names": "Mees"})
        about = {"by": world.pim, "file": referral}
        people.relate(**about, person=mother, other=child, kind="parent")
        people.give_authority(**about, person=child, holder=mother)
        people.add_frame(**about, person=mother, capacity=referral.capacity, kind="Gebiedsverbod")
        people.give_alert(**about, capacity=referral.capacity, text="Hond.", until=date(2080, 1, 1))
        actions.write(by=world.pim, referral=referral, edition=2, answers={asked: "Een kat."})
        actions.keep(by=world.pim, referral=referral, step="what", typed={"begun": {}, "typed": {"goal": "Half."}})
    return referral


def rows_of(file_id):
    """By table, how many rows of this file there are, whichever column says so."""
    found = {}
    with as_owner(), connection.cursor() as cursor:
        for model in apps.get_models():
            names = {field.column for field in model._meta.concrete_fields} & {"file_id", "referral_id"}
            if not model.__module__.startswith("schakel.") or model._meta.db_table == "audit_entry":
                continue
            for name in names:
                cursor.execute(f"SELECT count(*) FROM {model._meta.db_table} WHERE {name} = %s", [file_id])
                if count := cursor.fetchone()[0]:
                    found[model._meta.db_table] = count
    return found


def test_nothing_of_it_is_left_in_any_table(world):
    referral = full_draft(world)
    there = rows_of(referral.pk)
    assert {"vault_text", "vault_contentkey", "people_person", "people_alert", "referrals_unsaved"} <= set(there)
    with as_(world.pim, reading=referral):
        actions.throw_away(by=world.pim, referral=referral)
    assert rows_of(referral.pk) == {}
    with as_owner():
        assert not Referral.objects.exists()
        connection.check_constraints()
    assert events()[-1] == "referral.thrown_away"


def test_only_who_began_it_throws_it_away(world):
    referral = full_draft(world)
    with as_(world.linda, reading=referral), pytest.raises(Refused, match="Alleen de aanmelder"):
        actions.throw_away(by=world.linda, referral=referral)
    assert rows_of(referral.pk)


def test_what_was_sent_is_withdrawn_and_not_thrown_away(world):
    referral = sent(world)
    with as_(world.pim, reading=referral), pytest.raises(Refused, match="intrekken"):
        actions.throw_away(by=world.pim, referral=referral)
    assert rows_of(referral.pk)


@pytest.mark.parametrize("who", ["linda", "hanneke", "gea"])
def test_with_the_python_removed_nobody_else_destroys_anything(world, who):
    referral = full_draft(world)
    before = rows_of(referral.pk)
    with as_(getattr(world, who)), connection.cursor() as cursor:
        cursor.execute("SELECT access.throw_away_draft(%s)", [referral.pk])
        assert cursor.fetchone() == (False,)
    assert rows_of(referral.pk) == before


def test_what_was_sent_is_not_destroyed_with_the_python_removed(world):
    referral = sent(world)
    with as_(world.pim), connection.cursor() as cursor:
        cursor.execute("SELECT access.throw_away_draft(%s)", [referral.pk])
        assert cursor.fetchone() == (False,)
    assert rows_of(referral.pk)


def test_the_page_asks_once_and_the_list_no_longer_has_it(world, client_of):
    referral, pim = full_draft(world), client_of(world.pim)
    assert "Niemand kan het terughalen" in pim.get(at(referral, "weggooien/")).text
    answer = pim.post(at(referral, "weggooien/"), follow=True)
    assert referral.number not in answer.text
    assert pim.get(at(referral)).status_code == 404
