"""The pages of a case, as the circle sees them."""

import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import as_owner
from schakel.audit.models import Entry
from schakel.cases.models import Case, Contribution, Recall
from schakel.houses.models import HouseText
from schakel.people.models import Person

from .scene import bring_in, open_case

OF_A_CASE = [
    "", "gezin/", "gezin/toevoegen/", "gezin/relatie/", "inbreng/", "inbreng/toevoegen/", "deelnemers/",
    "deelnemers/toevoegen/", "fase/", "afsluiten/", "vernietigingsstop/",
]  # fmt: skip

WRONG = [
    ("text", "x" * 2_000_000, "Gebruik hoogstens"), ("text", "a\x00b", "teken"), ("text", "", "Vul"),
    ("fact_date", "31-02-2026", "bestaat niet"), ("fact_date", "99-99-9999", "maand"),
    ("fact_date", "14-11-2999", "toekomst"), ("about", "onzin", "Kies"), ("about", str(uuid4()), "Kies"),
    ("kind", "gossip", "Kies"), ("use", "", "Maak een keuze"), ("once", "x", "niet volledig"),
    ("reach", "named", "minstens één"),
]  # fmt: skip


def page_of(scene, path):
    return f"/casussen/{scene.case.number}/{path}"


def once_in(response):
    return re.search(r'name="once" value="([0-9a-f-]+)"', response.text)[1]


def contribution(scene, **changes):
    values = {
        "once": str(uuid4()), "about": str(scene.people["mother"].pk), "kind": "fact", "text": "Gezien.",
        "fact_date": "14-11-2026", "use": "here_only", "reach": "everybody",
    }  # fmt: skip
    return values | changes


def test_the_director_opens_every_page_and_no_title_holds_a_name(scene, client_of):
    bring_in(scene, "pim", "Gezien.")
    noor = client_of(scene.world.noor)
    for path in OF_A_CASE:
        response = noor.get(page_of(scene, path))
        title = re.search("<title>(.*?)</title>", response.text, re.S)[1]
        assert response.status_code == 200, path
        assert scene.case.number in title and "Testvogel" not in title


def test_outside_the_circle_no_page_of_the_case_is_there(scene, client_of):
    gea = client_of(scene.world.gea)
    for path in OF_A_CASE:
        response, nothing = gea.get(page_of(scene, path)), gea.get(f"/casussen/2222-2222/{path}")
        assert response.status_code == nothing.status_code == 404, path
        assert response.content == nothing.content


def test_who_may_not_do_something_reads_why(scene, client_of):
    pim = client_of(scene.world.pim)
    for path in ("gezin/toevoegen/", "deelnemers/toevoegen/", "afsluiten/", "vernietigingsstop/"):
        response = pim.get(page_of(scene, path))
        assert response.status_code == 403
        assert "Alleen de proces" in response.text


def test_the_page_says_why_i_see_it_and_who_else_does(scene, client_of):
    page = client_of(scene.world.noor).get(page_of(scene, "inbreng/")).text
    assert "U ziet dit als procesregisseur. Vier anderen zien het ook. Uw inzage is vastgelegd." in page


def test_a_page_of_a_case_needs_few_queries(scene, client_of):
    for number in range(20):
        bring_in(scene, "pim", f"Gezien {number}.", about=["mother"])
    client = client_of(scene.world.noor)
    for path, most in {"gezin/": 17, "inbreng/": 15, "deelnemers/": 15, "fase/": 15}.items():
        with CaptureQueriesContext(connection) as queries:
            client.get(page_of(scene, path))
        asked = [query["sql"] for query in queries if " FROM " in query["sql"] and "set_config" not in query["sql"]]
        assert len(asked) <= most, "\n".join(asked)


