"""Searching over numbers and names: only whom one may see, written down before a name shows."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.tests.pages import answer
from schakel.audit.models import Entry
from schakel.cases.models import Case
from schakel.cases.tests.scene import add_person, open_case
from schakel.finding.names import asked
from schakel.people.models import Address, Person


def searched(client_of, who, text, **more):
    return client_of(who).post("/zoeken/", {"q": text, **more})


@pytest.fixture
def yildiz(scene):
    """Beside mother and child a man with a partner's name, born on 12 March 1991."""
    with as_owner():
        return add_person(
            scene, "Ömer", birth_date="19910312", partner_prefix="van den", partner_surname="Brink", name_use="E"
        )


def called(yildiz, surname, prefix=""):
    with as_owner():
        Person.objects.filter(pk=yildiz.pk).update(surname=surname, prefix=prefix)


class TestANumber:
    @pytest.mark.parametrize("typed", ["{number}", " {number} ", "{bare}", "{lower}"])
    def test_a_number_leads_to_its_case(self, client_of, scene, typed):
        number = scene.case.number
        text = typed.format(number=number, bare=number.replace("-", ""), lower=number.lower())
        assert searched(client_of, scene.world.pim, text).url == f"/casussen/{number}/"

    @pytest.mark.parametrize("typed", ["", "ZZZZ-ZZZZ", "\x00", "x" * 20000, "%", "_", "' OR 1=1 --", "00-00-0000"])
    def test_anything_else_finds_nothing(self, client_of, scene, typed):
        page = searched(client_of, scene.world.pim, typed)
        assert page.status_code == 200 and "Testvogel" not in page.text

    def test_a_number_of_somebody_elses_case_is_a_number_of_nobody(self, client_of, scene):
        page = searched(client_of, scene.world.gea, scene.case.number)
        assert page.status_code == 200 and "Niets gevonden" in page.text


class TestAName:
    @pytest.mark.parametrize(
        ("prefix", "surname", "typed"),
        [
            ("", "Yıldız", "Yildiz"), ("", "Yıldız", "yildz"), ("", "Yildiz", "Yıldız"), ("", "Yıldız", "Omer Yild"),
            ("de", "Wit", "de Wit"), ("de", "Wit", "Wit"), ("", "Wit", "van der Wit"), ("", "Janssen", "Jansen"),
            ("van den", "Brinkhorst", "brinkh"), ("", "Dijkstra", "Dykstra"), ("", "Bråkendæl", "brakendael"),
            ("", "Yıldız", "van den Brink"), ("", "Yıldız", "12-03-1991"), ("", "Yıldız", "12/3/1991"),
            ("", "Yıldız", "omer 1991"), ("", "Yıldız", "1991-03-12"), ("", "Yıldız", "03-1991"),
        ],
    )  # fmt: skip
    def test_is_found_however_it_is_written(self, client_of, scene, yildiz, prefix, surname, typed):
        called(yildiz, surname, prefix)
        page = searched(client_of, scene.world.noor, typed)
        assert "1 persoon gevonden" in page.text, page.text[page.text.index("<main") :]
        assert surname in page.text and scene.case.number in page.text

    @pytest.mark.parametrize("typed", ["Bakker", "Yildiz Bakker", "Yildiz 13-03-1991", "O", "van den"])
    def test_what_does_not_fit_is_not_found(self, client_of, scene, yildiz, typed):
        called(yildiz, "Yıldız")
        with as_owner():
            Person.objects.filter(pk=yildiz.pk).update(partner_prefix="", partner_surname="")
        assert "Niets gevonden" in searched(client_of, scene.world.noor, typed).text

    def test_a_day_that_the_registry_does_not_know_is_no_reason_to_miss_somebody(self, client_of, scene, yildiz):
        called(yildiz, "Yıldız")
        with as_owner():
            Person.objects.filter(pk=yildiz.pk).update(birth_date="19910000")
        assert "Yıldız" in searched(client_of, scene.world.noor, "12-03-1991").text

    def test_prefixes_are_left_out_only_when_something_else_is_there(self):
        assert asked("van den Brink").words == ["Brink"]
        assert asked("Le").words == ["Le"]
        assert asked("31-02-1990").births == []


