"""The same promises with the Python taken away: raw rows under the application role."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, ProgrammingError, connection, transaction
from django.utils import timezone

from conftest import as_, as_owner
from schakel.cases.models import Case
from schakel.cases.tests.scene import open_case
from schakel.conferences import actions
from schakel.conferences.models import Attendance, CaseConference, Conclusion, FormalDecision

from .table import convene, meeting

REFUSED = "row-level security"


def put(model, scene, by, **fields):
    fields = {"case": scene.case, "about": [scene.case.pk], "author": getattr(scene.world, by)} | fields
    with transaction.atomic():
        return model.objects.create(**fields)


def run(statement, values):
    """Raw SQL as the application; the number of rows it touched."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount


def test_nobody_convenes_in_another_name(scene):
    with as_(scene.world.sem, reading=scene.case), pytest.raises(ProgrammingError, match=REFUSED):
        put(CaseConference, scene, "noor", chair=scene.world.noor, starts_at=timezone.now(), place="?")


def test_a_participant_convenes_nothing(scene):
    with as_(scene.world.pim, reading=scene.case), pytest.raises(ProgrammingError, match=REFUSED):
        put(CaseConference, scene, "pim", chair=scene.world.pim, starts_at=timezone.now(), place="?")


def test_an_ended_conference_is_not_changed(scene):
    conference = meeting(scene, ended=True)
    with as_(scene.world.noor, reading=scene.case):
        assert run("UPDATE conferences_caseconference SET place = 'elders' WHERE id = %s", [conference.pk]) == 0


def test_an_ended_conference_does_not_begin_again(scene):
    conference = meeting(scene, ended=True)
    conference.ended_at = None
    with as_(scene.world.noor, reading=scene.case), pytest.raises(DatabaseError), transaction.atomic():
        conference.save(update_fields=["ended_at"])


def test_nobody_changes_whom_a_conference_is_about(scene):
    conference = meeting(scene)
    with as_(scene.world.noor, reading=scene.case), pytest.raises(ProgrammingError, match="permission denied"):
        run("UPDATE conferences_caseconference SET about = '{}' WHERE id = %s", [conference.pk])


def test_a_conference_is_not_moved_in_another_name(scene):
    conference = meeting(scene)
    with as_(scene.world.sem, reading=scene.case), pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
        conference.save(update_fields=["place", "author"])


@pytest.mark.parametrize("model", [Conclusion, Attendance])
def test_what_was_at_the_table_is_of_a_conference_of_this_case(scene, model):
    other = open_case(scene.world)
    with as_(scene.world.noor, reading=other.case):
        elsewhere = convene(other)
    fields = {"capacity": scene.seats["pim"].capacity, "how": "room"} if model is Attendance else {}
    with as_(scene.world.noor, reading=scene.case), pytest.raises(ProgrammingError, match=REFUSED):
        put(model, scene, "noor", conference=elsewhere, **fields)


def test_a_conclusion_never_reaches_who_does_not_see_its_conference(scene):
    conference = meeting(scene, about=["mother"])
    with as_(scene.world.noor, reading=scene.case), pytest.raises(ProgrammingError, match=REFUSED):
        put(Conclusion, scene, "noor", conference=conference, about=[scene.people["child"].pk])


def test_in_a_closed_case_nothing_is_concluded(scene):
    conference = meeting(scene)
    with as_owner():
        Case.objects.filter(pk=scene.case.pk).update(closed_at=timezone.now(), phase="closed")
    with as_(scene.world.noor, reading=scene.case), pytest.raises(ProgrammingError, match=REFUSED):
        put(Conclusion, scene, "noor", conference=conference)


def test_nobody_records_the_decision_of_another_organisation(scene):
    conference = meeting(scene)
    with as_(scene.world.pim, reading=scene.case), pytest.raises(ProgrammingError, match=REFUSED):
        put(FormalDecision, scene, "pim", conference=conference, capacity=scene.seats["noor"].capacity)


def test_a_conclusion_is_not_dated_back(scene):
    conference = meeting(scene)
    yesterday = timezone.now() - timedelta(days=1)
    statement = """
        INSERT INTO conferences_conclusion (id, edition, about, concluded_at, author_id, case_id, conference_id)
        VALUES (gen_random_uuid(), 1, %s::uuid[], %s, %s, %s, %s)"""
    values = [[str(scene.case.pk)], yesterday, scene.world.noor.pk, scene.case.pk, conference.pk]
    with as_(scene.world.noor, reading=scene.case), pytest.raises(ProgrammingError, match=REFUSED):
        run(statement, values)


def test_without_an_opened_file_conclusions_are_an_error_not_an_empty_list(scene):
    conference = meeting(scene)
    with as_(scene.world.noor, reading=scene.case):
        actions.conclude(by=scene.world.noor, conference=conference, text="Er is iets.")
    with as_(scene.world.noor), pytest.raises(ProgrammingError, match="no case file lies open"), transaction.atomic():
        Conclusion.objects.exists()
