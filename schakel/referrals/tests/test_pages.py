"""The pages of a referral, in a browser without JavaScript."""

import re
from uuid import uuid4

import pytest

from conftest import as_, as_owner
from schakel.cases.models import Case
from schakel.people.models import Person
from schakel.referrals import actions
from schakel.referrals.models import Addition, Decision, Referral

from .scene import NUMBER, WORDS, draft, sent

pytestmark = pytest.mark.django_db(databases=["default", "door"])
EVERY_PAGE = [
    "", "wat/", "criteria/", "personen/", "personen/nieuw/", "versturen/", "intrekken/", "aanvullen/",
    "contactpersoon/", "beoordelen/",
]  # fmt: skip
NOBODYS = "2222-2222"


def at(referral, page=""):
    return f"/aanmeldingen/{referral.number}/{page}"


def body(response):
    """The page without what differs by nature: the nonce, the token against forgery and the number asked for."""
    text = re.sub(r'(nonce|csrfmiddlewaretoken" value|content)="[A-Za-z0-9+/=_-]{20,}"', "", response.content.decode())
    return text


def person_form(**changes):
    return {
        "once": str(uuid4()), "role": "subject", "given_names": "Merel", "surname": "Testvogel", "name_use": "E",
        "birth_date": "11-1999", "citizen_number": NUMBER, "gender": "V",
    } | changes  # fmt: skip


def what_form(edition, **changes):
    return {"edition": edition, "theme": "Verward gedrag", "since": "09-2026", **WORDS, "views": ""} | changes


def judgement(met):
    answers = {f"met_{number}": "yes" if number in met else "no" for number in range(1, 5)}
    return answers | {f"ground_{number}": "Zo is het." for number in range(1, 5)}


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


BAD_TEXTS = ["Regel\x00twee", "x" * 2_000_000, "kantel\u202eom"]


@pytest.mark.parametrize("text", BAD_TEXTS, ids=["NUL", "2 MB", "turned"])
def test_a_text_that_cannot_be_kept_is_refused_and_stays(world, client_of, text):
    with as_(world.pim):
        referral = draft(world)
    refused = client_of(world.pim).post(at(referral, "wat/"), what_form(referral.edition, happened=text, goal="Rust."))
    assert refused.status_code == 422
    page = refused.content.decode()
    assert "Dit kan nog niet worden bewaard" in page or "error-summary" in page
    assert "Rust." in page


def test_a_lone_surrogate_never_becomes_a_500(world, client_of):
    with as_(world.pim):
        referral = draft(world)
    raw = f"edition={referral.edition}&happened=%ED%A0%80&theme=&since="
    answer = client_of(world.pim).post(at(referral, "wat/"), raw, content_type="application/x-www-form-urlencoded")
    assert answer.status_code in (302, 422)


def test_markup_and_formulas_stay_text(world, client_of):
    with as_(world.pim):
        referral = draft(world)
    pim, text = client_of(world.pim), "<script>alert(1)</script> =HYPERLINK(1)"
    pim.post(at(referral, "wat/"), what_form(referral.edition, happened=text))
    page = pim.get(at(referral)).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; =HYPERLINK(1)" in page


@pytest.mark.parametrize("since", ["31-02-2025", "13-2025", "morgen"])
def test_an_impossible_date_is_refused_and_stays(world, client_of, since):
    with as_(world.pim):
        referral = draft(world)
    refused = client_of(world.pim).post(at(referral, "wat/"), what_form(referral.edition, since=since))
    assert refused.status_code == 422
    assert since in refused.content.decode()


def test_a_wrong_check_digit_is_refused_without_showing_the_number(world, client_of):
    with as_(world.pim):
        referral = draft(world)
    wrong = "999990018"
    refused = client_of(world.pim).post(at(referral, "personen/nieuw/"), person_form(citizen_number=wrong))
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "elfproef" in page
    assert wrong not in page
    assert "Merel" in page


@pytest.mark.parametrize("field", ["regime", "capacity", "contact", "once"])
@pytest.mark.parametrize("value", ["somebody", "x\x00", str(uuid4()), ""])
def test_somebody_elses_id_in_the_first_form_is_refused(world, client_of, field, value):
    if (field, value) == ("contact", "") or field == "once" and len(value) == 36:
        return
    value = {"regime": world.house.pk, "capacity": world.capacities["ggz"].pk, "contact": world.sanne.pk,
             "once": "no"}[field] if value == "somebody" else value  # fmt: skip
    form = {"once": uuid4(), "regime": world.regime.pk, "capacity": world.capacities["police"].pk, "contact": ""}
    refused = client_of(world.pim).post("/aanmeldingen/nieuw/", form | {field: value})
    assert refused.status_code == 422
    with as_owner():
        assert not Referral.objects.exists()


def test_the_id_of_somebody_elses_referral_as_once_begins_nothing(world, client_of):
    referral = sent(world)
    form = {"once": referral.pk, "regime": world.regime.pk, "capacity": world.capacities["ggz"].pk, "contact": ""}
    refused = client_of(world.sanne).post("/aanmeldingen/nieuw/", form)
    assert refused.status_code == 422
    assert referral.number not in refused.content.decode()


def test_a_person_of_another_referral_is_not_there(world, client_of):
    mine, other = sent(world), sent(world)
    with as_owner():
        person = Person.objects.get(file_id=other.pk)
    pim = client_of(world.pim)
    assert pim.get(at(mine, f"personen/{person.pk}/")).status_code == 404
    assert pim.post(at(mine, f"personen/{person.pk}/"), person_form(edition=1)).status_code == 404
    taken = pim.post(at(mine, "personen/nieuw/"), person_form(once=str(person.pk)))
    assert taken.status_code == 422


def test_a_form_sent_twice_adds_once(world, client_of):
    referral, pim = sent(world), client_of(world.pim)
    person, addition = person_form(), {"once": uuid4(), "text": "Weer overlast."}
    for _ in range(2):
        assert pim.post(at(referral, "personen/nieuw/"), person).status_code == 302
        assert pim.post(at(referral, "aanvullen/"), addition).status_code == 302
    with as_owner():
        assert Person.objects.count() == 2
        assert Addition.objects.count() == 1


def test_two_people_who_change_the_same_page_both_see_both_versions(world, client_of):
    with as_(world.pim):
        referral = draft(world, contact=world.linda)
    client_of(world.linda).post(at(referral, "wat/"), what_form(2, goal="Van Linda."))
    pim = client_of(world.pim)
    refused = pim.post(at(referral, "wat/"), what_form(2, goal="Van Pim."))
    page = refused.content.decode()
    assert refused.status_code == 422
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
    assert refused.status_code == 422
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
    assert refused.status_code == 422
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
