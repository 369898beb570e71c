"""Setting goals, wording them anew, saying how they ended."""

import pytest
from django.db import DatabaseError, ProgrammingError, connection, transaction

from conftest import as_, as_owner
from schakel.access.verdict import Conflict, Refused
from schakel.audit.models import Entry
from schakel.cases.rules import CLOSED, NOT_RUNNING_IT
from schakel.cases.tests.scene import close
from schakel.plans import actions
from schakel.plans.models import Goal
from schakel.plans.views.plan import goals_of

from .agreed import goal


class TestAGoal:
    def test_is_set_by_who_runs_the_case_with_its_entry(self, scene):
        with as_(scene.world.sem, reading=scene.case):
            made = goal(scene, by="sem")
            assert [row.text for row in goals_of(scene.case)] == ["Het huis blijft behouden."]
        with as_owner():
            entry = Entry.objects.get(event="goal.set")
        assert (entry.actor_id, entry.subject_id) == (scene.world.sem.pk, made.pk)

    def test_is_not_set_by_a_participant(self, scene):
        with as_(scene.world.pim, reading=scene.case), pytest.raises(Refused, match=str(NOT_RUNNING_IT)):
            goal(scene, by="pim")

    def test_is_not_set_in_a_closed_case(self, scene):
        close(scene)
        with as_(scene.world.noor, reading=scene.case), pytest.raises(Refused, match=str(CLOSED)):
            goal(scene)

    def test_about_the_mother_leaves_no_trace_for_the_seat_of_the_child(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            goal(scene, about=["mother"])
            goal(scene, about=["child"], text="Naar school.")
        with as_(scene.world.lieke, reading=scene.case):
            assert [row.text for row in goals_of(scene.case)] == ["Naar school."]
            assert Goal.objects.count() == 1

    def test_sent_twice_is_set_once(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            first = goal(scene)
            assert goal(scene, key=first.pk) == first
            assert Goal.objects.count() == 1


class TestWordingAnew:
    def test_keeps_the_result_and_the_readers(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            made = actions.end_goal(
                by=scene.world.noor, goal=goal(scene), outcome="partly", result="De huur loopt weer.", edition=1
            )
        with as_(scene.world.sem, reading=scene.case):
            actions.reword_goal(by=scene.world.sem, goal=made, text="Anders.", life_domain="", edition=2)
        with as_(scene.world.pim, reading=scene.case):
            (seen,) = goals_of(scene.case)
            assert (seen.text, seen.result, seen.outcome) == ("Anders.", "De huur loopt weer.", "partly")

    def test_who_comes_second_gets_what_stands_now_and_changes_nothing(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            made = goal(scene)
            actions.reword_goal(by=scene.world.noor, goal=made, text="Eerst.", life_domain="", edition=1)
            with pytest.raises(Conflict) as conflict:
                actions.reword_goal(by=scene.world.noor, goal=made, text="Daarna.", life_domain="", edition=1)
            assert conflict.value.saved.edition == 2
            assert [row.text for row in goals_of(scene.case)] == ["Eerst."]


class TestTheDatabaseItself:
    def test_a_goal_is_not_set_in_another_name(self, scene):
        forged = Goal(case=scene.case, about=[scene.case.pk], author=scene.world.noor)
        refused = pytest.raises(ProgrammingError, match="row-level")
        with as_(scene.world.sem, reading=scene.case), refused, transaction.atomic():
            forged.save()

    def test_a_participant_says_nothing_of_how_it_ended(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            made = goal(scene)
        made.outcome = "reached"
        with as_(scene.world.pim, reading=scene.case), pytest.raises(DatabaseError), transaction.atomic():
            made.save(update_fields=["outcome"])

    def test_in_a_closed_case_no_goal_changes(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            made = goal(scene)
        close(scene)
        with as_(scene.world.noor, reading=scene.case), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE plans_goal SET outcome = 'reached' WHERE id = %s", [made.pk])
            assert cursor.rowcount == 0
