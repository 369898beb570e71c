"""Being away: who replaces whom is the organisation's own, for exactly that period."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.cases.actions import (
    appoint_stand_in,
    arrange_absence,
    end_absence,
    end_occupation,
    let_go,
    lock_out,
    name_occupant,
)
from schakel.cases.filling import as_contact
from schakel.cases.models import Case, Occupant, Seat

from .scene import open_case

TODAY = timezone.localdate()
WEEK = {"starts_on": TODAY, "ends_on": TODAY + timedelta(days=7)}
AN_HOUR_AGO = timezone.now() - timedelta(hours=1)
LONG_AGO = timezone.now() - timedelta(days=9)


def away(by, who, other, **more):
    with as_(by):
        return arrange_absence(by=by, professional=who, replacement=other, **WEEK | more)


def cases_of(somebody):
    with as_(somebody):
        return set(Case.objects.mine())


class TestBeingAway:
    def test_the_replacement_has_exactly_those_cases(self, scene, world):
        assert away(world.coen, world.sanne, world.coen).left_empty == 0
        assert cases_of(world.coen) == {scene.case}
        assert cases_of(world.gea) == set()

    def test_on_the_return_date_they_are_gone(self, scene, world):
        away(world.coen, world.sanne, world.coen)
        with as_owner():
            Occupant.objects.filter(professional=world.coen).update(starts_at=LONG_AGO, ends_at=AN_HOUR_AGO)
        assert cases_of(world.coen) == set()

    def test_before_the_first_day_there_is_nothing(self, scene, world):
        away(world.coen, world.sanne, world.coen, starts_on=TODAY + timedelta(days=1))
        assert cases_of(world.coen) == set()

    def test_the_log_of_each_case_says_on_whose_decision(self, scene, world):
        away(world.coen, world.sanne, world.coen)
        with as_owner():
            entry = Entry.objects.get(event="absence.arranged", file_id=scene.case.pk)
            assert entry.actor_id == world.coen.pk

    def test_who_is_away_says_so_for_a_fixed_replacement_only(self, scene, world):
        with as_(world.sanne), pytest.raises(Refused, match="vaste vervanger|fixed replacement"):
            arrange_absence(by=world.sanne, professional=world.sanne, replacement=world.coen, **WEEK)
        with as_(world.coen):
            appoint_stand_in(by=world.coen, professional=world.sanne, stand_in=world.coen)
        assert away(world.sanne, world.sanne, world.coen).left_empty == 0
        assert cases_of(world.coen) == {scene.case}

    def test_who_is_away_hands_on_all_of_their_cases_to_the_last_minute_and_each_log_says_so(self, scene, world):
        other, not_theirs = open_case(world), open_case(world)
        with as_owner():
            not_theirs.seats["sanne"].occupants.all().delete()
        with as_(world.coen):
            appoint_stand_in(by=world.coen, professional=world.sanne, stand_in=world.coen)
        away(world.sanne, world.sanne, world.coen)
        assert cases_of(world.coen) == {scene.case, other.case}
        with as_owner():
            back = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=8)
            ends = set(Occupant.objects.filter(professional=world.coen).values_list("ends_at", flat=True))
            assert {timezone.localtime(end).date() for end in ends} == {timezone.localtime(back).date()}
            assert {timezone.localtime(end).hour for end in ends} == {0}
            said = Entry.objects.filter(event="absence.arranged", actor_id=world.sanne.pk)
            assert set(said.values_list("file_id", flat=True)) >= {scene.case.pk, other.case.pk}
            assert not said.filter(file_id=not_theirs.case.pk).exists()

    def test_a_professional_names_nobody_else_with_the_python_removed(self, scene, world):
        with as_(world.sanne), pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
            own = scene.seats["sanne"].occupants.get()
            Occupant.objects.create(
                seat=own.seat, professional=world.coen, named_by=world.sanne, replaces=own,
                starts_at=timezone.now() + timedelta(hours=1), ends_at=timezone.now() + timedelta(days=1),
            )  # fmt: skip

    def test_in_a_hidden_regime_no_fixed_replacement_comes_along(self, scene, world):
        with as_owner():
            world.regime.hidden = True
            world.regime.save()
        with as_(world.coen):
            appoint_stand_in(by=world.coen, professional=world.sanne, stand_in=world.coen)
        away(world.sanne, world.sanne, world.coen)
        away(world.coen, world.sanne, world.coen)
        assert cases_of(world.coen) == set()

    def test_whoever_replaces_sits_there_no_longer_than_who_is_replaced(self, scene, world):
        away(world.coen, world.sanne, world.coen)
        with as_(world.coen):
            with as_contact():
                own = scene.seats["sanne"].occupants.get(replaces=None)
            end_occupation(by=world.coen, occupant=own)
        assert cases_of(world.coen) == set()

    def test_back_early_it_ends_at_once(self, scene, world):
        absence = away(world.coen, world.sanne, world.coen)
        with as_(world.sanne):
            end_absence(by=world.sanne, absence=absence)
        assert cases_of(world.coen) == set()
        assert cases_of(world.sanne) == {scene.case}

    def test_a_seat_that_is_filled_meanwhile_comes_along(self, scene, world):
        away(world.linda, world.polly, world.gea)
        with as_(world.linda):
            name_occupant(by=world.linda, seat=scene.seats["pim"], professional=world.polly)
        assert cases_of(world.gea) == {scene.case}

    def test_chosen_seats_only(self, scene, world):
        away(world.coen, world.sanne, world.coen, seats=[])
        assert cases_of(world.coen) == set()

    @pytest.mark.parametrize("name", ["gea", "noor", "sanne", "lieke"])
    def test_nobody_else_arranges_it(self, scene, world, name):
        somebody = getattr(world, name)
        with as_(somebody), pytest.raises(Refused):
            arrange_absence(by=somebody, professional=world.pim, replacement=world.polly, **WEEK)

    def test_nobody_of_another_organisation_replaces(self, scene, world):
        with as_(world.linda), pytest.raises(Refused, match="organisati"):
            arrange_absence(by=world.linda, professional=world.pim, replacement=world.sanne, **WEEK)


class TestLockedOut:
    @pytest.fixture
    def locked(self, scene, world):
        with as_(world.noor, reading=scene.case):
            return lock_out(by=world.noor, case=scene.case, professional=world.polly, reason="Zwager van de moeder.")

    def test_no_occupation_gets_them_in(self, scene, world, locked):
        with as_(world.linda), pytest.raises(Refused, match="niet deelnemen|cannot take part"):
            name_occupant(by=world.linda, seat=scene.seats["pim"], professional=world.polly)
        assert cases_of(world.polly) == set()

    def test_nor_their_own_contact_with_the_python_removed(self, scene, world, locked):
        with as_(world.linda), as_contact(), pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
            Occupant.objects.create(
                seat=scene.seats["pim"], professional=world.polly, named_by=world.linda,
                starts_at=timezone.now() + timedelta(hours=1),
            )  # fmt: skip

    def test_nor_a_row_that_is_there_already(self, scene, world, locked):
        with as_owner():
            Occupant.objects.create(
                seat=scene.seats["pim"], professional=world.polly, named_by=world.linda, starts_at=LONG_AGO
            )
        assert cases_of(world.polly) == set()

    def test_no_replacement_gets_them_in(self, scene, world, locked):
        assert away(world.linda, world.pim, world.polly).left_empty == 1
        with as_(world.linda):
            appoint_stand_in(by=world.linda, professional=world.pim, stand_in=world.polly)
        assert away(world.pim, world.pim, world.polly).left_empty == 1
        assert cases_of(world.polly) == set()

    def test_who_sits_there_leaves_at_once(self, scene, world):
        with as_(world.noor, reading=scene.case):
            lock_out(by=world.noor, case=scene.case, professional=world.pim, reason="Kent de vader.")
        assert cases_of(world.pim) == set()
        with as_owner():
            assert scene.seats["pim"].occupants.get().ends_at <= timezone.now()

    def test_each_may_say_it_of_themselves(self, scene, world):
        with as_(world.sanne, reading=scene.case):
            about = [scene.people["mother"].pk]
            lock_out(by=world.sanne, case=scene.case, professional=world.sanne, reason="Ik ken haar.", about=about)
        assert cases_of(world.sanne) == set()

    def test_who_directs_alone_hands_over_first(self, scene, world):
        with as_(world.noor, reading=scene.case), pytest.raises(Refused):
            lock_out(by=world.noor, case=scene.case, professional=world.noor, reason="Ik ken de vader.")

    @pytest.mark.parametrize("name", ["sem", "pim"])
    def test_nobody_but_who_directs_locks_another_out(self, scene, world, name):
        somebody = getattr(world, name)
        with as_(somebody, reading=scene.case), pytest.raises(Refused):
            lock_out(by=somebody, case=scene.case, professional=world.sanne, reason="Kent haar.")

    def test_the_reason_is_for_who_directs(self, scene, world, locked):
        count = "SELECT count(*) FROM vault_text WHERE of_row = %s"
        for name, seen in (("noor", 1), ("sem", 0), ("pim", 0)):
            with as_(getattr(world, name), reading=scene.case), connection.cursor() as cursor:
                cursor.execute(count, [locked.pk])
                assert cursor.fetchone()[0] == seen, name

    def test_it_leaves_an_entry(self, scene, world, locked):
        with as_owner():
            assert Entry.objects.get(kind="act", event="professional.locked_out").subject_id == locked.pk


class TestLettingGo:
    def test_everything_ends_and_a_colleague_goes_on(self, scene, world):
        with as_(world.linda):
            seats = let_go(by=world.linda, professional=world.pim, successor=world.polly)
        assert [(seat.pk, seat.handed_over) for seat in seats] == [(scene.seats["pim"].pk, True)]
        assert (cases_of(world.pim), cases_of(world.polly)) == (set(), {scene.case})

    def test_without_a_successor_the_seats_stand_empty(self, scene, world):
        with as_(world.linda):
            let_go(by=world.linda, professional=world.pim)
        assert cases_of(world.pim) == set()
        with as_owner():
            assert Seat.objects.now().filter(pk=scene.seats["pim"].pk).exists()

    @pytest.mark.parametrize("name", ["pim", "gea", "coen", "noor"])
    def test_nobody_but_their_contact_does(self, scene, world, name):
        somebody = getattr(world, name)
        with as_(somebody), pytest.raises(Refused):
            let_go(by=somebody, professional=world.pim, successor=world.polly)

    def test_each_case_keeps_it_in_its_log(self, scene, world):
        with as_(world.linda):
            let_go(by=world.linda, professional=world.pim, successor=world.polly)
        with as_owner():
            assert Entry.objects.filter(event="professional.let_go", file_id=scene.case.pk).count() == 2