class TestWhatOneMayNotSee:
    def test_a_name_out_of_sight_is_a_name_that_is_nowhere_byte_for_byte(self, client_of, scene):
        with as_owner():
            Person.objects.filter(pk=scene.people["mother"].pk).update(given_names="Quirinia", surname="Zwanenburg")
        for who in ("lieke", "gea"):
            for typed in ("Quirinia Zwanenburg", "Zwanenburg", "Zwanenbrug"):
                there = answer(searched(client_of, getattr(scene.world, who), typed))
                with as_owner():
                    Person.objects.filter(pk=scene.people["mother"].pk).update(given_names="A", surname="Bbb")
                assert there == answer(searched(client_of, getattr(scene.world, who), typed))
                with as_owner():
                    Person.objects.filter(pk=scene.people["mother"].pk).update(
                        given_names="Quirinia", surname="Zwanenburg"
                    )
                assert "Zwanenburg" in searched(client_of, scene.world.noor, typed).text

    def test_the_seat_for_the_child_finds_the_child_alone_and_counts_one(self, client_of, scene):
        page = searched(client_of, scene.world.lieke, "Testvogel").text
        assert "1 persoon gevonden" in page and "Child Testvogel" in page and "Mother" not in page
        assert "2 personen gevonden" in searched(client_of, scene.world.pim, "Testvogel").text

    def test_an_address_is_never_part_of_what_is_found(self, client_of, scene):
        with as_owner():
            mother = scene.people["mother"]
            Person.objects.filter(pk=mother.pk).update(secret_address=True)
            Address.objects.create(
                file_id=scene.case.pk, person=mother, lines="Geheimlaan 1", audience=[scene.case.pk], secret=True
            )
        page = searched(client_of, scene.world.noor, "Testvogel").text
        assert "Mother" in page and "Geheimlaan" not in page
        assert "Niets gevonden" in searched(client_of, scene.world.noor, "Geheimlaan").text

    def test_after_the_seat_has_ended_nobody_is_found(self, client_of, scene):
        with as_owner():
            seat = scene.seats["pim"]
            seat.occupants.update(ends_at=timezone.now() - timedelta(minutes=1))
        assert "Niets gevonden" in searched(client_of, scene.world.pim, "Testvogel").text

    def test_nobody_is_nobody(self, scene):
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM access.persons_called(ARRAY['Testvogel'], ARRAY['%%'], 250)")
            assert cursor.fetchall() == []


class TestWhatIsWrittenDown:
    def test_the_files_whose_names_show_stand_in_the_log_without_what_was_typed(self, client_of, scene):
        searched(client_of, scene.world.noor, "Testvogel")
        with as_owner():
            entry = Entry.objects.get(kind="listed", actor_id=scene.world.noor.pk)
            assert entry.file_ids == [scene.case.pk]
            assert not Entry.objects.filter(purpose__icontains="testvogel").exists()

    def test_who_finds_nobody_lists_nobody(self, client_of, scene):
        searched(client_of, scene.world.gea, "Testvogel")
        with as_owner():
            assert not Entry.objects.filter(kind="listed", actor_id=scene.world.gea.pk).exists()

    def test_what_was_typed_is_in_no_address_and_no_title(self, client_of, scene):
        page = searched(client_of, scene.world.noor, "Testvogel")
        assert page.request["QUERY_STRING"] == "" and "Testvogel" not in page.text.split("</title>")[0]
        asked_by_address = client_of(scene.world.noor).get("/zoeken/?q=Testvogel")
        assert "Testvogel" not in asked_by_address.text

    def test_without_a_log_no_name(self, scene):
        with as_(scene.world.noor), connection.cursor() as cursor:
            cursor.execute("SELECT * FROM access.persons_called(ARRAY['Testvogel'], ARRAY[]::text[], 250)")
            assert len(cursor.fetchall()) == 2
            assert Case.objects.mine().count() == 1


class TestMany:
    def test_pages_go_on_by_post_and_need_few_questions(self, client_of, world):
        for _number in range(15):
            open_case(world)
        client = client_of(world.noor)
        with CaptureQueriesContext(connection) as queries:
            first = client.post("/zoeken/", {"q": "Testvogel"})
        second = client.post("/zoeken/", {"q": "Testvogel", "page": "2"}).text
        assert "30 personen gevonden" in first.text and "blad 2 van 2" in second
        questions = [query["sql"] for query in queries if " FROM " in query["sql"] and "set_config" not in query["sql"]]
        assert len(questions) <= 15, "\n".join(questions)
