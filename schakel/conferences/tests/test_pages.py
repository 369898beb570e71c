"""The pages of conferences, as those at the table and those outside see them."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from conftest import as_, as_owner
from schakel.audit.models import Entry
from schakel.cases.tests.scene import bring_in, open_case
from schakel.conferences.models import Attendance, CaseConference, Conclusion

from .table import convene, meeting

IN_DAYS = 12


def page_of(scene, conference=None, path=""):
    one = f"{conference.pk}/" if conference else ""
    return f"/casussen/{scene.case.number}/overleggen/{one}{path}"


def filled_in(scene, **changes):
    day = timezone.localdate() + timedelta(days=IN_DAYS)
    values = {
        "once": str(uuid4()), "question": "Wat nu?", "day": f"{day:%d-%m-%Y}", "clock": "10.15", "minutes": "30",
        "place": "Kamer 2", "table_name": "Casustafel", "chair": str(scene.world.noor.pk),
    }  # fmt: skip
    return values | changes


@pytest.mark.parametrize("path", ["", "tafel/", "scherm/", "aanwezigheid/", "conclusie/", "besluit/"])
def test_every_page_of_a_conference_opens_for_who_runs_the_case_and_is_not_there_for_others(scene, client_of, path):
    bring_in(scene, "pim", "Gezien bij de haven.")
    conference = meeting(scene)
    response = client_of(scene.world.noor).get(page_of(scene, conference, path))
    assert (response.status_code, "Testvogel" in re.search("<title>(.*?)</title>", response.text, re.S)[1]) == (
        200,
        False,
    )
    gea = client_of(scene.world.gea)
    outside, nothing = gea.get(page_of(scene, conference, path)), gea.get(page_of(scene, conference, path[:-1] + "x/"))
    assert outside.status_code == nothing.status_code == 404
    assert outside.content == nothing.content


def test_the_list_over_all_cases_says_number_time_and_place_and_nothing_of_the_question(
    scene, client_of, django_assert_max_num_queries
):
    with as_(scene.world.noor, reading=scene.case):
        for number in range(30):
            convene(scene, place=f"Kamer {number}", question="Het geheim van de smid.")
    client = client_of(scene.world.pim)
    with django_assert_max_num_queries(15):
        page = client.get("/overleggen/").text
    assert scene.case.number in page and "Kamer 1" in page and "page=2" in page
    assert "geheim" not in page and "Testvogel" not in page


def test_the_seat_for_the_child_finds_no_conference_about_the_mother(scene, client_of):
    with as_(scene.world.noor, reading=scene.case):
        hidden = convene(scene, about=["mother"], place="Kamer Moeder")
    client = client_of(scene.world.lieke)
    assert "Kamer Moeder" not in client.get("/overleggen/").text
    assert "Kamer Moeder" not in client.get(page_of(scene)).text
    assert client.get(page_of(scene, hidden)).status_code == 404


class TestConvening:
    def test_by_a_form_sent_twice_makes_one(self, scene, client_of):
        client, form = client_of(scene.world.noor), filled_in(scene)
        for _again in range(2):
            response = client.post(page_of(scene, path="nieuw/"), form)
            assert response.status_code == 302
        with as_owner():
            (made,) = CaseConference.objects.all()
        assert f"{timezone.localtime(made.starts_at):%H.%M}" == "10.15"

    @pytest.mark.parametrize(
        ("changes", "words"),
        [
            ({"day": "28-03-2027", "clock": "2.30"}, "klok vooruit"),
            ({"day": "31-02-2027"}, "bestaat niet"),
            ({"day": "01-01-2020"}, "voorbij"),
            ({"day": "01-01-2099"}, "Klopt het jaar"),
            ({"clock": "25.00"}, "tijd"),
            ({"minutes": "0"}, "5"),
            ({"minutes": "½"}, "lezen"),
            ({"place": "Bij Mother thuis"}, "lijsten"),
            ({"place": "x" * 121}, "hoogstens"),
            ({"question": "x" * 2_000_000}, "hoogstens"),
            ({"question": "a\x00b"}, "teken"),
            ({"question": ""}, "Vul dit veld in"),
            ({"chair": str(uuid4())}, "Kies"),
            ({"chair": "geen-id"}, "Kies"),
            ({"people": [str(uuid4())]}, "Kies"),
            ({"people": ["' OR 1=1"]}, "Kies"),
            ({"once": "x"}, "Laad de bladzijde opnieuw"),
        ],
    )
    def test_with_what_cannot_be_says_what_is_wrong_and_makes_nothing(self, scene, client_of, changes, words):
        response = client_of(scene.world.noor).post(page_of(scene, path="nieuw/"), filled_in(scene, **changes))
        assert (response.status_code, words in response.text) == (422, True)
        with as_owner():
            assert not CaseConference.objects.exists()

    def test_people_of_another_case_are_no_choice(self, scene, client_of):
        other = open_case(scene.world)
        form = filled_in(scene, people=[str(other.people["mother"].pk)])
        response = client_of(scene.world.noor).post(page_of(scene, path="nieuw/"), form)
        assert response.status_code == 422

    def test_is_refused_with_its_reason_to_a_participant(self, scene, client_of):
        client = client_of(scene.world.pim)
        assert client.get(page_of(scene, path="nieuw/")).status_code == 403
        assert client.post(page_of(scene, path="nieuw/"), filled_in(scene)).status_code == 422
        assert "disabled" in client.get(page_of(scene)).text

    def test_markup_is_shown_as_it_was_typed(self, scene, client_of):
        client = client_of(scene.world.noor)
        form = filled_in(scene, question="<script>alert(1)</script> =1+1")
        page = client.get(client.post(page_of(scene, path="nieuw/"), form).url).text
        assert "&lt;script&gt;alert(1)" in page and "<script>alert" not in page


def test_who_moves_second_sees_both_versions_and_may_keep_either(scene, client_of):
    with as_(scene.world.noor, reading=scene.case):
        conference = convene(scene)
    address, form = page_of(scene, conference, "verplaatsen/"), filled_in(scene, edition="1")
    assert client_of(scene.world.noor).post(address, form | {"place": "Kamer Noor"}).status_code == 302
    sem = client_of(scene.world.sem)
    response = sem.post(address, form | {"place": "Kamer Sem"})
    assert response.status_code == 409
    assert "Kamer Noor" in response.text and "Kamer Sem" in response.text
    edition = re.search(r'name="edition" value="(\d+)"', response.text)[1]
    assert sem.post(address, form | {"place": "Kamer Sem", "edition": edition}).status_code == 302


def test_from_the_first_to_the_last_minute(scene, client_of):
    """Begin, record who is there, judge, conclude, decide, end: what was done stands in the log."""
    with as_(scene.world.noor, reading=scene.case):
        conference = convene(scene)
    noor = client_of(scene.world.noor)

    def post(path, **values):
        response = noor.post(page_of(scene, conference, path), values)
        assert response.status_code == 302, response.text
        return noor.get(response.url)

    assert post("begin/").status_code == 200
    seat = f"{scene.seats['pim'].pk}-{scene.world.pim.pk}"
    page = post("aanwezigheid/", **{
        f"{seat}-how": "room", f"{seat}-once": uuid4(), "ander-once": uuid4(), "ander-how": "screen",
        "ander-capacity": scene.seats["pim"].capacity_id, "ander-name": "Joop Zonder Account",
    })  # fmt: skip
    assert "Joop Zonder Account" in page.text
    assert "Oordeelsvorming" in post("fase/", stage="judgement").text
    assert "Het kan." in post("conclusie/", once=uuid4(), text="Het kan.").text
    decided = post(
        "besluit/", once=uuid4(), capacity=scene.seats["pim"].capacity_id, text="Wij komen.", due_on="01-02-2027"
    )
    assert "Eigen besluit van Politie Test" in decided.text
    assert "gehouden" in post("einde/").text
    with as_owner():
        done = set(Entry.objects.filter(kind="act").values_list("event", flat=True))
        (first, last) = Entry.objects.filter(kind="present").order_by("position")
        assert Attendance.objects.count() == 4 and Conclusion.objects.count() == 1
    assert {"conference.started", "attendance.recorded", "conclusion.written", "conference.ended"} <= done
    assert (first.reader_id, first.until_at, last.until_at is None) == (scene.world.pim.pk, None, False)


def test_the_wall_shows_the_question_what_is_brought_in_and_conclusions_and_nothing_else(scene, client_of):
    bring_in(scene, "pim", "Gezien bij de haven.")
    bring_in(scene, "pim", "Alleen voor de regie.", audience=["zvh"])
    page = client_of(scene.world.noor).get(page_of(scene, meeting(scene), "scherm/")).text
    assert "Wat is er nodig" in page and "Gezien bij de haven." in page
    assert "Alleen voor de regie." not in page
    assert "<form" not in page and "Aanwezig" not in page and "Sanne" not in page


def test_unreadable_times_record_nobody_at_all(scene, client_of):
    conference = meeting(scene)
    one, two = (f"{scene.seats[name].pk}-{getattr(scene.world, name).pk}" for name in ("pim", "sem"))
    form = {
        f"{one}-how": "room", f"{one}-once": uuid4(), f"{two}-how": "room", f"{two}-from_at": "kwart over tien",
        f"{two}-once": uuid4(), "ander-once": uuid4(),
    }  # fmt: skip
    response = client_of(scene.world.noor).post(page_of(scene, conference, "aanwezigheid/"), form)
    assert (response.status_code, "10.15" in response.text) == (422, True)
    with as_owner():
        assert not Attendance.objects.exists() and not Entry.objects.filter(kind="present").exists()


def test_a_participant_records_the_decision_of_their_own_organisation_and_of_no_other(scene, client_of):
    conference, pim = meeting(scene), client_of(scene.world.pim)
    address = page_of(scene, conference, "besluit/")
    page = pim.get(address).text
    assert "Politie Test</option>" in page and "Zorg- en Veiligheidshuis Test</option>" not in page
    form = {"once": uuid4(), "text": "Wij handhaven.", "due_on": "01-02-2030"}
    assert pim.post(address, form | {"capacity": scene.seats["noor"].capacity_id}).status_code == 422
    recorded = pim.post(address, form | {"capacity": scene.seats["pim"].capacity_id})
    assert "Wij handhaven." in pim.get(recorded.url).text
