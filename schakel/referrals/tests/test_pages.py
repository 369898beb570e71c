"""The pages of a referral, in a browser without JavaScript."""

import re
from uuid import uuid4

import pytest

from conftest import as_, as_owner
from schakel.cases.models import Case
from schakel.network.models import Criterion
from schakel.people.models import Person
from schakel.referrals import actions
from schakel.referrals.lists_of_the_house import postponements
from schakel.referrals.models import Decision, Referral
from schakel.referrals.tests.test_writing import events

from .scene import NUMBER, draft, sent
from .typed import at, chain_form, grounds, judgement, person_form, what_form

pytestmark = pytest.mark.django_db(databases=["default", "door"])
EVERY_PAGE = [
    "", "wat/", "criteria/", "personen/", "personen/nieuw/", "versturen/", "intrekken/", "aanvullen/", "alles/",
    "eigen-keten/", "kaders/", "kaders/nieuw/", "kaders/attentie/", "informeren/", "vragen/", "ontvangst/",
    "weggooien/", "personen/relatie/",
    "contactpersoon/", "beoordelen/",
]  # fmt: skip
NOBODYS = "2222-2222"


def body(response):
    """The page without what differs by nature: the nonce, the token against forgery and the number asked for."""
    text = re.sub(r'(nonce|csrfmiddlewaretoken" value|content)="[A-Za-z0-9+/=_-]{20,}"', "", response.content.decode())
    return text


def begin(world, client, **changes):
    first = {"once": uuid4(), "regime": world.regime.pk, "capacity": world.capacities["police"].pk, "contact": ""}
    begun = client.post("/aanmeldingen/nieuw/", first | changes)
    with as_owner():
        return begun, Referral.objects.get()


def test_a_partner_refers_step_by_step(world, client_of):
    pim = client_of(world.pim)
    begun, referral = begin(world, pim, steps="yes")
    assert begun.url == at(referral, "personen/")
    assert pim.post(at(referral, "personen/nieuw/"), person_form()).url == at(referral, "personen/")
    with as_owner():
        person = Person.objects.get()
    assert pim.post(at(referral, "wat/"), what_form(1)).url == at(referral, "criteria/")
    assert pim.post(at(referral, "criteria/"), {"edition": 2} | grounds()).url == at(referral, "eigen-keten/")
    assert pim.post(at(referral, "eigen-keten/"), chain_form(3)).url == at(referral, "kaders/")
    none_known = {"edition": 4, "no_frames": "on", "no_alerts": "on"}
    assert pim.post(at(referral, "kaders/"), none_known).url == at(referral, "informeren/")
    told = {"once": uuid4(), "told": "told", "on_day": "05-01-2026", "how": "talk"}
    assert pim.post(at(referral, f"informeren/{person.pk}/"), told).url == at(referral, "informeren/")
    check = pim.get(at(referral, "versturen/"))
    assert "De aanmelding is compleet" in check.content.decode()
    assert pim.post(at(referral, "versturen/"), {"edition": 5, "send": "yes"}).url == at(referral, "ontvangst/")
    page = pim.get(at(referral)).content.decode()
    assert "wacht op antwoord" in page
    assert "Merel Testvogel" in page
    assert NUMBER not in page


def test_a_short_referral_takes_three_pages(world, client_of):
    pim = client_of(world.pim)
    begun, referral = begin(world, pim)
    assert begun.url == at(referral, "alles/")
    assert pim.post(begun.url, short_form(world)).url == at(referral, "versturen/")
    assert pim.post(at(referral, "versturen/"), {"edition": 2, "send": "yes"}).url == at(referral, "ontvangst/")
    receipt = pim.get(at(referral, "ontvangst/")).content.decode()
    assert referral.number in receipt
    assert "Testvogel" not in receipt
    assert "overlast" not in receipt


def short_form(world):
    with as_(world.pim):
        ground = postponements(world.house)[0]
    told = {"told": "later", "ground": ground, "until": "12-12-2080", "no_frames": "on", "no_alerts": "on"}
    return person_form() | what_form(1) | chain_form(1) | grounds() | told


def test_a_short_referral_is_sent_from_its_one_page_once(world, client_of):
    pim = client_of(world.pim)
    begun, referral = begin(world, pim)
    everything = short_form(world) | {"send": "yes"}
    for _again in range(2):
        assert pim.post(begun.url, everything).url == at(referral, "ontvangst/")
    assert (events().count("referral.sent"), events().count("referral.person_added")) == (1, 1)


