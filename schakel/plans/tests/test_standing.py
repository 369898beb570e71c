"""How agreements stand, and which are mine: silence and lateness in working days."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from conftest import as_, as_owner
from schakel.cases.models import Occupant
from schakel.cases.tests.scene import open_case
from schakel.plans import actions, queries
from schakel.plans.models import Agreement

from .agreed import agree, in_days

MONDAY = date(2026, 11, 23)


def an_agreement(due, made=MONDAY, accepted=None, is_done=False):
    moment = timezone.make_aware(datetime(made.year, made.month, made.day, 10))
    return SimpleNamespace(
        due_on=due, made_at=moment, accepted=accepted, is_done=is_done, withdrawn_at=None, owner=None,
        seat=SimpleNamespace(capacity="GGZ"), own_decision=False,
    )  # fmt: skip


def stand(*arguments, today=MONDAY, **more):
    return queries.stand(an_agreement(*arguments, **more), today)


class TestStanding:
    def test_is_late_in_working_days(self):
        assert stand(MONDAY - timedelta(days=10), accepted=True).status == "6 dagen te laat"

    def test_what_fell_due_in_the_weekend_is_late_on_the_day_after(self):
        assert stand(date(2026, 11, 21), today=date(2026, 11, 22), accepted=True).left == -1

    def test_silence_shows_in_working_days(self):
        (words, meaning) = queries.badges(stand(date(2026, 12, 31), made=date(2026, 11, 16)))[0]
        assert (words, meaning) == ("al 5 werkdagen geen antwoord", "due")

    def test_on_the_day_itself_there_is_no_silence_yet(self):
        assert queries.badges(stand(date(2026, 12, 31)))[0] == ("wacht op antwoord", "plain")

    def test_done_is_never_late(self):
        assert stand(MONDAY - timedelta(days=30), accepted=True, is_done=True).status == "klaar"

    def test_the_bar_counts_each_once(self):
        rows = [
            stand(MONDAY + timedelta(days=9), accepted=True),
            stand(MONDAY - timedelta(days=9), accepted=True),
            stand(MONDAY + timedelta(days=9)),
            stand(MONDAY, is_done=True, accepted=True),
        ]
        counted = queries.counted(rows)
        assert (counted["words"], counted["left"]) == ("1 van 4 afspraken klaar", "1 over de termijn")
        assert counted["rest"] == "1 zonder antwoord"


class TestMine:
    @pytest.fixture
    def scene(self, world):
        return open_case(world)

    def test_what_is_asked_of_my_seat_until_somebody_answers(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            made = agree(scene)
        with as_(scene.world.pim, reading=scene.case):
            assert list(queries.to_answer(scene.world.pim)) == [made]
            actions.accept(by=scene.world.pim, agreement=made)
            assert not queries.to_answer(scene.world.pim).exists()
            assert list(queries.to_do(scene.world.pim)) == [made]

    def test_not_what_a_colleague_on_the_seat_was_named_for(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            agree(scene)
        with as_owner():
            Occupant.objects.create(
                seat=scene.seats["pim"], professional=scene.world.polly, named_by=scene.world.linda,
                starts_at=timezone.now() - timedelta(hours=1),
            )  # fmt: skip
        with as_(scene.world.polly):
            assert not queries.to_answer(scene.world.polly).exists()
        with as_owner():
            scene.seats["pim"].occupants.filter(professional=scene.world.pim).update(ends_at=timezone.now())
        with as_(scene.world.polly):
            assert queries.to_answer(scene.world.polly).exists()

    def test_over_the_date_in_my_cases_by_whichever_organisation(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            late, refused = agree(scene), agree(scene, title="Anders")
        with as_(scene.world.pim, reading=scene.case):
            actions.decline(by=scene.world.pim, agreement=refused, reason="?")
        with as_owner():
            Agreement.objects.update(due_on=in_days(-5))
        with as_(scene.world.noor):
            assert list(queries.overdue_in_my_cases()) == [late]
        with as_(scene.world.gea):
            assert not queries.overdue_in_my_cases().exists()

    def test_my_work_shows_who_runs_the_case_what_others_are_late_with_and_a_participant_only_their_own(self, scene):
        with as_(scene.world.noor, reading=scene.case):
            late = agree(scene)
        with as_owner():
            Agreement.objects.update(due_on=in_days(-5))
        for name, follows in {"noor": [late], "sem": [late], "pim": [], "sanne": [], "gea": []}.items():
            somebody = getattr(scene.world, name)
            with as_(somebody):
                assert queries.for_my_work(somebody).overdue == follows, name
        with as_(scene.world.pim):
            assert queries.for_my_work(scene.world.pim).to_answer == [late]
