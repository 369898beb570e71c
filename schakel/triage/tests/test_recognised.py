"""Somebody who is referred may be known to the house already: the triage sees it when entitled, the referrer never."""

import pytest
from django.db import connection

from conftest import as_, as_owner
from schakel.audit.models import Entry
from schakel.cases.models import Case, Lock
from schakel.people.models import Person
from schakel.referrals.models import Referral
from schakel.referrals.tests.scene import MOTHER, decide, sent
from schakel.triage.likeness import recognised

TWIN = {"given_names": "Femke", "surname": "Testvogel", "birth_date": "20080314"}


def persons_of(referral):
    return list(Person.objects.filter(file_id=referral.pk))


def found(professional, referral):
    with as_(professional, reading=referral):
        return [match for _person, matches in recognised(referral, persons_of(referral)) for match in matches]


def rename(referral, **fields):
    with as_owner():
        Person.objects.filter(file_id=referral.pk).update(**fields)


def a_case(world):
    referral = sent(world)
    with as_(world.hanneke, reading=referral):
        case = decide(world, referral, [1, 2, 3]).case
    with as_owner():
        Case.objects.filter(pk=case.pk).update(opened_at="2026-01-01T00:00Z")
    return case


def test_the_triage_learns_the_number_of_a_running_case_and_whom_to_call(world):
    case = a_case(world)
    again = sent(world)
    matches = [match for match in found(world.hanneke, again) if match.kind == "case"]
    assert [(match.number, match.how, match.call) for match in matches] == [
        (case.number, "number", "Noor, procesregisseur")
    ]


def test_the_referrer_and_the_contact_never_learn_it(world):
    a_case(world)
    again = sent(world, contact=world.linda)
    assert found(world.hanneke, again)
    for writer in (world.pim, world.linda):
        assert found(writer, again) == []


def test_it_stands_in_the_log_of_both_files(world):
    case = a_case(world)
    again = sent(world)
    found(world.hanneke, again)
    with as_owner():
        entry = Entry.objects.get(kind="listed", file_ids__contains=[case.pk])
        assert entry.file_ids == [again.pk, case.pk]
        assert entry.actor_id == world.hanneke.pk


def test_of_another_referral_than_the_one_that_lies_open_nothing_is_told(world):
    a_case(world)
    first, second = sent(world), sent(world)
    with as_(world.hanneke, reading=first), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM access.recognised(%s)", [second.pk])
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("change", [{"closed_at": "2026-11-01T00:00Z"}, "hidden", "other approach"])
def test_closed_hidden_and_other_cases_are_not_told(world, change):
    case = a_case(world)
    again = sent(world)
    with as_owner():
        if change == "other approach":
            regime = case.regime
            regime.pk, regime.code = None, "other"
            regime._state.adding = True
            from uuid import uuid4

            regime.pk = uuid4()
            regime.save(force_insert=True)
            Case.objects.filter(pk=case.pk).update(regime=regime)
        elif change == "hidden":
            regime = case.regime
            from uuid import uuid4

            regime.pk, regime.code, regime.hidden = uuid4(), "hidden", True
            regime.save(force_insert=True)
            Case.objects.filter(pk=case.pk).update(regime=regime)
        else:
            Case.objects.filter(pk=case.pk).update(**change)
    assert [match for match in found(world.hanneke, again) if match.kind == "case"] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"surname": "Yıldız", "given_names": "Emre"}, {"surname": "Yildiz", "given_names": "Emre"}),
        ({"surname": "Brink", "prefix": "van den"}, {"surname": "van den Brink", "prefix": ""}),
        ({"surname": "Testvogel"}, {"surname": "Testvoogel"}),
        ({"surname": "Kwartelaar"}, {"surname": "Anders", "partner_surname": "Kwartelaar"}),
    ],
)
def test_the_same_person_referred_twice_with_another_spelling_is_seen(world, one, other):
    first, second = sent(world), sent(world)
    with as_owner():
        from schakel.people.models import CitizenNumber

        CitizenNumber.objects.all().delete()
    full = MOTHER | {"birth_date": "19800512"}
    rename(first, **(full | one))
    rename(second, **(full | other))
    assert [match.number for match in found(world.hanneke, second)] == [first.number]


def test_twins_look_alike_and_are_never_taken_for_one(world):
    first, second = sent(world), sent(world)
    rename(first, **TWIN)
    rename(second, **TWIN | {"given_names": "Fenna"})
    with as_owner():
        from schakel.people.models import CitizenNumber

        CitizenNumber.objects.all().delete()
    assert [match.how for match in found(world.hanneke, second)] == ["like"]


def test_somebody_else_is_nobody(world):
    first, second = sent(world), sent(world)
    rename(first, surname="Kwartelaar", birth_date="19911130")
    rename(second, surname="Testvogel", birth_date="19800512")
    with as_owner():
        from schakel.people.models import CitizenNumber

        CitizenNumber.objects.all().delete()
    assert found(world.hanneke, second) == []


def test_a_referral_of_ones_own_is_no_way_to_look_somebody_up(world):
    a_case(world)
    again = sent(world)
    with as_owner():
        Referral.objects.filter(pk=again.pk).update(referrer=world.hanneke)
    assert found(world.hanneke, again) == []


def test_of_a_case_from_which_one_is_locked_out_nothing_is_told(world):
    case = a_case(world)
    again = sent(world)
    with as_owner():
        Lock.objects.create(author=world.noor, professional=world.hanneke, case=case, about=[case.pk])
    assert "case" not in [match.kind for match in found(world.hanneke, again)]