class TestBringingIn:
    def test_brought_in_and_shown(self, scene, client_of):
        client = client_of(scene.world.pim)
        response = client.post(page_of(scene, "inbreng/toevoegen/"), contribution(scene))
        assert response.status_code == 302
        assert "Gezien." in client.get(response.url).text

    def test_sent_twice_it_is_brought_in_once(self, scene, client_of):
        client, values = client_of(scene.world.pim), contribution(scene)
        assert client.post(page_of(scene, "inbreng/toevoegen/"), values).status_code == 302
        assert client.post(page_of(scene, "inbreng/toevoegen/"), values).status_code == 302
        with as_owner():
            assert Contribution.objects.count() == 1

    def test_what_is_wrong_is_said_and_nothing_is_lost(self, scene, client_of):
        pim = client_of(scene.world.pim)
        for field, value, said in WRONG:
            values = contribution(scene, source="Eigen waarneming.", **{field: value})
            response = pim.post(page_of(scene, "inbreng/toevoegen/"), values)
            assert (response.status_code, field) == (422, field)
            assert said in response.text and "Eigen waarneming." in response.text
        with as_owner():
            assert not Contribution.objects.exists()

    def test_html_is_shown_as_text(self, scene, client_of):
        bring_in(scene, "pim", "<script>alert(1)</script> =CMD()")
        page = client_of(scene.world.noor).get(page_of(scene, "inbreng/")).text
        assert "<script>alert" not in page and "&lt;script&gt;" in page

    def test_another_organisation_cannot_be_spoken_for(self, scene, client_of):
        values = contribution(scene, capacity=str(scene.world.capacities["ggz"].pk))
        client_of(scene.world.pim).post(page_of(scene, "inbreng/toevoegen/"), values)
        with as_owner():
            assert not Contribution.objects.exclude(capacity=scene.world.capacities["police"]).exists()

    def test_the_house_writes_down_what_another_said_and_with_whom_it_spoke(self, scene, client_of):
        values = contribution(scene, capacity=str(scene.world.capacities["ggz"].pk))
        client = client_of(scene.world.sem)
        assert client.post(page_of(scene, "inbreng/toevoegen/"), values).status_code == 422
        values["spoken_by"] = "Sanne, aan de telefoon"
        assert client.post(page_of(scene, "inbreng/toevoegen/"), values).status_code == 302
        assert "onbevestigd" in client.get(page_of(scene, "inbreng/")).text

    def test_about_an_area_nothing_points_to_a_person(self, world, client_of):
        area = open_case(world, is_area=True)
        pim, path = client_of(world.pim), page_of(area, "inbreng/toevoegen/")
        values = {"once": str(uuid4()), "about": "situation", "kind": "fact", "fact_date": "2026", "use": "here_only",
                  "reach": "everybody"}  # fmt: skip
        for text in ("BSN 999990019", "bel 06-12345678", "mail a@politie.nl", "auto XX-123-X", "De heer Jansen"):
            response = pim.post(path, values | {"text": text})
            assert response.status_code == 422 and "geen gegevens van personen" in response.text
        assert pim.post(path, values | {"text": "In de garage slapen drie mensen."}).status_code == 302

    def test_recalled_it_leaves_only_that(self, scene, client_of):
        row = bring_in(scene, "pim", "Gezien.")
        client_of(scene.world.pim).post(page_of(scene, f"inbreng/{row.pk}/intrekken/"), {"reason": "Onjuist."})
        page = client_of(scene.world.noor).get(page_of(scene, "inbreng/")).text
        assert "Politie Test trok op" in page and "Gezien." not in page
        with as_owner():
            assert Recall.objects.count() == 1

    @pytest.mark.parametrize("act", ["corrigeren", "intrekken"])
    def test_what_one_does_not_see_is_not_there(self, scene, client_of, act):
        row = bring_in(scene, "sanne", "Over de moeder.", about=["mother"])
        lieke = client_of(scene.world.lieke)
        here, nowhere = (lieke.get(page_of(scene, f"inbreng/{one}/{act}/")) for one in (row.pk, uuid4()))
        assert here.status_code == nowhere.status_code == 404
        assert here.content == nowhere.content

    def test_corrected_the_newest_counts(self, scene, client_of):
        row = bring_in(scene, "pim", "Gezien.", about=["mother"])
        client = client_of(scene.world.pim)
        form = client.get(page_of(scene, f"inbreng/{row.pk}/corrigeren/"))
        assert "Gezien." in form.text
        values = contribution(scene, once=once_in(form), text="Niet gezien.")
        assert client.post(page_of(scene, f"inbreng/{row.pk}/corrigeren/"), values).status_code == 302
        page = client.get(page_of(scene, "inbreng/")).text
        assert "Niet gezien." in page and "gecorrigeerd" in page


