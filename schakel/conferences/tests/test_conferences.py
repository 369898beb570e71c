"""Convening, moving, beginning and ending a conference."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.verdict import Conflict, Refused
from schakel.audit.models import Entry
from schakel.cases.rules import CLOSED, NOT_RUNNING_IT
from schakel.cases.tests.scene import close
from schakel.conferences import actions
from schakel.conferences.models import CaseConference
from schakel.conferences.queries import coming, of_case
from schakel.vault.words import Keyring

from .table import convene, meeting

TOMORROW = timedelta(days=1)


class TestConvening:
    def test_whoever_runs_the_case_convenes(self, scene):
        with as_(scene.world.sem, reading=scene.case):
            conference = convene(scene, "sem")
            assert of_case(scene.case)[0] == [conference]

    def test_it_leaves_its_entry(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            conference = convene(scene)
        with as_owner():
            entry = Entry.objects.get(event="conference.convened")
        assert (entry.actor_id, entry.file_id, entry.subject_id) == (scene.world.noor.pk, scene.case.pk, conference.pk)

    def test_somebody_else_in_the_circle_does_not_and_reads_why(self, scene):
        with as_(scene.world.pim, reading=scene.case), pytest.raises(Refused, match=str(NOT_RUNNING_IT)):
            convene(scene, "pim")

    def test_in_a_closed_case_nobody_does(self, scene):
        close(scene)
        with as_(scene.world.noor, reading=scene.case), pytest.raises(Refused, match=str(CLOSED)):
            convene(scene)

    def test_the_chair_sits_where_it_is_about(self, scene):
        with as_(scene.world.noor, reading=scene.case), pytest.raises(Refused, match="voorzitter"):
            convene(scene, about=["mother"], chair=scene.world.lieke)

    def test_a_form_sent_twice_convenes_once(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            first = convene(scene)
            assert convene(scene, key=first.pk) == first
            assert CaseConference.objects.count() == 1

    def test_the_key_of_somebody_elses_conference_is_refused_and_changes_nothing(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            key = convene(scene).pk
        with as_(scene.world.sem, reading=scene.case), pytest.raises((Refused, IntegrityError)):
            convene(scene, "sem", key=key, question="Iets anders?")


class TestASeatForTheChild:
    def test_sees_no_trace_of_a_conference_about_the_mother(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            convene(scene, about=["mother"])
            convene(scene)
        with as_(scene.world.lieke, reading=scene.case):
            assert not CaseConference.objects.exists()
            assert not coming().exists()
            assert of_case(scene.case) == ([], [])

    def test_sees_the_one_about_the_child_with_its_question(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            conference = convene(scene, about=["child"])
        with as_(scene.world.lieke, reading=scene.case):
            (seen,), _held = of_case(scene.case)
            assert (seen, seen.question) == (conference, "Wat is er nodig zodat het standhoudt?")


class TestMoving:
    def test_the_question_goes_along_under_who_moved_it(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            conference = convene(scene)
        with as_(scene.world.sem, reading=scene.case):
            moved = actions.move(
                by=scene.world.sem, conference=conference, starts_at=timezone.now() + TOMORROW, minutes=30,
                place="Kamer 3", question="Wat nu?", edition=1,
            )  # fmt: skip
        with as_(scene.world.pim, reading=scene.case):
            (seen,) = Keyring.of(scene.case).reveal(CaseConference.objects.all())
            assert (seen.place, seen.question, seen.author) == ("Kamer 3", "Wat nu?", scene.world.sem)
            assert seen.edition == moved.edition == 2

    def test_who_comes_second_gets_what_stands_now(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            conference = convene(scene)
            asked = {"starts_at": timezone.now() + TOMORROW, "minutes": 30, "question": "?", "edition": 1}
            actions.move(by=scene.world.noor, conference=conference, place="Kamer 3", **asked)
            with pytest.raises(Conflict) as conflict:
                actions.move(by=scene.world.noor, conference=conference, place="Kamer 4", **asked)
            assert conflict.value.saved.place == "Kamer 3"

    def test_what_has_begun_stays_where_it_is(self, scene):
        conference = meeting(scene)
        with as_(scene.world.noor, reading=scene.case), pytest.raises(Refused, match="begonnen"):
            actions.move(
                by=scene.world.noor, conference=conference, starts_at=timezone.now(), minutes=30, place="?",
                question="?", edition=conference.edition,
            )  # fmt: skip


class TestLeading:
    def test_from_stage_to_stage_to_its_end(self, scene):
        conference = meeting(scene)
        with as_(scene.world.sem, reading=scene.case):
            led = actions.go_to(by=scene.world.sem, conference=conference, stage="judgement")
            ended = actions.end(by=scene.world.sem, conference=led)
            assert (ended.stage, ended.has_ended, ended.question[:3]) == ("judgement", True, "Wat")

    def test_it_begins_once_and_ends_once(self, scene):
        conference = meeting(scene, ended=True)
        with as_(scene.world.noor, reading=scene.case):
            with pytest.raises(Refused, match="al begonnen"):
                actions.start(by=scene.world.noor, conference=conference)
            with pytest.raises(Refused, match="afgelopen"):
                actions.end(by=scene.world.noor, conference=conference)

    def test_a_participant_does_not_lead(self, scene):
        conference = meeting(scene)
        with as_(scene.world.pim, reading=scene.case), pytest.raises(Refused, match=str(NOT_RUNNING_IT)):
            actions.go_to(by=scene.world.pim, conference=conference, stage="decision")


class TestTheListOfComingConferences:
    def test_is_that_of_my_cases_and_of_nobody_elses(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            conference = convene(scene)
        with as_(scene.world.pim):
            assert list(coming()) == [conference]
        with as_(scene.world.gea):
            assert not coming().exists()

    def test_forgets_what_has_ended_and_what_is_far(self, scene):
        meeting(scene, ended=True)
        with as_(scene.world.noor, reading=scene.case):
            convene(scene, starts_at=timezone.now() + timedelta(days=40))
            assert not coming(days=14).exists()
