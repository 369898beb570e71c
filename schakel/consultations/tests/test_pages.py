"""The pages of advice: lists without words, one question opened, numbers without persons."""

from datetime import date

import pytest
from django.utils import timezone

from conftest import as_, as_owner
from schakel.audit.models import Entry
from schakel.consultations import lists
from schakel.consultations.models import Consultation, Response
from schakel.consultations.waiting import advice_to_give
from schakel.people.models import Person

from .asked import ADVICE, QUESTION, advise, ask, ask_on

pytestmark = pytest.mark.django_db(databases=["default", "door"])
ASKED = {"kind": "situation", "question": QUESTION, "once": "6d2b2e9e-6b43-4d1c-9d37-0a2a7f3f7a11"}


def this_quarter(world):
    with as_(world.noor):
        today = timezone.localdate()
        first, after = date(today.year - 1, 1, 1), date(today.year + 1, 12, 31)
        return {row.label: row for row in lists.counts(first, after)}


def test_it_is_asked_answered_and_followed_in_a_browser(world, client_of):
    pim, noor = client_of(world.pim), client_of(world.noor)
    sent = pim.post("/adviesvragen/nieuw/", ASKED | {"house": world.house.pk})
    with as_owner():
        asked = Consultation.objects.get()
    address = f"/adviesvragen/{asked.number}/"
    assert sent.url == address
    assert QUESTION in noor.get(address).content.decode()
    answer = {"kind": "advice", "text": ADVICE, "minutes": "15", "once": world.regime.pk}
    assert noor.post(f"{address}beantwoorden/", answer).url == address
    assert ADVICE in pim.get(address).content.decode()
    assert pim.post(f"{address}doorvragen/", {"text": "En dan?", "once": world.house.pk}).url == address
    with as_owner():
        assert Entry.objects.filter(kind="opened", file_id=asked.pk, actor_id=world.noor.pk).exists()
        assert not Person.objects.filter(file_id=asked.pk).exists()


@pytest.mark.parametrize("path", ["", "beantwoorden/", "doorvragen/"])
@pytest.mark.parametrize("name", ["gea", "linda", "ankie"])
def test_to_an_outsider_there_is_no_such_question(world, client_of, name, path):
    asked, client = ask(world), client_of(getattr(world, name))
    assert client.get(f"/adviesvragen/{asked.number}/{path}").status_code == 404


def test_what_points_to_somebody_comes_back_with_the_reason_and_what_was_typed(world, client_of):
    typed = ASKED | {"house": world.house.pk, "question": "Bel haar op 06-12345678."}
    page = client_of(world.pim).post("/adviesvragen/nieuw/", typed)
    assert page.status_code == 422
    assert "Bel haar op 06-12345678." in page.content.decode()
    assert "Laat weg" in page.content.decode()


def test_what_looks_like_a_name_goes_on_when_the_asker_looked_again(world, client_of):
    pim = client_of(world.pim)
    typed = ASKED | {"house": world.house.pk, "question": "Hoe werkt het bij Stichting Groene Haven?"}
    assert pim.post("/adviesvragen/nieuw/", typed).status_code == 422
    assert pim.post("/adviesvragen/nieuw/", typed | {"nobody": "on"}).status_code == 302


def test_every_form_says_that_the_check_does_not_find_everything(world, client_of):
    asked = ask(world)
    pages = [
        client_of(world.pim).get("/adviesvragen/nieuw/"),
        client_of(world.pim).get(f"/adviesvragen/{asked.number}/doorvragen/"),
        client_of(world.noor).get(f"/adviesvragen/{asked.number}/beantwoorden/"),
    ]
    assert all("vindt niet alles" in page.content.decode() for page in pages)


def test_lists_show_numbers_kinds_and_days_and_no_words(world, client_of):
    asked = ask(world)
    for name, path in (("pim", "/adviesvragen/"), ("noor", "/adviesvragen/beantwoorden/"), ("noor", "/")):
        page = client_of(getattr(world, name)).get(path).content.decode()
        assert asked.number in page, path
        assert "schulden" not in page


