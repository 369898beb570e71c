"""How a referral is written."""

from uuid import uuid4

import pytest

from conftest import as_, as_owner
from schakel.access.verdict import Conflict, Refused
from schakel.audit.models import Entry
from schakel.people.models import Address, CitizenNumber, Person
from schakel.referrals import actions
from schakel.referrals.models import Referral
from schakel.vault.keys import blind_index

from .scene import MOTHER, NUMBER, WORDS, criteria, draft, opened, sent, start


def events():
    with as_owner():
        return list(Entry.objects.filter(kind="act").order_by("position").values_list("event", flat=True))


def test_a_draft_is_there_for_the_referrer_only(world):
    with as_(world.pim):
        referral = start(world)
        assert referral.is_draft
        assert referral.number
    for other in (world.linda, world.hanneke, world.gea):
        with as_(other):
            assert not Referral.objects.exists()


def test_the_named_contact_sees_the_draft_and_writes_in_it(world):
    with as_(world.pim):
        referral = draft(world, contact=world.linda)
    with as_(world.linda, reading=referral):
        actions.write(by=world.linda, referral=referral, edition=2, words={"goal": "Meer rust."})
    with opened(world.pim, referral) as found:
        assert (found.goal, found.happened) == ("Meer rust.", WORDS["happened"])
        assert found.grounds[2] == "Grond 2."


def test_a_form_sent_twice_begins_one_referral(world):
    key = uuid4()
    with as_(world.pim):
        assert start(world, key=key) == start(world, key=key)
        assert Referral.objects.count() == 1


def test_somebody_elses_id_in_the_form_begins_nothing(world):
    with as_(world.pim):
        referral = start(world)
    with as_(world.bilal), pytest.raises(Refused):
        start(world, by=world.bilal, capacity=world.capacities["college"], key=referral.pk)


def test_one_refers_for_ones_own_organisation(world):
    with as_(world.pim), pytest.raises(Refused):
        start(world, capacity=world.capacities["ggz"])


def test_under_a_regime_that_takes_no_referrals_none_begins(world):
    with as_owner():
        world.regime.takes_referrals = False
        world.regime.save()
    with as_(world.pim), pytest.raises(Refused):
        start(world)


def test_the_contact_is_a_colleague(world):
    with as_(world.pim):
        referral = start(world)
    with as_(world.pim, reading=referral):
        for nobody in (world.sanne, world.pim):
            with pytest.raises(Refused):
                actions.name_contact(by=world.pim, referral=referral, contact=nobody)
        actions.name_contact(by=world.pim, referral=referral, contact=world.linda)
    with as_(world.linda):
        assert Referral.objects.get() == referral


def test_a_contact_names_no_other(world):
    with as_(world.pim):
        referral = start(world, contact=world.linda)
    with as_(world.linda, reading=referral), pytest.raises(Refused):
        actions.name_contact(by=world.linda, referral=referral, contact=world.polly)


def test_naming_a_contact_after_the_contact_wrote_loses_no_words(world):
    with as_(world.pim):
        referral = draft(world, contact=world.linda)
    with as_(world.linda, reading=referral):
        actions.write(by=world.linda, referral=referral, edition=2, words={"goal": "Meer rust."})
    with as_(world.pim, reading=referral):
        actions.name_contact(by=world.pim, referral=referral, contact=world.polly)
    with opened(world.pim, referral) as found:
        assert found.goal == "Meer rust."


def test_who_writes_on_an_old_edition_gets_both_versions_and_changes_nothing(world):
    with as_(world.pim):
        referral = draft(world)
    with as_(world.pim, reading=referral):
        with pytest.raises(Conflict) as conflict:
            actions.write(by=world.pim, referral=referral, edition=1, words={"goal": "Iets anders."})
        assert conflict.value.saved.goal == WORDS["goal"]
    with opened(world.pim, referral) as found:
        assert found.goal == WORDS["goal"]


def test_a_person_comes_with_a_number_in_the_vault_and_an_address(world):
    with as_(world.pim):
        referral = start(world)
    with as_(world.pim, reading=referral):
        address = {"lines": "Testpad 1", "postcode": "1234 AB", "place": "Testdam"}
        person = actions.add_person(by=world.pim, referral=referral, names=MOTHER, number=NUMBER, address=address)
        assert Person.objects.get() == person
        assert Address.objects.get().place == "Testdam"
    with as_owner():
        number = CitizenNumber.objects.get()
        assert bytes(number.blind) == blind_index(NUMBER)
        assert NUMBER.encode() not in bytes(number.sealed)


def test_a_person_form_sent_twice_adds_one_person(world):
    with as_(world.pim):
        referral = start(world)
    key = uuid4()
    with as_(world.pim, reading=referral):
        for _ in range(2):
            actions.add_person(by=world.pim, referral=referral, names=MOTHER, number=NUMBER, key=key)
        assert Person.objects.count() == 1


def test_a_referral_about_an_area_takes_no_persons(world):
    with as_(world.pim):
        referral = draft(world, met=[4], persons=0)
    with as_(world.pim, reading=referral), pytest.raises(Refused, match="gebied"):
        actions.add_person(by=world.pim, referral=referral, names=MOTHER)


def test_a_person_is_corrected_by_one_at_a_time(world):
    with as_(world.pim):
        referral = draft(world)
    with as_(world.pim, reading=referral):
        person = Person.objects.get()
        actions.correct_person(
            by=world.pim, referral=referral, person=person, edition=1, names={"birth_date": "19800203"}
        )
        with pytest.raises(Conflict):
            actions.correct_person(by=world.pim, referral=referral, person=person, edition=1, names={"surname": "Mees"})
        assert Person.objects.get().birth_date == "19800203"
        assert Person.objects.get().surname == "Testvogel"


def test_a_colleague_who_is_neither_referrer_nor_contact_does_nothing(world):
    referral = sent(world)
    with as_(world.gea):
        for act, words in ((actions.withdraw, {"reason": "Toch niet."}), (actions.send, {})):
            with pytest.raises(Refused):
                act(by=world.gea, referral=referral, **words)


def test_every_act_leaves_its_entry(world):
    sent(world)
    assert events() == [
        "referral.started", "referral.written", "referral.person_added", "person.informed", "referral.sent"
    ]  # fmt: skip


def test_a_claim_is_rewritten_with_its_ground(world):
    with as_(world.pim):
        referral = draft(world)
    with as_(world.pim, reading=referral):
        third = criteria(world)[3]
        actions.write(by=world.pim, referral=referral, edition=2, claims={third: (False, "Toch niet.")})
    with opened(world.pim, referral) as found:
        assert found.grounds == {1: "Grond 1.", 2: "Grond 2.", 3: "Toch niet.", 4: "Grond 4."}
