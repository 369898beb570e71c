"""A list taken along: only what is mine, nothing that a spreadsheet runs, and written down first."""

import csv
import io
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import as_owner
from schakel.audit.models import Entry
from schakel.cases.tests.scene import open_case
from schakel.people.models import Person
from schakel.plans.models import Agreement
from schakel.sheets.reading import read_sheet


def taken(client_of, who, kind, query="", **values):
    return client_of(who).post(f"/uitvoer/{kind}/{query}", {"ending": "csv", **values})


def rows(response):
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))


class TestCases:
    def test_without_names_unless_asked_for(self, client_of, scene):
        plain = rows(taken(client_of, scene.world.noor, "casussen"))
        assert plain[0] == ["Casus", "Soort", "Soort aanpak", "Fase", "Geopend op", "Gesloten op"]
        assert plain[1][0] == scene.case.number and "Testvogel" not in str(plain)
        named = rows(taken(client_of, scene.world.noor, "casussen", names="on"))
        assert named[1][-1] == "Mother Testvogel, Child Testvogel"

    def test_the_seat_for_the_child_takes_nothing_of_the_mother_along(self, client_of, scene):
        for ending in ("csv", "ods"):
            page = taken(client_of, scene.world.lieke, "casussen", ending=ending, names="on")
            sheet = read_sheet(ending, page.content)
            assert "Child Testvogel" in str(sheet) and "Mother" not in str(sheet) and len(sheet) == 2

    def test_who_sits_nowhere_takes_headings_along_and_lists_nobody(self, client_of, scene):
        page = taken(client_of, scene.world.gea, "casussen", names="on")
        assert len(rows(page)) == 1
        with as_owner():
            assert not Entry.objects.filter(kind="listed", actor_id=scene.world.gea.pk).exists()

    @pytest.mark.parametrize("names", [{}, {"names": "on"}])
    def test_it_stands_in_the_log(self, client_of, scene, names):
        taken(client_of, scene.world.noor, "casussen", **names)
        with as_owner():
            entry = Entry.objects.get(kind="listed", actor_id=scene.world.noor.pk)
            assert entry.file_ids == [scene.case.pk] and ("with names" in entry.purpose) == bool(names)

    def test_what_was_chosen_on_the_page_is_chosen_here(self, client_of, scene):
        assert len(rows(taken(client_of, scene.world.noor, "casussen", "?fase=plan"))) == 1
        assert len(rows(taken(client_of, scene.world.noor, "casussen", "?fase=overleg"))) == 2
        regime = scene.world.regime.pk
        assert len(rows(taken(client_of, scene.world.noor, "casussen", f"?aanpak={regime}"))) == 2
        assert len(rows(taken(client_of, scene.world.noor, "casussen", f"?aanpak={scene.case.pk}"))) == 2, "nonsense"
        assert len(rows(taken(client_of, scene.world.noor, "casussen", "?aanpak=%00&fase[]=x"))) == 2

    @pytest.mark.parametrize("name", ["=1+1", "+31", "-2", "@SUM(A1)", " =1"])
    def test_no_name_is_a_formula(self, client_of, scene, name):
        with as_owner():
            Person.objects.filter(file_id=scene.case.pk).update(given_names=name, surname="")
        [cell] = {row[-1] for row in rows(taken(client_of, scene.world.noor, "casussen", names="on"))[1:]}
        assert cell.startswith("'")


class TestOtherLists:
    def test_agreements_with_title_number_and_date(self, client_of, scene):
        with as_owner():
            Agreement.objects.create(
                case=scene.case, author=scene.world.noor, about=[scene.case.pk], title="=Bellen",
                seat=scene.seats["pim"], due_on=date(2027, 1, 4),
            )  # fmt: skip
        [_heading, row] = rows(taken(client_of, scene.world.pim, "afspraken"))
        assert row == ["'=Bellen", scene.case.number, "Politie Test", "2027-01-04", "nog niet klaar"]
        assert len(rows(taken(client_of, scene.world.lieke, "afspraken"))) == 1

    def test_referrals(self, client_of, world):
        assert rows(taken(client_of, world.hanneke, "aanmeldingen"))[0][0] == "Aanmelding"
        assert rows(taken(client_of, world.pim, "aanmeldingen", "?toon=mijn"))[0][0] == "Aanmelding"

    def test_no_such_list(self, client_of, world):
        assert client_of(world.noor).get("/uitvoer/alles/").status_code == 404

    def test_an_unknown_form_is_refused_with_the_page(self, client_of, scene):
        assert taken(client_of, scene.world.noor, "casussen", ending="exe").status_code == 422


@pytest.mark.parametrize("count", [2, 30])
def test_the_number_of_questions_does_not_grow(client_of, world, count):
    for _number in range(count):
        open_case(world)
    client = client_of(world.noor)
    with CaptureQueriesContext(connection) as queries:
        page = client.post("/uitvoer/casussen/", {"ending": "ods", "names": "on"})
    assert len(read_sheet("ods", page.content)) == count + 1
    questions = [query["sql"] for query in queries if " FROM " in query["sql"] and "set_config" not in query["sql"]]
    assert len(questions) <= 15, "\n".join(questions)