def test_what_waits_for_the_house_waits_until_it_is_answered_and_again_when_asked_on(world, client_of):
    asked = ask(world)
    for step, waits in ((None, True), (advise, False), (ask_on, True)):
        if step:
            step(world, asked)
        with as_(world.noor):
            assert [one.pk for one in advice_to_give(world.noor, [world.house.pk], 5)] == [asked.pk] * waits
    with as_(world.pim):
        assert advice_to_give(world.pim, [world.house.pk], 5) == []


def test_ones_own_question_waits_for_a_colleague(world):
    asked = ask(world, by=world.noor)
    with as_(world.noor):
        assert advice_to_give(world.noor, [world.house.pk], 5) == []
    with as_(world.jelmer):
        assert [one.pk for one in advice_to_give(world.jelmer, [world.house.pk], 5)] == [asked.pk]


def test_the_worklist_filters_by_state_and_kind(world):
    waits, done = ask(world), ask(world, kind="policy")
    advise(world, done)
    with as_(world.noor):
        found = {
            (shown, kind): {one.pk for one in lists.worklist(world.noor, shown, kind)}
            for shown in ("", "beantwoord", "alles") for kind in ("", "situation", "policy")
        }  # fmt: skip
    assert found["", ""] == found["", "situation"] == found["alles", "situation"] == {waits.pk}
    assert found["beantwoord", ""] == found["beantwoord", "policy"] == found["alles", "policy"] == {done.pk}
    assert found["alles", ""] == {waits.pk, done.pk}
    assert found["", "policy"] == found["beantwoord", "situation"] == set()


def test_nonsense_in_the_address_shows_what_waits(world, client_of):
    asked = ask(world)
    page = client_of(world.noor).get("/adviesvragen/beantwoorden/?toon=x&soort=y&page=z")
    assert asked.number in page.content.decode()


def test_numbers_count_questions_answers_and_minutes_by_kind(world):
    first = ask(world)
    ask(world, kind="policy")
    advise(world, first, minutes=50)
    advise(world, first, kind="in_touch", organisation=world.organisations["ggz"], minutes=20)
    advise(world, first, kind="refer", minutes=5)
    ask_on(world, first)
    rows = this_quarter(world)
    about, policy = rows["een situatie, zonder namen"], rows["beleid of een werkwijze"]
    assert (about.asked, about.advice, about.in_touch, about.refer, about.hours) == (1, 1, 1, 1, "1:15")
    assert (policy.asked, policy.advice, policy.minutes) == (1, 0, 0)


def test_what_was_before_or_after_the_quarter_is_not_counted(world):
    ask(world)
    with as_(world.noor):
        assert all(row.asked == 0 for row in lists.counts(date(2001, 1, 1), date(2001, 4, 1)))


@pytest.mark.parametrize("day", [date(2026, 1, 31), date(2026, 8, 31), date(2026, 12, 31)])
def test_quarters_follow_each_other_without_a_gap(day):
    found = list(lists.quarters(day))
    assert len(found) == 5
    assert found[0][2] <= day < found[0][3]
    assert all(later[2] == earlier[3] for later, earlier in zip(found, found[1:], strict=False))


@pytest.mark.parametrize("path", ["beantwoorden/", "aantallen/"])
def test_who_answers_for_no_house_reads_why_the_page_is_not_for_them(world, client_of, path):
    ask(world)
    page = client_of(world.gea).get(f"/adviesvragen/{path}").content.decode()
    assert "Procesregisseurs" in page and "<table" not in page


def test_a_list_of_thirty_asks_no_more_than_of_one(world, client_of, django_assert_max_num_queries):
    for _number in range(30):
        ask(world)
    client = client_of(world.noor)
    with django_assert_max_num_queries(30):  # of the session and the frame as well
        page = client.get("/adviesvragen/beantwoorden/?page=2").content.decode()
    assert page.count("/adviesvragen/") >= 5


def test_a_referral_starts_empty(world, client_of):
    asked = ask(world)
    page = client_of(world.pim).get(f"/adviesvragen/{asked.number}/").content.decode()
    assert '"/aanmeldingen/nieuw/"' in page
    with as_owner():
        assert Response.objects.count() == 0
