"""Searching in an opened file: the words of Dutch, and nothing outside sight and audience."""

import time

import pytest

from conftest import as_, as_owner
from schakel.audit.models import Entry
from schakel.cases.actions import correct, recall
from schakel.cases.finding import find
from schakel.cases.models import Contribution
from schakel.cases.stems import Wanted, passage
from schakel.conferences.models import CaseConference, Conclusion

from .scene import bring_in


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("overleg", "Er waren drie overleggen."),
        ("overleggen", "Het overleg ging door."),
        ("afspraken", "Een afspraak met de wijkagent."),
        ("huis", "Zij zoeken huizen in de buurt."),
        ("Yildiz", "Buurman Yıldız belde."),
        ("café", "Bij het cafe gezien."),
        ("schuld", "De schuldhulpverlening begint."),
        ("wijkagent belde", "Gisteren belde de wijkagent."),
    ],
)
def test_a_word_is_found_whatever_its_ending(asked, text):
    assert Wanted(asked).places(text)


@pytest.mark.parametrize(("asked", "text"), [("overleg", "Hij overleed."), ("moeder vader", "De moeder belde.")])
def test_what_is_not_there_is_not_found(asked, text):
    assert not Wanted(asked).places(text)


def test_a_passage_marks_what_was_found_and_loses_nothing_around_it():
    text = "Voor het overleg. " + "x " * 100
    parts = passage(text, Wanted("overleg").places(text))
    assert ("overleg", True) in parts and parts[0] == ("Voor het ", False) and parts[-1] == (" …", False)


def found(scene, name, term):
    with as_(getattr(scene.world, name), reading=scene.case):
        return ["".join(part for part, _ in one.parts) for one in find(scene.case, term)]


class TestInAFile:
    def test_nothing_outside_sight_and_audience_is_found(self, scene):
        bring_in(scene, "sanne", "De behandeling van de moeder.", about=["mother"])
        bring_in(scene, "pim", "Behandeling, voor de ggz.", about=["child"], audience=["police"])
        bring_in(scene, "pim", "Behandeling van het kind.", about=["child"])
        assert found(scene, "lieke", "behandelingen") == ["Behandeling van het kind."]
        assert len(found(scene, "pim", "behandeling")) == 3

    def test_neither_what_was_recalled_nor_a_first_version(self, scene, world):
        gone, old = bring_in(scene, "pim", "Gezien bij de brug."), bring_in(scene, "pim", "Gezien bij de sluis.")
        with as_(world.pim, reading=scene.case):
            recall(by=world.pim, contribution=gone, reason="Onjuist.")
            correct(by=world.pim, contribution=old, text="Gezien bij de kade.", kind="fact", fact_date="20261101")
        assert found(scene, "noor", "gezien") == ["Gezien bij de kade."]
        assert found(scene, "pim", "brug") == []

    def test_conclusions_and_questions_of_conferences_are_found_too(self, scene, world):
        with as_owner():
            conference = CaseConference.objects.create(
                case=scene.case, author=world.noor, chair=world.noor, place="x", starts_at=scene.case.opened_at,
                about=[scene.case.pk],
            )  # fmt: skip
            conclusion = Conclusion.objects.create(
                case=scene.case, author=world.noor, conference=conference, about=[scene.case.pk]
            )
            scene.keyring.write(conference, question="Wie woont waar?")
            scene.keyring.write(conclusion, text="Zij wonen samen.")
        assert found(scene, "noor", "wonen") == ["Zij wonen samen."]
        assert found(scene, "lieke", "wonen") == []

    def test_two_hundred_contributions_are_searched_at_once(self, scene):
        text = "Op straat is na het gesprek een afspraak gemaakt over geld, wonen en de zorg voor de kinderen. " * 5
        for number in range(200):
            bring_in(scene, "pim", f"{text} Nummer {number} overleggen.")
        with as_(scene.world.noor, reading=scene.case):
            started = time.process_time()
            assert len(find(scene.case, "overleg")) == 50
            assert time.process_time() - started < 5  # no measurement: bin/bench does that; this only stops a mistake


class TestThePage:
    def page(self, client_of, scene, name, term):
        address = f"/casussen/{scene.case.number}/zoeken/"
        return client_of(getattr(scene.world, name)).post(address, {"term": term})

    def test_the_term_is_in_no_address_and_no_log(self, scene, client_of):
        bring_in(scene, "pim", "Drie overleggen op het zwaluwplein.")
        page = self.page(client_of, scene, "noor", "overleg")
        assert "<mark>overleggen</mark>" in page.text
        title = page.text.split("<title>")[1].split("</title>")[0]
        assert "overleg" not in title and "overleg" not in page.request["QUERY_STRING"]
        with as_owner():
            assert not Entry.objects.filter(purpose__contains="overleg").exists()

    def test_without_a_word_it_says_what_to_do(self, scene, client_of):
        page = self.page(client_of, scene, "noor", "...")
        assert page.status_code == 422 and "Schrijf een woord" in page.text

    def test_a_result_leads_to_the_page_on_which_it_stands(self, scene, client_of):
        first = bring_in(scene, "pim", "De allereerste.")
        for number in range(30):
            bring_in(scene, "pim", f"Nummer {number}.")
        address = f"/casussen/{scene.case.number}/inbreng/?inbreng={first.pk}"
        assert "De allereerste." in client_of(scene.world.noor).get(address).text
        assert Contribution._meta.ordering == ["-brought_in_at"]
