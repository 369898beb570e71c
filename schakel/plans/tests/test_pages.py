"""The pages of plans, as the circle and those outside see them."""

import re
from uuid import uuid4

import pytest
from django.utils import timezone

from conftest import as_, as_owner
from schakel.cases.models import Case
from schakel.cases.tests.scene import open_case
from schakel.conferences.tests.table import meeting
from schakel.plans.models import Agreement, Answer, Goal, Progress

from .agreed import agree, goal, in_days


def page_of(scene, path=""):
    return f"/casussen/{scene.case.number}/plan/{path}"


def filled_in(scene, whose="pim", **changes):
    values = {
        "once": str(uuid4()), "title": "Contact leggen", "text": "Pim belt aan.", "seat": str(scene.seats[whose].pk),
        "due_on": f"{in_days(9):%d-%m-%Y}",
    }  # fmt: skip
    return values | changes


def planned(scene):
    """A goal with an agreement of the police under it, one of ggz about the mother, one of the school."""
    with as_(scene.world.noor, reading=scene.case):
        one = goal(scene)
        made = agree(scene, goal=one)
        agree(scene, "sanne", about=["mother"], title="Behandeling plannen")
        agree(scene, "lieke", about=["child"], title="Mentor aanwijzen")
    return one, made


def test_every_page_of_a_plan_opens_for_who_runs_the_case_and_is_not_there_for_others(scene, client_of):
    one, made = planned(scene)
    noor, gea = client_of(scene.world.noor), client_of(scene.world.gea)
    for path in (
        "", "doel/", f"doel/{one.pk}/", f"doel/{one.pk}/uitkomst/", "afspraak/", f"afspraak/{made.pk}/",
        f"afspraak/{made.pk}/voortgang/", f"afspraak/{made.pk}/datum/", f"afspraak/{made.pk}/vervallen/",
    ):  # fmt: skip
        page = noor.get(page_of(scene, path))
        assert (page.status_code, "Testvogel" in re.search("<title>(.*?)</title>", page.text, re.S)[1]) == (200, False)
        outside, nothing = gea.get(page_of(scene, path)), gea.get(f"/casussen/2222-2222/plan/{path}")
        assert (outside.status_code, outside.content) == (404, nothing.content)


def test_the_seat_for_the_child_sees_its_own_agreement_and_no_trace_of_the_others(scene, client_of):
    _goal, made = planned(scene)
    lieke = client_of(scene.world.lieke)
    for path in (page_of(scene), "/afspraken/?toon=lopend"):
        page = lieke.get(path).text
        assert "Mentor aanwijzen" in page
        assert not re.search("Behandeling|Contact leggen|Het huis blijft", page)
    assert "0 van 1 afspraken klaar" in lieke.get(page_of(scene)).text
    assert lieke.get(page_of(scene, f"afspraak/{made.pk}/")).status_code == 404


def test_the_list_over_all_cases_holds_titles_and_no_words_of_the_file(scene, client_of, django_assert_max_num_queries):
    with as_(scene.world.noor, reading=scene.case):
        for number in range(30):
            agree(scene, title=f"Afspraak {number}", text="Het geheim van de smid.")
    client = client_of(scene.world.pim)
    for shown in ("te-beantwoorden", "te-doen", "te-laat", "lopend", "klaar", "onzin"):
        with django_assert_max_num_queries(15):
            page = client.get(f"/afspraken/?toon={shown}").text
        assert "geheim" not in page and "Testvogel" not in page
    page = client.get("/afspraken/?toon=te-beantwoorden").text
    assert "Afspraak 1" in page and "toon=te-beantwoorden&amp;page=2" in page


class TestMakingAnAgreement:
    def test_by_a_form_sent_twice_makes_one(self, scene, client_of):
        client, form = client_of(scene.world.noor), filled_in(scene)
        for _again in range(2):
            assert client.post(page_of(scene, "afspraak/"), form).status_code == 302
        with as_owner():
            assert Agreement.objects.get().title == "Contact leggen"

    @pytest.mark.parametrize(
        ("changes", "words"),
        [
            ({"title": "Mother bellen"}, "lijsten"),
            ({"title": "Bel 06-12345678"}, "lijsten"),
            ({"title": "x" * 81}, "hoogstens"),
            ({"title": "a\x00"}, "teken"),
            ({"title": ""}, "Vul dit veld in"),
            ({"text": "x" * 2_000_000}, "hoogstens"),
            ({"due_on": "29-02-2027"}, "bestaat niet"),
            ({"due_on": "01-01-2020"}, "voorbij"),
            ({"due_on": "morgen"}, "12-11-2026"),
            ({"seat": str(uuid4())}, "Kies"),
            ({"owner": str(uuid4())}, "Kies"),
            ({"goal": str(uuid4())}, "Kies"),
            ({"people": [str(uuid4())]}, "Kies"),
        ],
    )
    def test_with_what_cannot_be_says_what_is_wrong_and_makes_nothing(self, scene, client_of, changes, words):
        with as_(scene.world.noor, reading=scene.case):
            goal(scene)
        response = client_of(scene.world.noor).post(page_of(scene, "afspraak/"), filled_in(scene, **changes))
        assert (response.status_code, words in response.text) == (422, True)
        with as_owner():
            assert not Agreement.objects.exists()

    def test_the_school_does_not_own_what_is_about_the_mother(self, scene, client_of):
        form = filled_in(scene, "lieke", people=[str(scene.people["mother"].pk)])
        response = client_of(scene.world.noor).post(page_of(scene, "afspraak/"), form)
        assert response.status_code == 422 and "neemt hier niet deel" in response.text

    def test_seats_of_another_case_are_no_choice(self, scene, client_of):
        other = open_case(scene.world)
        form = filled_in(scene, seat=str(other.seats["pim"].pk))
        assert client_of(scene.world.noor).post(page_of(scene, "afspraak/"), form).status_code == 422

    def test_on_the_spot_stands_on_the_page_of_the_conference(self, scene, client_of):
        conference = meeting(scene)
        noor = client_of(scene.world.noor)
        address = f"/casussen/{scene.case.number}/overleggen/{conference.pk}/afspraak/"
        assert 'name="title"' in noor.get(address.replace("afspraak/", "tafel/")).text
        response = noor.post(address, filled_in(scene, title="Sleutel ophalen"))
        assert response.url.endswith("/tafel/")
        assert "Sleutel ophalen" in noor.get(response.url).text

    def test_a_participant_reads_why_not(self, scene, client_of):
        pim = client_of(scene.world.pim)
        assert pim.get(page_of(scene, "afspraak/")).status_code == 403
        refused = pim.post(page_of(scene, "afspraak/"), filled_in(scene))
        assert (refused.status_code, "Contact leggen" in refused.text) == (422, True)  # what was typed is not lost
        assert "disabled" in pim.get(page_of(scene)).text


