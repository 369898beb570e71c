"""Advice instead of a case: asked without anybody in it, answered by the house, followed by who asked."""

import pytest
from django.db import DatabaseError, transaction

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.consultations import actions
from schakel.consultations.models import Consultation, Response
from schakel.vault.models import Text
from schakel.vault.words import Keyring

from .asked import ADVICE, QUESTION, advise, ask, ask_on

pytestmark = pytest.mark.django_db(databases=["default", "door"])


def events(consultation):
    with as_owner():
        return list(
            Entry.objects.filter(file_id=consultation.pk, kind="act").order_by("at").values_list("event", flat=True)
        )


def test_a_professional_asks_the_house_answers_and_the_asker_asks_on(world):
    asked = ask(world)
    answered = advise(world, asked, minutes=20)
    ask_on(world, asked)
    with as_(world.pim, reading=asked):
        Keyring.of(asked).reveal([asked, answered])
        assert (asked.question, answered.text) == (QUESTION, ADVICE)
    assert events(asked) == ["consultation.asked", "consultation.answered", "consultation.asked_on"]


def test_its_words_stand_in_no_table_in_clear(world):
    asked = ask(world)
    advise(world, asked)
    with as_owner():
        sealed = [bytes(one.sealed) for one in Text.objects.filter(file_id=asked.pk)]
    assert len(sealed) == 2
    assert not any(word in text for text in sealed for word in (b"schulden", b"schuldhulp"))


@pytest.mark.parametrize("name", ["gea", "linda", "ankie", "sanne"])
def test_a_colleague_of_the_asker_and_who_only_sets_up_the_house_see_nothing_of_it(world, name):
    asked = ask(world)
    with as_(getattr(world, name)):
        assert not Consultation.objects.exists()
    with as_(getattr(world, name), reading=asked):
        assert not Response.objects.exists()
        assert Keyring.of(asked).persons == [] and not Text.objects.exists()


def test_not_opened_its_words_cannot_be_read(world):
    asked = ask(world)
    with as_(world.noor), pytest.raises(DatabaseError, match="no case file"), transaction.atomic():
        Keyring.of(asked).reveal([asked])


def test_an_opened_case_opens_no_question_for_advice(world, scene):
    asked = ask(world)
    with as_(world.noor, reading=scene.case):
        assert Keyring.of(asked).reveal([asked])[0].question == ""


@pytest.mark.parametrize(
    "text", ["Zijn nummer is 999990019.", "Bel 06-12345678.", "Geboren op 3-4-1987.", "Mail naar jan@voorbeeld.nl."]
)
def test_a_text_that_surely_points_to_somebody_is_refused_in_question_and_answer(world, text):
    with pytest.raises(Refused, match="Laat weg"):
        ask(world, question=text)
    asked = ask(world)
    with pytest.raises(Refused, match="Laat weg"):
        advise(world, asked, text=text)
    with pytest.raises(Refused, match="Laat weg"):
        ask_on(world, asked, text=text)


@pytest.mark.parametrize("text", ["", "  "])
def test_nothing_is_no_question(world, text):
    with pytest.raises(Refused, match="Schrijf"):
        ask(world, question=text)


def test_only_who_directs_supports_or_does_the_triage_answers_and_not_their_own_question(world):
    asked, own = ask(world), ask(world, by=world.noor)
    for name in ("jelmer", "sem", "hanneke"):
        advise(world, asked, by=getattr(world, name))
    for consultation, name, reason in ((asked, "pim", "Procesregisseurs"), (own, "noor", "zelf")):
        with pytest.raises(Refused, match=reason):
            advise(world, consultation, by=getattr(world, name))
    advise(world, own, by=world.jelmer)


def test_the_asker_alone_asks_on(world):
    asked = ask(world)
    with pytest.raises(Refused, match="Alleen wie"):
        ask_on(world, asked, by=world.noor)


def test_put_in_touch_is_with_an_organisation_of_the_house_and_somebody_who_works_there(world):
    asked, ggz = ask(world), world.organisations["ggz"]
    met = advise(world, asked, kind="in_touch", organisation=ggz, colleague=world.sanne)
    assert (met.organisation, met.colleague) == (ggz, world.sanne)
    with pytest.raises(Refused, match="met welke organisatie"):
        advise(world, asked, kind="in_touch")
    with pytest.raises(Refused, match="andere organisatie"):
        advise(world, asked, kind="in_touch", organisation=ggz, colleague=world.pim)
    with as_owner():
        ggz.partnerships.all().delete()
    with pytest.raises(Refused, match="doet nu niet mee"):
        advise(world, asked, kind="in_touch", organisation=ggz)


def test_with_the_house_itself_one_can_be_put_in_touch_as_well(world):
    with as_owner():
        world.organisations["zvh"].partnerships.all().delete()
    advise(world, ask(world), kind="in_touch", organisation=world.organisations["zvh"], colleague=world.hanneke)


def test_advice_names_no_organisation(world):
    said = advise(world, ask(world), organisation=world.organisations["ggz"], colleague=world.sanne)
    assert said.organisation is None and said.colleague is None


def test_sent_twice_it_is_asked_once(world):
    key = world.house.pk
    assert ask(world, key=key) == ask(world, key=key)
    with as_owner():
        assert Consultation.objects.count() == 1


def test_a_refusal_stays_in_the_log(world):
    asked = ask(world)
    with pytest.raises(Refused):
        ask_on(world, asked, by=world.noor)
    with as_owner():
        assert Entry.objects.filter(kind="refused", event="consultation.asked_on", file_id=asked.pk).exists()


def test_without_its_entry_it_was_not_asked(world, monkeypatch):
    monkeypatch.setattr(actions, "record", lambda **_: None)
    with pytest.raises(RuntimeError):
        ask(world)
    with as_owner():
        assert not Consultation.objects.exists()
