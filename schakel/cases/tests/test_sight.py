"""Who sees what of a case: the promises with the Python taken away as far as it goes."""

import pytest
from django.db import ProgrammingError, transaction

from conftest import as_, as_owner
from schakel.cases.models import Case, Contribution, Seat
from schakel.people.models import Person
from schakel.vault.models import ContentKey, Text
from schakel.vault.words import DESTROYED, Keyring

from .scene import bring_in


def texts(case):
    return {row.text for row in Keyring.of(case).reveal(Contribution.objects.all())}


def test_outside_the_circle_there_is_no_case(scene):
    with as_(scene.world.gea):
        assert not Case.objects.exists()


def test_the_circle_sees_its_case(scene):
    with as_(scene.world.pim):
        assert Case.objects.get() == scene.case


def test_after_the_period_of_the_occupant_neither(scene):
    with as_owner():
        scene.seats["pim"].occupants.update(ends_at=scene.seats["pim"].starts_at)
    with as_(scene.world.pim):
        assert not Case.objects.exists()


def test_in_a_closed_file_asking_for_content_is_an_error(scene):
    bring_in(scene, "noor", "Er is iets.")
    with as_(scene.world.pim), pytest.raises(ProgrammingError, match="no case file lies open"), transaction.atomic():
        Contribution.objects.exists()


def test_content_is_read_in_an_opened_file(scene):
    bring_in(scene, "noor", "De situatie als geheel.")
    with as_(scene.world.pim, reading=scene.case):
        assert texts(scene.case) == {"De situatie als geheel."}


def test_the_seat_for_the_child_sees_nothing_about_the_mother(scene):
    bring_in(scene, "sanne", "Over de moeder.", about=["mother"])
    bring_in(scene, "pim", "Over beiden.", about=["mother", "child"])
    bring_in(scene, "pim", "Over het kind.", about=["child"])
    bring_in(scene, "noor", "De situatie als geheel.")
    with as_(scene.world.lieke, reading=scene.case):
        assert texts(scene.case) == {"Over het kind."}
        assert Contribution.objects.count() == Text.objects.count() == 1
        assert [person.given_names for person in Person.objects.all()] == ["Child"]
        assert {seat.role for seat in Seat.objects.all()} == {"process_director", "process_support", "participant"}
        assert scene.seats["sanne"] not in Seat.objects.all()
        assert ContentKey.objects.count() == 2  # of the file and of the child


def test_what_is_meant_for_one_organisation_reaches_no_other(scene):
    bring_in(scene, "sanne", "Alleen voor de politie.", about=["mother"], audience=["police"])
    with as_(scene.world.pim, reading=scene.case):
        assert texts(scene.case) == {"Alleen voor de politie."}
    with as_(scene.world.noor, reading=scene.case):
        assert not Contribution.objects.exists()


def test_destroying_the_key_of_one_person_destroys_what_is_about_them_and_nothing_else(scene):
    for about, text in [(["mother"], "moeder"), (["mother", "child"], "beiden"), (["child"], "kind"), ([], "geheel")]:
        bring_in(scene, "noor", text, about=about)
    with as_owner():
        ContentKey.objects.filter(person_id=scene.people["mother"].pk).delete()
    with as_(scene.world.pim, reading=scene.case):
        rows = Keyring.of(scene.case).reveal(Contribution.objects.all())
        assert sorted(row.text for row in rows if row.text) == ["geheel", "kind"]
        assert [row.text for row in rows].count(DESTROYED) == 2
