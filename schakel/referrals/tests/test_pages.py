"""The pages of a referral, in a browser without JavaScript."""

import re
from uuid import uuid4

import pytest

from conftest import as_, as_owner
from schakel.cases.models import Case
from schakel.network.models import Criterion
from schakel.people.models import Person
from schakel.referrals import actions
from schakel.referrals.models import Decision, Referral

from .scene import NUMBER, draft, sent
from .typed import at, judgement, person_form, what_form

pytestmark = pytest.mark.django_db(databases=["default", "door"])
EVERY_PAGE = [
    "", "wat/", "criteria/", "personen/", "personen/nieuw/", "versturen/", "intrekken/", "aanvullen/",
    "contactpersoon/", "beoordelen/",
]  # fmt: skip
NOBODYS = "2222-2222"


def body(response):
    """The page without what differs by nature: the nonce, the token against forgery and the number asked for."""
    text = re.sub(r'(nonce|csrfmiddlewaretoken" value|content)="[A-Za-z0-9+/=_-]{20,}"', "", response.content.decode())
    return text


def test_a_partner_refers_from_the_first_page_to_the_last(world, client_of):
    pim = client_of(world.pim)
    police = world.capacities["police"].pk
    first = {"once": uuid4(), "regime": world.regime.pk, "capacity": police, "contact": ""}
    begun = pim.post("/aanmeldingen/nieuw/", first)
    with as_owner():
        referral = Referral.objects.get()
    assert begun.url == at(referral, "wat/")
    assert pim.post(begun.url, what_form(1)).url == at(referral, "criteria/")
    grounds = {f"met_{number}": "on" for number in (1, 2, 3)} | {f"ground_{n}": f"Grond {n}." for n in (1, 2, 3)}
    assert pim.post(at(referral, "criteria/"), {"edition": 2} | grounds).url == at(referral, "personen/")
    assert pim.post(at(referral, "personen/nieuw/"), person_form()).url == at(referral, "personen/")
    check = pim.get(at(referral, "versturen/"))
    assert "De aanmelding is compleet" in check.content.decode()
    assert pim.post(at(referral, "versturen/")).url == at(referral)
    page = pim.get(at(referral)).content.decode()
    assert "wacht op antwoord" in page
    assert "Merel Testvogel" in page
    assert NUMBER not in page


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
    hanneke, pim = client_of(world.hanneke), client_of(world.pim)
    for client, address, most in [
        (hanneke, "/aanmeldingen/", 15), (pim, "/aanmeldingen/", 15), (hanneke, at(referral), 25),
        (hanneke, at(referral, "beoordelen/"), 30), (pim, at(referral, "versturen/"), 25),
    ]:  # fmt: skip
        with django_assert_max_num_queries(most):
            assert client.get(address).status_code == 200


def test_an_approach_without_criteria_has_a_page_that_says_so(world, client_of):
    with as_owner():
        Criterion.objects.all().delete()
    with as_(world.pim):
        referral = draft(world, met=[])
    pim = client_of(world.pim)
    assert "vraagt geen criteria" in pim.get(at(referral, "criteria/")).content.decode()
    assert pim.post(at(referral, "criteria/"), {"edition": 2}).url == at(referral, "personen/")
