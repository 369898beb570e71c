"""What people should not type, and what happens then: a clear answer, nothing lost, nothing half done."""

from uuid import uuid4

import pytest

from conftest import as_, as_owner
from schakel.people.models import Person
from schakel.referrals.models import Addition, Referral

from .scene import draft, sent
from .typed import at, person_form, what_form

pytestmark = pytest.mark.django_db(databases=["default", "door"])
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
    person, addition = person_form(citizen_number="999906756"), {"once": uuid4(), "text": "Weer overlast."}
    for _ in range(2):
        assert pim.post(at(referral, "personen/nieuw/"), person).status_code == 302
        assert pim.post(at(referral, "aanvullen/"), addition).status_code == 302
    with as_owner():
        assert Person.objects.count() == 2
        assert Addition.objects.count() == 1
