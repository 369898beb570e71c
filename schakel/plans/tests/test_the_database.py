"""The same promises with the Python taken away: raw rows under the application role."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from conftest import as_, as_owner
from schakel.cases.models import Case, Seat
from schakel.cases.tests.scene import open_case
from schakel.conferences.tests.table import convene
from schakel.plans import actions
from schakel.plans.models import Agreement, Answer, Progress

from .agreed import agree, in_days

REFUSED = "row-level security"


@pytest.fixture
def made(scene):
    with as_(scene.world.noor, reading=scene.case):
        return agree(scene)


def put(model, scene, by, **fields):
    fields = {"case": scene.case, "about": [scene.case.pk], "author": getattr(scene.world, by)} | fields
    with transaction.atomic():
        return model.objects.create(**fields)


def put_agreement(scene, by="noor", **fields):
    return put(Agreement, scene, by, **{"title": "?", "seat": scene.seats["pim"], "due_on": in_days(3)} | fields)


def touched(statement, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount


class TestAgreements:
    def test_are_not_made_in_another_name(self, scene):
        with as_(scene.world.sem, reading=scene.case), pytest.raises(ProgrammingError, match=REFUSED):
            put(Agreement, scene, "noor", title="?", seat=scene.seats["pim"], due_on=in_days(3))

    def test_are_not_owned_by_a_seat_of_another_case(self, scene):
        other = open_case(scene.world)
        with as_(scene.world.noor, reading=scene.case), pytest.raises(ProgrammingError, match=REFUSED):
            put_agreement(scene, seat=other.seats["pim"])

    def test_are_not_owned_by_a_seat_that_does_not_see_whom_they_are_about(self, scene):
        with as_(scene.world.noor, reading=scene.case), pytest.raises(ProgrammingError, match=REFUSED):
            put_agreement(scene, seat=scene.seats["lieke"], about=[scene.people["mother"].pk])

    def test_are_not_owned_by_a_seat_that_ended(self, scene):
        with as_owner():
            Seat.objects.filter(pk=scene.seats["pim"].pk).update(ends_at=timezone.now() - timedelta(hours=1))
        with as_(scene.world.noor, reading=scene.case), pytest.raises(ProgrammingError, match=REFUSED):
            put_agreement(scene)

    def test_name_no_conference_that_their_readers_do_not_see(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            conference = convene(scene, about=["mother"])
            with pytest.raises(ProgrammingError, match=REFUSED):
                put_agreement(scene, seat=scene.seats["lieke"], about=[scene.people["child"].pk], conference=conference)

    def test_keep_their_owner_for_good(self, scene, made):
        with as_(scene.world.noor, reading=scene.case), pytest.raises(ProgrammingError, match="permission denied"):
            touched("UPDATE plans_agreement SET seat_id = %s WHERE id = %s", scene.seats["noor"].pk, made.pk)

    def test_do_not_come_back_once_withdrawn(self, scene, made):
        with as_(scene.world.noor, reading=scene.case):
            actions.withdraw(by=scene.world.noor, agreement=made, edition=1)
            assert touched("UPDATE plans_agreement SET withdrawn_at = NULL WHERE id = %s", made.pk) == 0

    def test_are_not_moved_by_their_owner(self, scene, made):
        with as_(scene.world.pim, reading=scene.case):
            assert touched("UPDATE plans_agreement SET due_on = %s WHERE id = %s", in_days(90), made.pk) == 0


class TestAnswers:
    def test_are_given_for_ones_own_organisation_only(self, scene, made):
        for by in ("noor", "sem"):
            with as_(getattr(scene.world, by), reading=scene.case), pytest.raises(ProgrammingError, match=REFUSED):
                put(Answer, scene, by, agreement=made, accepted=True)

    def test_are_not_signed_for_a_colleague(self, scene, made):
        with as_(scene.world.noor, reading=scene.case), pytest.raises(ProgrammingError, match=REFUSED):
            put(Answer, scene, "pim", agreement=made, accepted=True)

    def test_are_about_whom_the_agreement_is_about(self, scene, made):
        with as_(scene.world.pim, reading=scene.case), pytest.raises(ProgrammingError, match=REFUSED):
            put(Answer, scene, "pim", agreement=made, accepted=True, about=[scene.people["child"].pk])

    def test_stand_in_the_case_of_the_agreement(self, scene, made):
        other = open_case(scene.world)
        with as_(scene.world.pim, reading=other.case), pytest.raises(ProgrammingError, match=REFUSED):
            put(Answer, other, "pim", agreement=made, accepted=True)

    def test_are_not_given_in_a_closed_case(self, scene, made):
        with as_owner():
            Case.objects.filter(pk=scene.case.pk).update(closed_at=timezone.now(), phase="closed")
        with as_(scene.world.pim, reading=scene.case), pytest.raises(ProgrammingError, match=REFUSED):
            put(Answer, scene, "pim", agreement=made, accepted=True)

    def test_are_not_taken_back(self, scene, made):
        with as_(scene.world.pim, reading=scene.case):
            answer = actions.accept(by=scene.world.pim, agreement=made)
            with pytest.raises(ProgrammingError, match="permission denied"):
                touched("DELETE FROM plans_answer WHERE id = %s", answer.pk)


class TestProgress:
    def test_is_reported_by_the_owner_or_by_who_runs_the_case(self, scene, made):
        with as_(scene.world.noor, reading=scene.case):
            of_ggz = agree(scene, "sanne", about=["mother"])
        with as_(scene.world.pim, reading=scene.case), pytest.raises(ProgrammingError, match=REFUSED):
            put(Progress, scene, "pim", agreement=of_ggz, done=True, about=of_ggz.about)

    def test_is_not_reported_on_what_was_withdrawn(self, scene, made):
        with as_(scene.world.noor, reading=scene.case):
            actions.withdraw(by=scene.world.noor, agreement=made, edition=1)
        with as_(scene.world.pim, reading=scene.case), pytest.raises(ProgrammingError, match=REFUSED):
            put(Progress, scene, "pim", agreement=made, done=True)
