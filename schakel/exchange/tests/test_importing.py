"""Messages become referrals; the same again adds to the same."""

import json

import pytest
from django.db import connections

from conftest import as_, as_owner
from schakel.audit.models import Entry
from schakel.exchange.importing import import_files
from schakel.people.lo3 import read_file
from schakel.people.models import Address, CitizenNumber, Person
from schakel.people.names import display
from schakel.people.showing import display_name
from schakel.people.tests.test_lo3 import TEST_PERSONS
from schakel.referrals import actions
from schakel.referrals.models import Addition, Referral
from schakel.referrals.tests.scene import decide
from schakel.signin.models import Account
from schakel.vault.keys import blind_index
from schakel.vault.words import Keyring

from .test_messages import NUMBER, sent


@pytest.fixture
def politie(world, settings):
    settings.MESSAGES_REFERRER = "politie"
    with connections["door"].cursor() as cursor:
        cursor.execute("RESET ROLE")
        account = Account.objects.create(username="politie", professional_id=world.pim.pk)
        cursor.execute("SET ROLE schakel_door")
    return account


@pytest.fixture
def brought(tmp_path, politie):
    """`brought(incident__locatie="…")` writes a message into a file and imports it."""

    def bring(content=None, name="melding.json", **changes):
        file = tmp_path / name
        file.write_bytes(sent(**changes) if content is None else content)
        (result,) = import_files([file])
        return result

    return bring


def rows(model):
    with as_owner():
        return model.objects.count()


def test_a_good_message_becomes_a_referral_that_was_sent(world, brought):
    result = brought()

    assert (result.outcome, result.refused) == ("created", False)
    with as_(world.pim):
        referral = Referral.objects.get()
        assert (referral.number, referral.source) == (result.number, "message")
        assert referral.is_waiting
    with as_(world.hanneke, reading=referral):
        Keyring.of(referral).reveal([referral])
        assert referral.goal == "Graag een casusoverleg."
        assert "Schets." in referral.happened
        assert "m@voorbeeld.example" in referral.happened
        assert display_name(Person.objects.get()) == "M. du Bråkendæl"
        assert Person.objects.get().birth_date == "19991112"
        assert Address.objects.get().lines == "Zeeruststraat 132A"
    with as_owner():
        assert bytes(CitizenNumber.objects.get().blind) == blind_index(NUMBER)
        assert Entry.objects.filter(event="referral.message_received").count() == 1


def test_the_same_number_again_adds_to_the_same_referral(world, brought):
    first = brought()
    second = brought(verzoek="Nu dringend.", natuurlijkPersoon__naam__geslachtsnaam="Brakendael")

    assert (second.outcome, second.number) == ("updated", first.number)
    assert rows(Referral) == 1
    with as_owner():
        referral = Referral.objects.get()
    with as_(world.hanneke, reading=referral):
        (addition,) = Keyring.of(referral).reveal(Addition.objects.all())
        assert "Nu dringend." in addition.text
        assert Person.objects.get().surname == "Brakendael"


def test_the_same_message_delivered_twice_says_nothing_twice(brought):
    brought()

    assert brought().outcome == "updated"
    assert brought(verzoek="Nu dringend.").outcome == brought(verzoek="Nu dringend.").outcome == "updated"
    assert (rows(Referral), rows(Addition), rows(Person)) == (1, 1, 1)


def test_another_number_is_another_referral(brought):
    assert brought().number != brought(registratienummer="PL1500-2026-000124").number


def test_the_number_of_another_organisation_is_another_referral(world, brought):
    brought()
    with connections["door"].cursor() as cursor:
        cursor.execute("RESET ROLE")
        Account.objects.filter(username="politie").update(professional_id=world.sanne.pk)
        cursor.execute("SET ROLE schakel_door")

    assert brought().outcome == "created"


def test_after_the_answer_the_same_number_is_refused_with_the_reason(world, brought):
    brought()
    with as_owner():
        referral = Referral.objects.get()
    with as_(world.hanneke, reading=referral):
        decide(world, referral, [], outcome="no")

    again = brought()
    assert again.refused
    assert "beantwoord" in str(again)


def test_after_withdrawing_it_is_refused_as_well(world, brought):
    brought()
    with as_owner():
        referral = Referral.objects.get()
    with as_(world.pim, reading=referral):
        actions.withdraw(by=world.pim, referral=referral, reason="Niet meer nodig.")

    assert "ingetrokken" in str(brought())


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"\xff\xfe", b'{"soort": "NAZ"}', b'{"soort": "VT"}', b"x" * (2 * 1024 * 1024 + 1),
        sent(natuurlijkPersoon__burgerservicenummer="999990638"), sent(registratienummer="1" * 101),
        json.dumps(json.loads(sent())).encode().replace(b"Schets.", b"Sche\\u0000ts."),
        json.dumps(json.loads(sent())).encode().replace(b"Schets.", b"Sche\\ud800ts."),
    ],
)  # fmt: skip
def test_a_broken_message_is_refused_with_reasons_and_nothing_is_kept(brought, content):
    result = brought(content)

    assert result.refused
    assert result.errors
    assert "99999063" not in str(result)
    assert (rows(Referral), rows(Person)) == (0, 0)


def test_a_file_that_is_not_there_and_an_account_that_is_not_there_are_said(tmp_path, politie):
    (missing,) = import_files([tmp_path / "weg.json"])
    (unknown,) = import_files([tmp_path / "weg.json"], referrer="niemand")

    assert "kan niet worden gelezen" in str(missing)
    assert "geen account" in str(unknown)


def message_about(person, position):
    """What the police would send about this person; None where the message cannot say it."""
    name = {
        "geslachtsnaam": person.name.surname or None,
        "voornamen": person.name.given_names,
        "voorvoegselGeslachtsnaam": person.name.prefix,
    }
    if not name["geslachtsnaam"]:
        return None
    changes = {
        "registratienummer": f"PL1500-2026-{position:06}",
        "natuurlijkPersoon__naam": name,
        "natuurlijkPersoon__burgerservicenummer": person.citizen_service_number,
        "natuurlijkPersoon__geboorte": None,
    }
    if person.birth and person.birth.is_complete:
        changes["natuurlijkPersoon__geboorte"] = {"datum": person.birth.earliest().isoformat()}
    return sent(**changes)


def test_the_test_persons_come_in_by_message_as_the_registry_means_them(world, politie, tmp_path):
    persons = {}
    for position, person in enumerate(read_file(TEST_PERSONS)):
        if content := message_about(person, position):
            file = tmp_path / f"{position}.json"
            file.write_bytes(content)
            persons[str(file)] = person

    results = import_files(list(persons))

    assert len(results) >= 340
    assert [result for result in results if result.outcome != "created"] == []
    with as_owner():
        numbers = dict(Referral.objects.values_list("number", "pk"))
        files = {person.file_id: person for person in Person.objects.all()}
    for result in results:
        registered, kept = persons[result.file], files[numbers[result.number]]
        assert (kept.given_names, kept.prefix, kept.surname) == (
            registered.name.given_names, registered.name.prefix, registered.name.surname,
        )  # fmt: skip
        if registered.name.use == "E" and not registered.name.title:
            assert display_name(kept) == display(registered.name)