def test_a_short_referral_in_which_something_is_missing_is_kept_and_not_sent(world, client_of):
    pim = client_of(world.pim)
    begun, referral = begin(world, pim)
    answered = pim.post(begun.url, short_form(world) | {"goal": "", "send": "yes"})
    assert answered.url == at(referral, "versturen/")
    assert "Ontbreekt nog" in pim.get(answered.url).content.decode()
    with as_owner():
        assert Referral.objects.get().sent_at is None and Person.objects.count() == 1


def test_the_enter_key_saves_a_short_referral_and_does_not_send_it(world, client_of):
    pim = client_of(world.pim)
    begun, _referral = begin(world, pim)
    form = pim.get(begun.url).content.decode().split('class="form__acts"')[-1]
    assert form.index("Opslaan en verder") < form.index('name="send"')


def test_sent_twice_is_sent_once(world, client_of):
    referral = sent(world)
    again = client_of(world.pim).post(at(referral, "versturen/"), {"edition": 2, "send": "yes"})
    assert again.url == at(referral, "ontvangst/")
    assert events().count("referral.sent") == 1


def test_what_cannot_wait_says_why(world, client_of):
    with as_(world.pim):
        referral = draft(world)
    refused = client_of(world.pim).post(at(referral, "versturen/"), {"edition": 2, "urgent": "on", "send": "yes"})
    assert refused.status_code == 422
    assert "Geef aan waarom het niet kan wachten" in refused.content.decode()


def test_a_step_that_says_the_same_again_is_no_conflict(world, client_of):
    with as_(world.pim):
        referral = draft(world)
    pim = client_of(world.pim)
    assert pim.post(at(referral, "wat/"), what_form(2, goal="Rust.")).status_code == 302
    assert pim.post(at(referral, "wat/"), what_form(2, goal="Rust.")).status_code == 302


def test_who_writes_on_another_step_is_in_nobodys_way(world, client_of):
    with as_(world.pim):
        referral = draft(world, contact=world.linda)
    pim = client_of(world.pim)
    base = re.search(r'name="base" value="(\w+)"', pim.get(at(referral, "wat/")).content.decode())[1]
    assert (
        client_of(world.linda).post(at(referral, "eigen-keten/"), chain_form(2, tried="Van Linda.")).status_code == 302
    )
    assert pim.post(at(referral, "wat/"), what_form(2, goal="Van Pim.", base=base)).status_code == 302


def test_the_triage_reads_judges_and_the_referrer_reads_the_answer(world, client_of):
    referral = sent(world)
    hanneke = client_of(world.hanneke)
    listed = hanneke.get("/aanmeldingen/").content.decode()
    assert referral.number in listed
    assert "Testvogel" not in listed
    assert hanneke.get(at(referral, "beoordelen/")).status_code == 200
    judged = judgement([1, 2, 3])
    form = judged | {
        "once": uuid4(), "edition": referral.edition, "outcome": "case", "director": world.noor.pk, "support": "",
        "answer": "Wij nemen dit op.",
    }  # fmt: skip
    assert hanneke.post(at(referral, "beoordelen/"), form).url == at(referral)
    answer = client_of(world.pim).get(at(referral)).content.decode()
    assert "Wij nemen dit op." in answer
    assert "wordt een casus" in answer
    with as_owner():
        assert Case.objects.get().referral_id == referral.pk


def test_a_judgement_that_the_formula_refuses_stays_on_the_screen_with_the_reason(world, client_of):
    referral = sent(world)
    judged = judgement([1, 2])
    form = judged | {
        "once": uuid4(), "edition": referral.edition, "outcome": "case", "director": world.noor.pk, "answer": "Welkom."
    }  # fmt: skip
    refused = client_of(world.hanneke).post(at(referral, "beoordelen/"), form)
    assert refused.status_code == 422
    assert "er ontbreekt nog criterium 3, of criterium 4" in refused.content.decode()
    assert "Welkom." in refused.content.decode()
    with as_owner():
        assert not Decision.objects.exists()


@pytest.mark.parametrize("method", ["get", "post", "head", "put"])
def test_to_a_colleague_there_is_no_difference_with_a_referral_that_does_not_exist(world, client_of, method):
    referral = sent(world, contact=world.linda)
    asked = getattr(client_of(world.gea), method)
    for page in EVERY_PAGE:
        hidden, absent = asked(at(referral, page)), asked(f"/aanmeldingen/{NOBODYS}/{page}")
        assert hidden.status_code == absent.status_code, page
        assert hidden.status_code in (404, 405), page
        assert body(hidden).replace(referral.number, NOBODYS) == body(absent), page
        assert set(hidden.headers) == set(absent.headers), page


