"""How the triage decides: by criteria and formula, with reasons."""

from uuid import uuid4

import pytest
from django.db import connection

from conftest import as_, as_owner
from schakel.access.verdict import Conflict, Refused
from schakel.cases.models import Case
from schakel.network.actions import set_formula
from schakel.people.models import Address, CitizenNumber, Person
from schakel.referrals import actions
from schakel.referrals.models import Decision, Finding, Referral
from schakel.referrals.tests.scene import NUMBER, decide, draft, findings, opened, sent
from schakel.vault.keys import blind_index
from schakel.vault.words import Keyring


def refusal(world, referral, met, **changes):
    with as_(world.hanneke, reading=referral), pytest.raises(Refused) as refused:
        decide(world, referral, met, **changes)
    return str(refused.value)


def test_an_address_that_became_secret_reaches_only_the_house_and_who_brought_it_in(world):
    with as_(world.pim):
        referral = draft(world)
    with as_(world.pim, reading=referral):
        person, address = Person.objects.get(), {"lines": "Testpad 1", "postcode": "", "place": "Testdam"}
        for edition, secret in enumerate([False, True], start=1):
            actions.correct_person(
                by=world.pim, referral=referral, person=person, edition=edition, address=address,
                names={"secret_address": secret, "given_names": f"Merel {edition}"},
            )  # fmt: skip
        actions.send(by=world.pim, referral=referral)
    with as_(world.hanneke, reading=referral):
        case = decide(world, referral, [1, 2, 3]).case
    with as_owner():
        audiences = [set(address.audience) for address in Address.objects.filter(file_id=case.pk)]
    assert audiences == [{world.house.capacity_id, world.capacities["police"].pk}]


def test_one_two_and_three_become_a_case_about_the_persons(world):
    referral = sent(world)
    with as_(world.hanneke, reading=referral):
        case = decide(world, referral, [1, 2, 3]).case
    with as_(world.noor, reading=case):
        assert not Case.objects.get().is_area
        assert Person.objects.get().given_names == "Merel"
        assert Keyring.of(case).reveal([case])[0].occasion == "Drie keer overlast."


def test_the_case_gets_the_number_sealed_again(world):
    referral = sent(world)
    with as_(world.hanneke, reading=referral):
        case = decide(world, referral, [1, 2, 3]).case
    with as_owner():
        copy = CitizenNumber.objects.get(file_id=case.pk)
        original = CitizenNumber.objects.get(file_id=referral.pk)
        assert bytes(copy.blind) == bytes(original.blind) == blind_index(NUMBER)
        assert bytes(copy.sealed) != bytes(original.sealed)


def test_one_and_two_do_not_and_the_refusal_says_what_the_formula_still_asks(world):
    assert refusal(world, sent(world), [1, 2]) == (
        "Volgens de formule is dit nog geen casus: er ontbreekt nog criterium 3, of criterium 4."
    )
    with as_owner():
        assert not Case.objects.exists()
        assert not Decision.objects.exists()


def test_after_the_administrator_changed_the_formula_they_do(world):
    referral = sent(world)
    with as_(world.ankie):
        set_formula(by=world.ankie, regime=world.regime, formula="(1 en 2) of 4", edition=1)
    with as_(world.hanneke, reading=referral):
        assert decide(world, referral, [1, 2]).case
    with as_(world.pim, reading=referral):
        assert Decision.objects.get().formula == "(1 and 2) or 4"


def test_the_area_alone_becomes_a_case_without_persons(world):
    referral = sent(world, met=[4], persons=0)
    with as_(world.hanneke, reading=referral):
        case = decide(world, referral, [4]).case
    with as_(world.noor, reading=case):
        assert Case.objects.get().is_area
        assert not Person.objects.exists()


def test_the_area_alone_takes_no_persons_along(world):
    assert "gebied" in refusal(world, sent(world), [4])


def test_the_area_beside_the_others_is_a_case_about_persons(world):
    referral = sent(world)
    with as_(world.hanneke, reading=referral):
        assert not decide(world, referral, [1, 2, 3, 4]).case.is_area


