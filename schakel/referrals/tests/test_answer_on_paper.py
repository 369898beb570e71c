"""The answer of the triage as a letter: for who opened the referral, after it was answered, and in the log."""

import pytest

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.houses.models import HouseText
from schakel.referrals import actions
from schakel.referrals.actions import answering
from schakel.referrals.models import Referral
from schakel.vault.models import ContentKey

from .scene import decide, sent

pytestmark = pytest.mark.django_db(databases=["default", "door"])


@pytest.fixture
def answered(world):
    referral = sent(world)
    with as_(world.hanneke, reading=referral):
        decide(world, referral, [1], outcome="no", answer="Dit kan in uw eigen keten.")
    return referral


def take(world, referral, name="pim", form="pdf"):
    somebody = getattr(world, name)
    with as_(somebody, reading=referral):
        return actions.take_answer(by=somebody, referral=Referral.objects.get(pk=referral.pk), form=form)


def test_it_says_the_answer_in_the_words_of_the_house_and_stands_in_the_log(answered, world, monkeypatch):
    made, real = [], answering.as_pdf
    monkeypatch.setattr(answering, "as_pdf", lambda letter: made.append(letter) or real(letter))
    with as_owner():
        words = "Beste {aanmelder}, over {nummer}: {antwoord}"
        HouseText.objects.create(house=world.house, author=world.ankie, key="referrer_letter", text=words)
    assert take(world, answered).startswith(b"%PDF-")
    assert made[0].text == f"Beste Pim, over {answered.number}: Dit kan in uw eigen keten."
    assert "Testvogel" not in str(made[0]) and made[0].addressee[-1] == "Pim"
    with as_owner():
        entry = Entry.objects.get(kind="act", event="answer.taken")
        assert (entry.actor_id, entry.file_id) == (world.pim.pk, answered.pk)


def test_before_the_triage_answered_there_is_none(world):
    with pytest.raises(Refused, match="nog niet beantwoord"):
        take(world, sent(world))


def test_what_was_destroyed_is_on_no_letter(answered, world):
    with as_owner():
        ContentKey.objects.filter(file_id=answered.pk).delete()
    with pytest.raises(Refused, match="vernietigd"):
        take(world, answered)


def test_both_forms_leave_by_post_under_a_name_that_names_nobody_and_an_outsider_finds_nothing(
    answered, world, client_of
):
    where = f"/aanmeldingen/{answered.number}/"
    page = client_of(world.pim).get(where).content.decode()
    for form in ("pdf", "odt"):
        assert f"{where}antwoord/{form}/" in page
        answer = client_of(world.pim).post(f"{where}antwoord/{form}/")
        assert answer.status_code == 200 and f"{answered.number}-antwoord-" in answer["Content-Disposition"]
        assert client_of(world.gea).post(f"{where}antwoord/{form}/").status_code == 404
