"""Confirming what was said on one's behalf, weighing secrecy, two corrections at once, and how long pages take."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.cases.actions import bring_in, confirm, correct, recall
from schakel.cases.models import Confirmation, Contribution, NoLongerUsed, Occupant, SecrecyWeighing
from schakel.cases.waiting import waits_for_me

from .scene import bring_in as arranged


def waits_for_our_word(most):
    return [(one.number, one.how_many) for one in waits_for_me(most) if one.kind == "our_word"]


def waits_for_a_colleague(most):
    return [(one.number, one.whose, one.key) for one in waits_for_me(most) if one.kind == "colleague"]


@pytest.fixture
def said(scene, world):
    """Sem wrote down what the ggz said about the mother."""
    return said_by(scene, "ggz", ["mother"])


def said_by(scene, capacity, about):
    world = scene.world
    with as_(world.sem, reading=scene.case):
        return bring_in(
            by=world.sem, case=scene.case, capacity=world.capacities[capacity], text="Zij is in zorg.", kind="fact",
            fact_date="20261101", people=[scene.people[one] for one in about], on_behalf=True, spoken_by="Sanne",
        )  # fmt: skip


def page_of(scene, path=""):
    return f"/casussen/{scene.case.number}/inbreng/{path}"


class TestConfirming:
    def test_one_click_of_the_organisation_itself(self, scene, world, said, client_of):
        sanne = client_of(world.sanne)
        assert "Dit klopt" in sanne.get(page_of(scene)).text
        page = sanne.post(page_of(scene, f"{said.pk}/bevestigen/"), follow=True)
        assert "staat hierachter" in page.text and "onbevestigd" not in page.text

    def test_it_waits_in_the_work_of_who_sits_there_as_a_number(self, scene, world, said, client_of):
        with as_(world.sanne):
            assert waits_for_our_word(25) == [(scene.case.number, 1)]
        text = client_of(world.sanne).get("/").text
        assert "Eén inbreng namens u wacht op bevestiging" in text and "in zorg" not in text
        for name in ("noor", "pim", "coen", "gea"):
            with as_(getattr(world, name)):
                assert waits_for_our_word(25) == []

    def test_where_nobody_sits_the_contact_is_asked_to_name_somebody(self, scene, world, said):
        with as_(world.coen):
            assert waits_for_a_colleague(25) == []
        with as_owner():
            Occupant.objects.filter(seat=scene.seats["sanne"]).update(ends_at=timezone.now() - timedelta(hours=1))
        with as_(world.coen):
            assert waits_for_a_colleague(25) == [(scene.case.number, "GGZ Test", scene.seats["sanne"].pk)]
        with as_(world.linda):
            assert waits_for_a_colleague(25) == []

    def test_confirmed_or_recalled_it_waits_no_more(self, scene, world, said):
        other = said_by(scene, "ggz", ["mother"])
        with as_(world.sanne, reading=scene.case):
            confirm(by=world.sanne, contribution=said)
            recall(by=world.sanne, contribution=other, reason="Dat zei ik niet.")
            assert waits_for_our_word(25) == [] and Confirmation.objects.count() == 1

    def test_nobody_else_confirms_and_nobody_twice(self, scene, world, said):
        with as_(world.noor, reading=scene.case), pytest.raises(Refused, match="organisatie zelf"):
            confirm(by=world.noor, contribution=said)
        with as_(world.sanne, reading=scene.case):
            confirm(by=world.sanne, contribution=said)
            with pytest.raises(Refused, match="al bevestigd"):
                confirm(by=world.sanne, contribution=said)

    def test_nothing_is_written_down_that_the_organisation_could_not_confirm(self, scene):
        with pytest.raises(Refused, match="niet kunnen bevestigen"):
            said_by(scene, "ggz", ["mother", "child"])

    def test_who_wrote_down_what_was_not_said_is_asked_not_to_use_it(self, scene, world, said, client_of):
        client_of(world.sem).get(page_of(scene))
        with as_(world.sanne, reading=scene.case):
            recall(by=world.sanne, contribution=said, reason="Dat zei ik niet.")
        with as_(world.sem):
            assert NoLongerUsed.objects.exists()


class TestSecrecy:
    def weighed(self, scene):
        world = scene.world
        with as_(world.sanne, reading=scene.case):
            return bring_in(
                by=world.sanne, case=scene.case, capacity=world.capacities["ggz"], text="In zorg.", kind="fact",
                fact_date="20261101", people=[scene.people["mother"]],
                weighing={"ground": "conflict", "reasoning": "Het kind loopt gevaar."},
            )  # fmt: skip

    def test_the_own_organisation_reads_it_and_nobody_else_finds_a_trace(self, scene, world, client_of):
        self.weighed(scene)
        assert "Het kind loopt gevaar." in client_of(world.sanne).get(page_of(scene)).text
        for name in ("noor", "pim", "sem"):
            text = client_of(getattr(world, name)).get(page_of(scene)).text
            assert "In zorg." in text and "beroepsgeheim" not in text and "gevaar" not in text
            with as_(getattr(world, name), reading=scene.case):
                assert not SecrecyWeighing.objects.exists()

    def test_the_form_asks_who_works_in_care_and_nobody_else(self, scene, world, client_of):
        path = page_of(scene, "toevoegen/")
        assert "Wat laat het beroepsgeheim toe?" in client_of(world.sanne).get(path).text
        assert "beroepsgeheim" not in client_of(world.pim).get(path).text


class TestTwoCorrections:
    def test_the_second_gets_both_versions_and_loses_nothing(self, scene, world, client_of):
        first = arranged(scene, "pim", "Gezien bij de brug.")
        pim = client_of(world.pim)
        once = "7d3f3a52-6a55-4f4e-9d0b-0f4f6a0c1a11"
        typed = {
            "once": once, "about": "situation", "kind": "fact", "text": "Gezien bij de kade.", "fact_date": "1-11-2026",
            "use": "here_only", "reach": "everybody",
        }  # fmt: skip
        with as_(world.pim, reading=scene.case):
            theirs = correct(
                by=world.pim, contribution=first, text="Gezien bij de sluis.", kind="fact", fact_date="20261101"
            )
        page = pim.post(page_of(scene, f"{first.pk}/corrigeren/"), typed)
        assert page.status_code == 409
        assert "Gezien bij de sluis." in page.text and "Gezien bij de kade.</textarea>" in page.text
        assert f'action="{page_of(scene, f"{theirs.pk}/corrigeren/")}"' in page.text
        pim.post(page_of(scene, f"{theirs.pk}/corrigeren/"), typed)
        text = pim.get(page_of(scene, f"{first.pk}/versies/")).text
        assert all(word in text for word in ("de brug", "de sluis", "de kade"))


@pytest.mark.parametrize("count", [10, 1000])
def test_the_page_asks_fifteen_questions_at_most(scene, world, client_of, django_assert_max_num_queries, count):
    one = arranged(scene, "pim", "Gezien.")
    with as_owner():
        many = [
            Contribution(
                case=scene.case, author=world.pim, capacity=one.capacity, kind="fact", about=one.about,
                audience=one.audience, fact_date="20261101", on_behalf=True,
            )
            for _ in range(count - 1)
        ]  # fmt: skip
        Contribution.objects.bulk_create(many)
    noor = client_of(world.noor)
    noor.get(page_of(scene))
    with django_assert_max_num_queries(30) as asked:
        noor.get(page_of(scene))
    tables = [query["sql"] for query in asked.captured_queries if " FROM " in query["sql"]]
    assert len(tables) <= 15, "\n".join(tables)
