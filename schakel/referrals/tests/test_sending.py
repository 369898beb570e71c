"""How a referral is sent, taken back and added to."""

from uuid import uuid4

import pytest

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.network.models import Criterion, Regime
from schakel.people.models import Person
from schakel.referrals import actions
from schakel.referrals.models import Addition, Referral
from schakel.vault.words import Keyring

from .scene import criteria, decide, draft, opened, sent, start


def refusal_of_sending(world, referral):
    with as_(world.pim, reading=referral), pytest.raises(Refused) as refused:
        actions.send(by=world.pim, referral=referral)
    return str(refused.value)


def test_an_empty_draft_is_not_sent_and_says_what_is_missing(world):
    with as_(world.pim):
        referral = start(world)
    assert refusal_of_sending(world, referral) == (
        "Er ontbreekt nog iets: ten minste één persoon, het thema, wat er gebeurt, sinds wanneer, wat u wilt bereiken, "
        "de leefgebieden waar het over gaat, ten minste één criterium, wat er is geprobeerd, "
        "waarom dat niet genoeg was, welke juridische kaders er gelden, of dat die er niet zijn, "
        "wat gevaar geeft voor professionals, of dat er niets is."
    )


def test_a_claim_without_a_ground_is_missing_something(world):
    with as_(world.pim):
        referral = draft(world)
    with as_(world.pim, reading=referral):
        actions.write(by=world.pim, referral=referral, edition=2, claims={criteria(world)[2]: (True, "")})
    assert "criterium 2" in refusal_of_sending(world, referral)


def test_a_referral_about_an_area_needs_no_persons(world):
    sent(world, met=[4], persons=0)
    with as_(world.hanneke):
        assert Referral.objects.count() == 1


def test_a_referral_about_an_area_that_names_persons_is_not_sent(world):
    with as_(world.pim):
        referral = draft(world)
    with as_(world.pim, reading=referral):
        claims = {criterion: (number == 4, "Grond.") for number, criterion in criteria(world).items()}
        actions.write(by=world.pim, referral=referral, edition=2, claims=claims)
    assert "gebied" in refusal_of_sending(world, referral)


def test_the_triage_reads_what_was_sent(world):
    referral = sent(world)
    with opened(world.hanneke, referral) as found:
        assert found.happened == "Drie keer overlast."
        assert Person.objects.get().given_names == "Merel"


def test_the_contact_sends_what_the_referrer_wrote(world):
    with as_(world.pim):
        referral = draft(world, contact=world.linda)
    with as_(world.linda, reading=referral):
        actions.send(by=world.linda, referral=referral)
    with opened(world.hanneke, referral) as found:
        assert found.happened == "Drie keer overlast."


def test_it_is_sent_once(world):
    assert "al verstuurd" in refusal_of_sending(world, sent(world))


def test_what_was_withdrawn_is_gone_for_the_triage_and_stays_with_the_referrer(world):
    referral = sent(world)
    with as_(world.pim, reading=referral):
        actions.withdraw(by=world.pim, referral=referral, reason="Niet meer nodig.")
    with as_(world.hanneke):
        assert not Referral.objects.exists()
    with as_(world.pim, reading=referral):
        for act, words in ((actions.withdraw, {"reason": "Toch niet."}), (actions.send, {})):
            with pytest.raises(Refused, match="ingetrokken"):
                act(by=world.pim, referral=referral, **words)


def test_an_addition_stands_beside_what_was_sent_once(world):
    referral, key = sent(world), uuid4()
    with as_(world.pim, reading=referral):
        for _ in range(2):
            actions.add_to(by=world.pim, referral=referral, text="Weer overlast.", key=key)
    with as_(world.hanneke, reading=referral):
        assert [row.text for row in Keyring.of(referral).reveal(Addition.objects.all())] == ["Weer overlast."]


def test_a_draft_is_not_added_to(world):
    with as_(world.pim):
        referral = draft(world)
    with as_(world.pim, reading=referral), pytest.raises(Refused):
        actions.add_to(by=world.pim, referral=referral, text="Meer.")


def test_an_approach_without_criteria_is_referred_to_without_them_and_makes_no_case_by_a_formula(world):
    with as_owner():
        Criterion.objects.all().delete()
        Regime.objects.update(formula="")
    referral = sent(world, met=[])
    with as_(world.hanneke, reading=referral):
        with pytest.raises(Refused, match="geen bruikbare formule"):
            decide(world, referral, [])
        decide(world, referral, [], outcome="elsewhere")