class TestPersons:
    def values(self, **changes):
        return {"once": str(uuid4()), "role": "system", "given_names": "Oma", "surname": "Testvogel"} | changes

    def test_a_person_is_added_with_what_is_known(self, scene, client_of):
        values = self.values(birth_date="1950", citizen_number="999990019", lines="Testpad 1", place="Testdam")
        response = client_of(scene.world.noor).post(page_of(scene, "gezin/toevoegen/"), values)
        assert response.status_code == 302
        page = client_of(scene.world.noor).get(response.url).text
        assert "Oma Testvogel" in page and "1950" in page and "Testpad 1" in page and "999990019" not in page

    def test_a_case_about_an_area_refuses_with_the_reason(self, world, client_of):
        area = open_case(world, is_area=True)
        response = client_of(world.noor).post(page_of(area, "gezin/toevoegen/"), self.values())
        assert "Deze casus gaat over een gebied. Over een persoon? Doe een aanmelding." in response.text
        with as_owner():
            assert not Person.objects.exists()

    @pytest.mark.parametrize(
        "change", [{"citizen_number": "123456789"}, {"birth_date": "30-02-2000"}, {"surname": "x" * 999}]
    )
    def test_what_is_wrong_is_said(self, scene, client_of, change):
        response = client_of(scene.world.noor).post(page_of(scene, "gezin/toevoegen/"), self.values(**change))
        assert response.status_code == 422
        assert "123456789" not in response.text

    def test_two_people_correcting_one_person_see_both_versions(self, scene, client_of):
        child = scene.people["child"]
        path = page_of(scene, f"gezin/{child.pk}/corrigeren/")
        values = {"edition": 1, "given_names": "Child", "surname": "Testvogel", "reason": "Verkeerd."}
        noor = client_of(scene.world.noor)
        assert noor.post(path, values | {"birth_date": "12-11-2015"}).status_code == 302
        second = client_of(scene.world.sem).post(path, values | {"birth_date": "13-11-2015"})
        assert second.status_code == 409
        assert "12-11-2015" in second.text and "13-11-2015" in second.text
        assert (
            client_of(scene.world.sem).post(path, values | {"birth_date": "13-11-2015", "edition": 2}).status_code
            == 302
        )

    def test_a_relation_and_an_address_once_though_sent_twice(self, scene, client_of):
        noor, (mother, child) = client_of(scene.world.noor), scene.people.values()
        relation = {"once": str(uuid4()), "person": str(mother.pk), "kind": "parent", "other": str(child.pk)}
        address = {"once": str(uuid4()), "lines": "Nestpad 1", "postcode": "", "place": "Testdam"}
        for _time in range(2):
            assert noor.post(page_of(scene, "gezin/relatie/"), relation).status_code == 302
            assert noor.post(page_of(scene, f"gezin/{child.pk}/adres/"), address).status_code == 302
        page = noor.get(page_of(scene, "gezin/")).text
        assert "Ouder van Child Testvogel" in page and "Kind van Mother Testvogel" in page
        assert page.count("Nestpad 1, ") == 1

    def test_somebody_of_another_case_is_not_there(self, scene, world, client_of):
        other = open_case(world)
        child = other.people["child"]
        assert client_of(world.noor).get(page_of(scene, f"gezin/{child.pk}/corrigeren/")).status_code == 404


class TestCourse:
    def test_moved_on_and_closed(self, scene, client_of):
        noor = client_of(scene.world.noor)
        assert noor.post(page_of(scene, "fase/wijzigen/"), {"phase": "plan", "edition": 1}).status_code == 302
        values = {"reason": "Doelen bereikt", "result": "Rust."}
        assert noor.post(page_of(scene, "afsluiten/"), values).status_code == 302
        assert "Rust." in noor.get(page_of(scene, "fase/")).text
        with as_owner():
            assert Case.objects.get(pk=scene.case.pk).is_closed

    def test_held_once_though_sent_twice(self, scene, client_of):
        noor, values = client_of(scene.world.noor), {"once": str(uuid4()), "reason": "Er loopt een klacht."}
        for _time in range(2):
            assert noor.post(page_of(scene, "vernietigingsstop/"), values).status_code == 302
        assert noor.get(page_of(scene, "fase/")).text.count("Er loopt een klacht.") == 1

    def test_who_moves_it_after_somebody_else_is_told(self, scene, client_of):
        noor = client_of(scene.world.noor)
        noor.post(page_of(scene, "fase/wijzigen/"), {"phase": "plan", "edition": 1})
        page = noor.post(page_of(scene, "fase/wijzigen/"), {"phase": "monitoring", "edition": 1}, follow=True).text
        assert "Iemand anders bracht de casus intussen in de fase plan van aanpak." in page

    @pytest.mark.parametrize("values", [{}, {"phase": "x" * 99, "edition": 1}, {"phase": "plan", "edition": "a"}])
    def test_half_a_form_changes_nothing(self, scene, client_of, values):
        assert client_of(scene.world.noor).post(page_of(scene, "fase/wijzigen/"), values).status_code == 302
        with as_owner():
            assert Case.objects.get(pk=scene.case.pk).phase == "conference"


def test_why_a_file_was_opened_stands_in_the_log_in_one_language_for_all(scene, client_of):
    client_of(scene.world.noor).get(page_of(scene, "deelnemers/"), headers={"accept-language": "nl"})
    with as_owner():
        entry = Entry.objects.get(kind="opened", actor_id=scene.world.noor.pk)
    assert entry.purpose == "participants and readings"


def test_words_that_turn_the_direction_around_are_not_brought_in(scene, client_of):
    values = contribution(scene, text="Hij belde\u202e op.")
    assert (
        "keert de leesrichting om" in client_of(scene.world.pim).post(page_of(scene, "inbreng/toevoegen/"), values).text
    )


def test_the_plan_and_the_lead_are_called_as_the_house_calls_them(client_of, scene):
    noor = client_of(scene.world.noor)
    assert ">Plan<" in noor.get(page_of(scene, "")).text
    with as_owner():
        for key, word in (("plan", "interventieplan"), ("lead", "uitvoeringsregie")):
            HouseText.objects.create(house=scene.world.house, key=key, text=word)
    assert ">Interventieplan<" in noor.get(page_of(scene, "")).text
    assert "Uitvoeringsregie" in noor.get(page_of(scene, "casusregie/")).text
