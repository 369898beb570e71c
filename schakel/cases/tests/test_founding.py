"""How the triage opens a case."""

import pytest
from django.db import ProgrammingError, transaction

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.cases.actions import open_case
from schakel.cases.models import Case, Occupant
from schakel.people.keeping import put_number
from schakel.people.models import Address, CitizenNumber, Person, Relation
from schakel.referrals.models import Referral
from schakel.vault.words import Keyring


@pytest.fixture
def referral(world):
    with as_owner():
        referral = Referral.objects.create(
            author=world.pim, house=world.house, regime=world.regime, capacity=world.capacities["police"],
            referrer=world.pim, sent_at="2026-11-20T10:00Z",
        )  # fmt: skip
        referral.refresh_from_db()
        ring = Keyring.new(referral)
        for position, name in enumerate(["Moeder", "Kind"]):
            person = Person.objects.create(
                file_id=referral.pk, given_names=name, surname="Testvogel", position=position
            )
            ring.add(person.pk)
            secret = name == "Kind"
            Address.objects.create(
                file_id=referral.pk, person=person, lines=f"Testpad {position}", secret=secret, audience=[referral.pk]
            )
        mother, child = Person.objects.order_by("position")
        Relation.objects.create(file_id=referral.pk, person=mother, other=child, kind="parent")
    return referral


def found(referral, world, **changes):
    arguments = {
        "by": world.hanneke, "house": world.house, "regime": world.regime, "is_area": False, "referral": referral,
        "director": world.noor, "support": world.sem, "occasion": "Drie meldingen.", "goal": "Rust.",
    }  # fmt: skip
    if "people" not in changes:
        arguments["people"] = list(Person.objects.all())
    return open_case(**arguments | changes)


def test_the_triage_opens_a_case_that_the_director_sees(referral, world):
    with as_(world.hanneke, reading=referral):
        case = found(referral, world)
    with as_(world.noor, reading=case):
        assert Case.objects.get().phase == "conference"
        assert Keyring.of(case).reveal([case])[0].goal == "Rust."
        assert {occupant.professional for occupant in Occupant.objects.now()} == {world.noor, world.sem}


def test_the_case_gets_copies_with_ids_and_keys_of_their_own(referral, world):
    with as_(world.hanneke, reading=referral):
        originals = {person.pk for person in Person.objects.all()}
        case = found(referral, world)
    with as_(world.noor, reading=case):
        copies = list(Person.objects.all())
        assert [person.given_names for person in copies] == ["Moeder", "Kind"]
        assert not originals & {person.pk for person in copies}
        assert {person.pk for person in copies} <= Keyring.of(case)._keys.keys()
        assert Relation.objects.get().person == copies[0]


def test_a_secret_address_reaches_the_house_and_who_brought_it_in(referral, world):
    with as_(world.hanneke, reading=referral):
        case = found(referral, world)
    with as_owner():
        open_to_all, secret = Address.objects.filter(file_id=case.pk).order_by("secret")
    assert open_to_all.audience == [case.pk]
    assert secret.audience == [world.house.capacity_id, referral.capacity_id]


def test_a_citizen_number_goes_along_and_stays_unread(referral, world):
    with as_(world.pim, reading=referral):
        put_number(Keyring.of(referral), Person.objects.first(), "999990019")
    with as_(world.hanneke, reading=referral):
        case = found(referral, world)
    with as_owner():
        copied, first = CitizenNumber.objects.get(file_id=case.pk), CitizenNumber.objects.get(file_id=referral.pk)
    assert bytes(copied.blind) == bytes(first.blind)
    assert bytes(copied.sealed) != bytes(first.sealed)


def test_opening_leaves_an_entry(referral, world):
    with as_(world.hanneke, reading=referral):
        case = found(referral, world)
    with as_owner():
        assert Entry.objects.get(kind="act", event="case.opened").file_id == case.pk


def test_the_triage_no_longer_sees_the_case_it_opened(referral, world):
    with as_(world.hanneke, reading=referral):
        case = found(referral, world)
    with as_owner():
        Case.objects.filter(pk=case.pk).update(opened_at="2026-11-01T10:00Z")
    with as_(world.hanneke):
        assert not Case.objects.exists()


def test_a_process_director_does_not_open_cases(referral, world):
    with as_(world.noor), pytest.raises(Refused, match="triage"):
        found(referral, world, by=world.noor, people=[])


def test_a_case_about_an_area_takes_no_persons(referral, world):
    with as_(world.hanneke, reading=referral), pytest.raises(Refused):
        found(referral, world, is_area=True)


def test_nobody_but_the_triage_opens_a_case_with_the_python_removed(world):
    with as_(world.noor), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Case.objects.create(author=world.noor, opened_by=world.noor, house=world.house, regime=world.regime)
