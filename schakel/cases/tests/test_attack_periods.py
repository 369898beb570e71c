"""Who sat where and until when stands as it was: nobody writes it down otherwise afterwards, not with SQL either."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.tests.raw import as_contact
from schakel.cases.models import Occupant, Seat

from .scene import YESTERDAY, open_case

AN_HOUR = timedelta(hours=1)


@pytest.fixture
def scene(world):
    return open_case(world)


class TestASeat:
    @pytest.mark.parametrize("late, given", [(-AN_HOUR, False), (AN_HOUR, True)])
    def test_is_not_given_from_before(self, scene, late, given):
        world = scene.world
        seat = Seat(
            case=scene.case, capacity=world.capacities["college"], author=world.noor, starts_at=timezone.now() + late
        )
        assert happens(world.noor, seat.save) == given

    @pytest.mark.parametrize("late, ended", [(-AN_HOUR, False), (AN_HOUR, True)])
    def test_does_not_end_before_somebody_read_there(self, scene, late, ended):
        seat = scene.seats["pim"]
        seat.ends_at = timezone.now() + late
        assert happens(scene.world.noor, lambda: seat.save(update_fields=["ends_at"])) == ended


class TestSittingThere:
    @pytest.mark.parametrize("late, named", [(-AN_HOUR, False), (AN_HOUR, True)])
    def test_does_not_begin_before_it_was_said(self, scene, late, named):
        world = scene.world
        occupant = Occupant(
            seat=scene.seats["pim"], professional=world.gea, named_by=world.linda, starts_at=timezone.now() + late
        )
        assert happens(world.linda, occupant.save) == named

    @pytest.mark.parametrize("ends_at", [timezone.now() - YESTERDAY, None])
    def test_was_not_shorter_and_does_not_go_on(self, scene, ends_at):
        with as_owner():
            occupant = scene.seats["pim"].occupants.get()
        occupant.ends_at = ends_at
        assert not happens(scene.world.linda, lambda: occupant.save(update_fields=["ends_at"]))


def happens(who, change):
    try:
        with as_(who), as_contact(), transaction.atomic():
            change()
    except ProgrammingError as error:
        assert "row-level security" in str(error)
        return False
    return True