def test_a_case_about_persons_needs_one(world):
    assert "ten minste één persoon" in refusal(world, sent(world, met=[4], persons=0), [1, 2, 3])


def test_a_case_needs_a_process_director(world):
    referral = sent(world)
    for nobody in (None, world.sem, world.pim):
        assert "procesregisseur" in refusal(world, referral, [1, 2, 3], director=nobody)


@pytest.mark.parametrize("hole", [{}, {"answer": " "}])
def test_every_criterion_has_its_reason_and_the_referrer_an_answer(world, hole):
    with as_(world.hanneke):
        judged = findings(world, [1])
    if not hole:
        judged.pop(next(iter(judged)))
    with_hole = {"findings": judged} | hole
    assert refusal(world, sent(world), [], outcome="no", **with_hole)


def test_the_referrer_reads_the_answer_and_the_reasons(world):
    referral = sent(world)
    with as_(world.hanneke, reading=referral):
        decide(world, referral, [1], outcome="advice", answer="Overleg eerst met het wijkteam.")
    with as_(world.pim, reading=referral):
        ring = Keyring.of(referral)
        assert ring.reveal([Decision.objects.get()])[0].answer == "Overleg eerst met het wijkteam."
        assert [(row.met, row.ground) for row in ring.reveal(Finding.objects.all())][:2] == [
            (True, "Oordeel 1."), (False, "Oordeel 2."),
        ]  # fmt: skip


def test_nobody_but_the_triage_decides(world):
    referral = sent(world, contact=world.linda)
    for other in (world.pim, world.linda):
        with as_(other, reading=referral), pytest.raises(Refused):
            decide(world, referral, [1, 2, 3], by=other)


def test_it_is_decided_once_and_the_form_sent_twice_finds_its_answer(world):
    referral, key = sent(world), uuid4()
    with as_(world.hanneke, reading=referral):
        first = decide(world, referral, [1, 2, 3], key=key)
        assert decide(world, referral, [1, 2, 3], key=key).decision == first.decision
        with pytest.raises(Refused):
            decide(world, referral, [1, 2, 3], key=uuid4())
    with as_owner():
        assert Case.objects.count() == 1


def test_who_read_an_older_edition_judges_again(world):
    referral = sent(world)
    with opened(world.hanneke, referral) as seen:
        edition = seen.edition
    with as_(world.pim, reading=referral):
        actions.write(by=world.pim, referral=referral, edition=edition, words={"goal": "Iets heel anders."})
    with as_(world.hanneke, reading=referral), pytest.raises(Conflict):
        decide(world, referral, [1, 2, 3], edition=edition)


def test_what_was_withdrawn_meanwhile_is_not_decided(world):
    referral = sent(world)
    with as_(world.pim, reading=referral):
        actions.withdraw(by=world.pim, referral=referral, reason="Niet meer nodig.")
    with as_(world.hanneke), pytest.raises(Refused, match="ingetrokken"):
        decide(world, referral, [1, 2, 3])


def test_after_the_answer_nothing_is_written_any_more(world):
    referral = sent(world)
    with as_(world.hanneke, reading=referral):
        decide(world, referral, [], outcome="no")
    with as_(world.pim, reading=referral):
        for act, words in ((actions.withdraw, {"reason": "Toch niet."}), (actions.add_to, {"text": "Nog iets."})):
            with pytest.raises(Refused, match="beantwoord"):
                act(by=world.pim, referral=referral, **words)


def test_nobody_reads_a_number_back(world):
    """Not the referrer, not the triage before or after deciding, and not with somebody else's referral."""
    referral = sent(world)
    with as_(world.pim, reading=referral):
        person = Person.objects.get()

    def handed_out(professional):
        with as_(professional, reading=referral), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM access.number_for_copy(%s)", [person.pk])
            return cursor.fetchone()[0]

    assert handed_out(world.pim) == handed_out(world.hanneke) == 0
    with as_(world.hanneke, reading=referral):
        decide(world, referral, [1, 2, 3])
    with as_owner():
        Case.objects.update(opened_at="2026-01-01T00:00Z")  # the founding transaction is over
    assert handed_out(world.hanneke) == handed_out(world.noor) == 0
    assert Referral.objects.count() == 0