class TestAnswering:
    def test_yes_no_and_how_it_goes(self, scene, client_of):
        _goal, made = planned(scene)
        address, pim = page_of(scene, f"afspraak/{made.pk}/"), client_of(scene.world.pim)
        assert "wacht op antwoord" in pim.get(address).text
        refused = pim.post(f"{address}niet-akkoord/", {"once": uuid4(), "reason": "Geen capaciteit."})
        assert "Geen capaciteit." in pim.get(refused.url).text
        accepted = pim.post(f"{address}akkoord/", {"once": uuid4()})
        assert "akkoord" in pim.get(accepted.url).text
        done = pim.post(f"{address}voortgang/", {"once": uuid4(), "text": "Gesproken.", "done": "on"})
        assert "klaar" in pim.get(done.url).text
        assert pim.post(f"{address}voortgang/", {"once": uuid4(), "text": "Nog iets."}).status_code == 422
        with as_owner():
            assert (Answer.objects.count(), Progress.objects.count()) == (2, 1)

    def test_for_somebody_else_is_refused_with_its_reason(self, scene, client_of):
        _goal, made = planned(scene)
        address, noor = page_of(scene, f"afspraak/{made.pk}/"), client_of(scene.world.noor)
        reason = "Alleen wie hier deelneemt voor Politie Test antwoordt."
        assert reason in noor.get(address).text
        for path, status in (("akkoord/", 403), ("niet-akkoord/", 422)):
            response = noor.post(address + path, {"once": uuid4(), "reason": "?"})
            assert (response.status_code, reason in response.text) == (status, True)

    def test_without_a_reason_a_refusal_is_none(self, scene, client_of):
        _goal, made = planned(scene)
        address = page_of(scene, f"afspraak/{made.pk}/niet-akkoord/")
        assert client_of(scene.world.pim).post(address, {"once": uuid4(), "reason": " "}).status_code == 422
        with as_owner():
            assert not Answer.objects.exists()


def test_of_two_people_who_word_one_goal_the_second_sees_both_versions(scene, client_of):
    one, _made = planned(scene)
    address, form = page_of(scene, f"doel/{one.pk}/"), {"edition": "1", "life_domain": "", "text": "Van Noor."}
    assert client_of(scene.world.noor).post(address, form).status_code == 302
    sem = client_of(scene.world.sem)
    response = sem.post(address, form | {"text": "Van Sem."})
    assert response.status_code == 409
    assert "Van Noor." in response.text and "Van Sem." in response.text
    edition = re.search(r'name="edition" value="(\d+)"', response.text)[1]
    assert sem.post(address, form | {"text": "Van Sem.", "edition": edition}).status_code == 302
    assert "Van Sem." in sem.get(page_of(scene)).text


def test_a_life_domain_of_another_kind_of_approach_is_no_choice(scene, client_of):
    form = {"once": uuid4(), "text": "?", "life_domain": "Hobby's"}
    assert client_of(scene.world.noor).post(page_of(scene, "doel/"), form).status_code == 422
    with as_owner():
        assert not Goal.objects.exists()


def test_in_a_closed_case_the_plan_is_read_and_not_changed(scene, client_of):
    one, made = planned(scene)
    with as_owner():
        Case.objects.filter(pk=scene.case.pk).update(closed_at=timezone.now(), phase="closed")
    noor, reason = client_of(scene.world.noor), "gesloten"
    assert reason in noor.get(page_of(scene)).text
    assert "Contact leggen" in noor.get(page_of(scene)).text
    for path, form in (
        ("doel/", {"once": uuid4(), "text": "?"}), (f"doel/{one.pk}/", {"edition": 1, "text": "?"}),
        ("afspraak/", filled_in(scene)), (f"afspraak/{made.pk}/voortgang/", {"once": uuid4(), "text": "?"}),
        (f"afspraak/{made.pk}/datum/", {"edition": 1, "due_on": "01-02-2030"}), (f"afspraak/{made.pk}/vervallen/", {}),
    ):  # fmt: skip
        response = noor.post(page_of(scene, path), form)
        assert (response.status_code, reason in response.text) == (422 if form else 403, True)