def test_the_list_of_a_colleague_is_empty_and_counts_nothing(world, client_of):
    sent(world, contact=world.linda)
    listed = client_of(world.gea).get("/aanmeldingen/").content.decode()
    assert "Nog geen aanmeldingen" in listed


def test_a_draft_is_nothing_to_the_triage(world, client_of):
    with as_(world.pim):
        referral = draft(world)
    hanneke = client_of(world.hanneke)
    assert hanneke.get(at(referral)).status_code == 404
    assert referral.number not in hanneke.get("/aanmeldingen/").content.decode()


def test_the_pages_of_a_writer_refuse_the_triage_with_the_reason(world, client_of):
    referral = sent(world)
    hanneke = client_of(world.hanneke)
    for page in ("wat/", "criteria/", "personen/", "personen/nieuw/", "versturen/", "intrekken/", "aanvullen/"):
        refused = hanneke.get(at(referral, page))
        assert refused.status_code == 403, page
        assert "aanmelder" in refused.content.decode(), page
    refused = client_of(world.pim).get(at(referral, "beoordelen/"))
    assert "Alleen de triage van het huis beoordeelt een aanmelding." in refused.content.decode()


def test_two_people_who_change_the_same_page_both_see_both_versions(world, client_of):
    with as_(world.pim):
        referral = draft(world, contact=world.linda)
    client_of(world.linda).post(at(referral, "wat/"), what_form(2, goal="Van Linda."))
    pim = client_of(world.pim)
    refused = pim.post(at(referral, "wat/"), what_form(2, goal="Van Pim."))
    page = refused.content.decode()
    assert refused.status_code == 409
    assert "Van Linda." in page
    assert "Van Pim." in page
    assert pim.post(at(referral, "wat/"), what_form(3, goal="Van Pim.")).status_code == 302


def test_two_people_who_correct_one_person_both_see_both_versions_and_no_number(world, client_of):
    with as_(world.pim):
        referral = draft(world, contact=world.linda)
    with as_owner():
        person = Person.objects.get()
    page = at(referral, f"personen/{person.pk}/")
    form = {"edition": 1, "surname": "Testvogel", "name_use": "E", "gender": "V", "citizen_number": NUMBER}
    assert client_of(world.linda).post(page, form | {"given_names": "Marel"}).status_code == 302
    refused = client_of(world.pim).post(page, form | {"given_names": "Merle"})
    text = refused.content.decode()
    assert refused.status_code == 409
    assert "Marel" in text
    assert "Merle" in text
    assert NUMBER not in text


def test_a_judgement_on_an_older_edition_is_asked_again(world, client_of):
    referral = sent(world)
    with as_(world.pim, reading=referral):
        actions.write(by=world.pim, referral=referral, edition=referral.edition, words={"goal": "Heel anders."})
    judged = judgement([])
    form = judged | {"once": uuid4(), "edition": 2, "outcome": "no", "answer": "Nee, want."}
    refused = client_of(world.hanneke).post(at(referral, "beoordelen/"), form)
    page = refused.content.decode()
    assert refused.status_code == 409
    assert "gewijzigd terwijl u haar beoordeelde" in page
    assert "Heel anders." in page
    assert "Nee, want." in page


def test_pages_need_few_queries(world, client_of, django_assert_max_num_queries):
    for _ in range(3):
        referral = sent(world)
    with as_(world.pim):
        begun = draft(world)
    hanneke, pim = client_of(world.hanneke), client_of(world.pim)
    for client, address, most in [
        (hanneke, "/aanmeldingen/", 15), (pim, "/aanmeldingen/", 15), (hanneke, at(referral), 15),
        (pim, at(referral), 15), (pim, at(begun, "versturen/"), 15), (pim, at(begun, "wat/"), 15),
        (hanneke, at(referral, "beoordelen/"), 15),
    ]:  # fmt: skip
        with django_assert_max_num_queries(40) as asked:
            assert client.get(address).status_code == 200
        tables = [query["sql"] for query in asked.captured_queries if ' FROM "' in query["sql"]]
        assert len(tables) <= most, "\n".join([address, *tables])


def test_an_approach_without_criteria_has_a_page_that_says_so(world, client_of):
    with as_owner():
        Criterion.objects.all().delete()
    with as_(world.pim):
        referral = draft(world, met=[])
    pim = client_of(world.pim)
    assert "vraagt geen criteria" in pim.get(at(referral, "criteria/")).content.decode()
    assert pim.post(at(referral, "criteria/"), {"edition": 2}).url == at(referral, "eigen-keten/")
