"""Attendance is a reading in the log; conclusions and decisions are content of the file."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.cases.models import Case, Recall
from schakel.cases.rules import CLOSED, NOT_RUNNING_IT
from schakel.cases.tests.scene import bring_in
from schakel.conferences import actions
from schakel.conferences.models import Attendance, Conclusion, FormalDecision
from schakel.conferences.queries import attendance_of, shown_at
from schakel.vault.words import Keyring

from .table import convene, meeting


def attend(scene, conference, who="pim", how="room", by="noor", **changes):
    somebody = getattr(scene.world, who)
    arguments = {"capacity": scene.seats[who].capacity, "professional": somebody, "how": how}
    return actions.record_attendance(by=getattr(scene.world, by), conference=conference, **arguments | changes)


def presence():
    with as_owner():
        return list(Entry.objects.filter(kind="present").order_by("position"))


class TestBeingPresent:
    def test_is_a_reading_in_the_log_from_the_beginning(self, scene):
        conference = meeting(scene)
        with as_(scene.world.noor, reading=scene.case):
            attend(scene, conference)
        (entry,) = presence()
        assert (entry.reader_id, entry.file_id) == (scene.world.pim.pk, scene.case.pk)
        assert (entry.actor_id, entry.event) == (scene.world.noor.pk, "attendance.recorded")
        assert (entry.from_at, entry.until_at) == (conference.started_at, None)

    def test_ends_in_the_log_with_the_conference(self, scene):
        conference = meeting(scene)
        with as_(scene.world.noor, reading=scene.case):
            attend(scene, conference, how="screen")
            ended = actions.end(by=scene.world.noor, conference=conference)
            (row,) = attendance_of(ended)
        assert row.until_at == ended.ended_at
        assert presence()[-1].until_at == ended.ended_at

    def test_ends_earlier_for_who_left_earlier(self, scene):
        conference = meeting(scene)
        left = conference.started_at + timedelta(seconds=1)
        with as_(scene.world.noor, reading=scene.case):
            attend(scene, conference, until_at=left)
            actions.end(by=scene.world.noor, conference=conference)
        assert [entry.until_at for entry in presence()] == [left]

    @pytest.mark.parametrize("how", ["apologies", "missing"])
    def test_who_was_not_there_read_nothing(self, scene, how):
        conference = meeting(scene)
        with as_(scene.world.noor, reading=scene.case):
            attend(scene, conference, how=how)
        assert presence() == []

    def test_without_the_entry_there_is_no_attendance(self, scene, monkeypatch):
        conference = meeting(scene)
        monkeypatch.setattr(actions, "record_presence", lambda **given: (_ for _ in ()).throw(OSError))
        with as_(scene.world.noor, reading=scene.case):
            with pytest.raises(OSError):
                attend(scene, conference)
            assert not Attendance.objects.exists()

    def test_somebody_without_an_account_is_kept_by_a_sealed_name(self, scene):
        conference = meeting(scene)
        with as_(scene.world.noor, reading=scene.case):
            attend(scene, conference, professional=None, name="Joop van de Balie")
            actions.end(by=scene.world.noor, conference=conference)
            (row,) = attendance_of(conference)
            assert (row.name, row.until_at is None) == ("Joop van de Balie", False)
        assert presence() == []

    def test_is_only_of_who_occupies_a_seat_for_whom_it_is_about(self, scene):
        conference = meeting(scene, about=["mother"])
        with as_(scene.world.noor, reading=scene.case):
            with pytest.raises(Refused, match="neemt niet deel"):
                attend(scene, conference, "lieke")
            with pytest.raises(Refused, match="zit nu niet"):
                attend(scene, conference, professional=scene.world.gea)
            attend(scene, conference, "sanne")

    def test_nobody_is_there_before_it_begins_but_one_can_say_one_does_not_come(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            conference = convene(scene)
            with pytest.raises(Refused, match="nog niet begonnen"):
                attend(scene, conference)
            assert attend(scene, conference, how="apologies").from_at is None

    def test_is_recorded_by_who_runs_the_case(self, scene):
        conference = meeting(scene)
        with as_(scene.world.pim, reading=scene.case), pytest.raises(Refused, match=str(NOT_RUNNING_IT)):
            attend(scene, conference, by="pim")


class TestWhatIsShownAtTheTable:
    def test_is_what_everybody_invited_may_read(self, scene):
        bring_in(scene, "noor", "Voor iedereen.")
        bring_in(scene, "pim", "Alleen voor de regie.", audience=["zvh"])
        conference = meeting(scene)
        with as_(scene.world.noor, reading=scene.case):
            assert [row.text for row in Keyring.of(scene.case).reveal(shown_at(conference))] == ["Voor iedereen."]

    def test_says_nothing_about_the_mother_when_it_is_about_the_child(self, scene):
        bring_in(scene, "sanne", "Over de moeder.", about=["mother"])
        bring_in(scene, "pim", "Over beiden.", about=["mother", "child"])
        bring_in(scene, "lieke", "Over het kind.", about=["child"])
        conference = meeting(scene, about=["child"])
        with as_(scene.world.noor, reading=scene.case):
            assert [row.text for row in Keyring.of(scene.case).reveal(shown_at(conference))] == ["Over het kind."]

    def test_is_not_what_was_recalled(self, scene):
        row = bring_in(scene, "pim", "Dit klopte niet.")
        with as_owner():
            Recall.objects.create(
                case=scene.case, author=scene.world.pim, about=row.about, audience=row.audience,
                contribution_id=row.pk, capacity=row.capacity,
            )  # fmt: skip
        conference = meeting(scene)
        with as_(scene.world.noor, reading=scene.case):
            assert not shown_at(conference)


class TestConclusionsAndDecisions:
    def test_are_read_by_who_opens_the_file_and_sees_what_it_is_about(self, scene):
        conference = meeting(scene, about=["child"])
        with as_(scene.world.sem, reading=scene.case):
            actions.conclude(by=scene.world.sem, conference=conference, text="Het kan, onder twee voorwaarden.")
        with as_(scene.world.lieke, reading=scene.case):
            (seen,) = Keyring.of(scene.case).reveal(Conclusion.objects.all())
            assert seen.text == "Het kan, onder twee voorwaarden."
        with as_(scene.world.sanne, reading=scene.case):
            assert not Conclusion.objects.exists()

    def test_may_be_written_down_after_the_conference_but_not_before_it(self, scene):
        with as_(scene.world.noor, reading=scene.case), pytest.raises(Refused, match="nog niet begonnen"):
            actions.conclude(by=scene.world.noor, conference=convene(scene), text="?")
        held = meeting(scene, ended=True)
        with as_(scene.world.noor, reading=scene.case):
            assert actions.conclude(by=scene.world.noor, conference=held, text="Afgesproken.")

    def test_whoever_decides_in_this_capacity_records_it_too_and_nobody_else(self, scene):
        conference, capacity = meeting(scene), scene.seats["pim"].capacity
        decision = {"conference": conference, "capacity": capacity, "text": "Wij handhaven.", "ground": "Politiewet"}
        with as_(scene.world.pim, reading=scene.case):
            actions.record_decision(by=scene.world.pim, decided_on=timezone.localdate(), **decision)
            with pytest.raises(Refused, match="hoedanigheid"):
                actions.record_decision(by=scene.world.pim, **decision | {"capacity": scene.seats["noor"].capacity})
            assert FormalDecision.objects.count() == 1

    def test_not_in_a_closed_case(self, scene):
        conference = meeting(scene)
        with as_owner():
            Case.objects.filter(pk=scene.case.pk).update(closed_at=timezone.now(), phase="closed")
            scene.case.refresh_from_db()
        conference.case = scene.case
        with as_(scene.world.noor, reading=scene.case), pytest.raises(Refused, match=str(CLOSED)):
            actions.conclude(by=scene.world.noor, conference=conference, text="Te laat.")

    def test_sent_twice_stand_once(self, scene):
        conference = meeting(scene)
        with as_(scene.world.noor, reading=scene.case):
            first = actions.conclude(by=scene.world.noor, conference=conference, text="Eén keer.")
            actions.conclude(by=scene.world.noor, conference=conference, text="Eén keer.", key=first.pk)
            assert Conclusion.objects.count() == 1
