"""What an organisation will do: agreed, answered, reported on, moved and withdrawn."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.verdict import Conflict, Refused
from schakel.audit.models import Entry
from schakel.cases.models import Case, Occupant
from schakel.cases.rules import CLOSED, NOT_RUNNING_IT
from schakel.cases.tests.scene import open_case
from schakel.conferences.tests.table import meeting
from schakel.plans import actions, queries
from schakel.plans.models import Agreement, Answer, Progress
from schakel.vault.words import Keyring

from .agreed import agree, goal, in_days


class TestMakingOne:
    def test_is_done_by_who_runs_the_case_with_its_entry(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            made = agree(scene)
        with as_owner():
            assert Entry.objects.get(event="agreement.made").subject_id == made.pk
        with as_(scene.world.pim, reading=scene.case):
            (seen,) = Keyring.of(scene.case).reveal(Agreement.objects.all())
            assert (seen.title, seen.text, seen.seat) == ("Contact leggen", "Pim belt aan.", scene.seats["pim"])

    def test_only_an_organisation_that_sees_whom_it_is_about_can_own_it(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            with pytest.raises(Refused, match="deelneemt"):
                agree(scene, "lieke")
            with pytest.raises(Refused, match="deelneemt"):
                agree(scene, "lieke", about=["mother"])
            assert agree(scene, "lieke", about=["child"])

    def test_only_who_sits_on_the_seat_is_named_for_it(self, scene):
        with as_(scene.world.noor, reading=scene.case), pytest.raises(Refused, match="zit nu niet op die plaats"):
            agree(scene, "pim", seat=scene.seats["noor"])

    def test_a_seat_of_another_case_owns_nothing_here(self, scene):
        other = open_case(scene.world)
        with as_(scene.world.noor, reading=scene.case), pytest.raises(Refused, match="deelneemt"):
            agree(scene, seat=other.seats["pim"])

    def test_a_participant_makes_none(self, scene):
        with as_(scene.world.pim, reading=scene.case), pytest.raises(Refused, match=str(NOT_RUNNING_IT)):
            agree(scene, by="pim")

    def test_stands_under_a_goal_only_when_its_readers_see_that_goal(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            of_mother = goal(scene, about=["mother"])
            with pytest.raises(Refused, match="doel"):
                agree(scene, "lieke", about=["child"], goal=of_mother)
            assert agree(scene, "sanne", about=["mother"], goal=of_mother).goal_id == of_mother.pk

    def test_names_its_conference_only_to_who_sees_that_conference(self, scene):
        conference = meeting(scene)
        with as_(scene.world.noor, reading=scene.case):
            assert agree(scene, conference=conference).conference == conference
            assert agree(scene, "lieke", about=["child"], conference=conference).conference is None
            assert len(queries.made_at(conference)) == 2

    def test_about_the_mother_leaves_no_trace_for_the_seat_of_the_child(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            made = agree(scene, "sanne", about=["mother"])
            agree(scene)
            agree(scene, "lieke", about=["child"])
        with as_(scene.world.sanne, reading=scene.case):
            actions.decline(by=scene.world.sanne, agreement=made, reason="Wachtlijst.")
            actions.report(by=scene.world.sanne, agreement=made, text="Toch begonnen.")
        with as_(scene.world.lieke, reading=scene.case):
            assert Agreement.objects.count() == len(queries.of_case(scene.case)) == 1
            assert not Answer.objects.exists() and not Progress.objects.exists()


class TestAnswering:
    def test_is_for_whoever_sits_on_the_owners_seat(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            made = agree(scene)
            with pytest.raises(Refused, match="Alleen wie hier deelneemt voor Politie Test antwoordt"):
                actions.accept(by=scene.world.noor, agreement=made)
        with as_(scene.world.pim, reading=scene.case):
            actions.accept(by=scene.world.pim, agreement=made)
            assert queries.of_case(scene.case)[0].state == "accepted"

    def test_a_replacement_answers_as_well(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            made = agree(scene)
        with as_owner():
            Occupant.objects.create(
                seat=scene.seats["pim"], professional=scene.world.polly, named_by=scene.world.linda,
                starts_at=timezone.now() - timedelta(hours=1),
            )  # fmt: skip
        with as_(scene.world.polly, reading=scene.case):
            assert actions.accept(by=scene.world.polly, agreement=made)

    def test_a_refusal_has_its_reason_and_may_become_an_acceptance(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            made = agree(scene)
        with as_(scene.world.pim, reading=scene.case):
            actions.decline(by=scene.world.pim, agreement=made, reason="Wachtlijst.")
            (answer,) = Keyring.of(scene.case).reveal(made.answers.all())
            assert (answer.reason, queries.of_case(scene.case)[0].state) == ("Wachtlijst.", "refused")
            actions.accept(by=scene.world.pim, agreement=made)
            assert queries.of_case(scene.case)[0].state == "accepted"

    def test_sent_twice_answers_once(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            made = agree(scene)
        with as_(scene.world.pim, reading=scene.case):
            first = actions.accept(by=scene.world.pim, agreement=made)
            assert actions.accept(by=scene.world.pim, agreement=made, key=first.pk) == first
            assert Answer.objects.count() == 1


class TestReporting:
    def test_the_owner_says_how_it_goes_and_that_it_is_done(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            made = agree(scene)
        with as_(scene.world.pim, reading=scene.case):
            actions.report(by=scene.world.pim, agreement=made, text="Gesproken.", done=True)
            assert queries.of_case(scene.case)[0].state == "done"
            with pytest.raises(Refused, match="klaar"):
                actions.report(by=scene.world.pim, agreement=made, text="Nog iets.")

    def test_house_staff_write_down_what_they_heard_in_a_call(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            made = agree(scene)
        with as_(scene.world.sem, reading=scene.case):
            actions.report(by=scene.world.sem, agreement=made, text="Gebeld: volgende week.")
            (report,) = Keyring.of(scene.case).reveal(made.reports.all())
            assert (report.text, report.author) == ("Gebeld: volgende week.", scene.world.sem)

    def test_another_participant_reports_nothing(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            made = agree(scene, "sanne", about=["mother"])
        with as_(scene.world.pim, reading=scene.case), pytest.raises(Refused, match="meldt voortgang"):
            actions.report(by=scene.world.pim, agreement=made, text="?")


class TestChangingOne:
    def test_moving_the_date_keeps_its_words(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            made = agree(scene)
        with as_(scene.world.sem, reading=scene.case):
            actions.move_date(by=scene.world.sem, agreement=made, due_on=in_days(30), edition=1)
            (seen,) = Keyring.of(scene.case).reveal(Agreement.objects.all())
            assert (seen.due_on, seen.text) == (in_days(30), "Pim belt aan.")
            with pytest.raises(Conflict):
                actions.move_date(by=scene.world.sem, agreement=made, due_on=in_days(40), edition=1)

    def test_what_was_withdrawn_is_asked_of_nobody(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            made = agree(scene)
            actions.withdraw(by=scene.world.noor, agreement=made, edition=1)
            made.refresh_from_db()
        with as_(scene.world.pim, reading=scene.case):
            assert not queries.to_answer(scene.world.pim).exists()
            with pytest.raises(Refused, match="vervallen"):
                actions.accept(by=scene.world.pim, agreement=made)

    def test_nothing_happens_in_a_closed_case(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            made = agree(scene)
        with as_owner():
            Case.objects.filter(pk=scene.case.pk).update(closed_at=timezone.now(), phase="closed")
            scene.case.refresh_from_db()
        made.case = scene.case
        with as_(scene.world.pim, reading=scene.case):
            for act, given in ((actions.accept, {}), (actions.report, {"text": "?"})):
                with pytest.raises(Refused, match=str(CLOSED)):
                    act(by=scene.world.pim, agreement=made, **given)
            assert not queries.to_answer(scene.world.pim).exists()
