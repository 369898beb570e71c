"""One organisation holds one seat for the same: the whole case, or the same persons."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.cases.actions import end_seat, give_seat
from schakel.cases.models import Seat
from schakel.referrals.tests.test_at_once import at_once

from .scene import open_case

TODAY = timezone.localdate()


def give(scene, capacity="police", **more):
    arguments = {"role": "participant", "why": "Voert de Wmo uit."} | more
    return give_seat(by=scene.world.noor, case=scene.case, capacity=scene.world.capacities[capacity], **arguments)


def taken():
    return pytest.raises(Refused, match="Beëindig die eerst|End that one first")


@pytest.mark.parametrize("role", ["participant", "adviser"])
def test_who_sits_for_the_whole_case_gets_no_second_seat_for_it_in_any_role(scene, role):
    with as_(scene.world.noor), taken():
        give(scene, role=role, ends_on=TODAY + timedelta(days=30))


def test_who_sits_for_the_mother_gets_no_second_seat_for_exactly_her(scene):
    with as_(scene.world.noor, reading=scene.case):
        with taken():
            give(scene, "ggz", role="adviser", people=[scene.people["mother"]], ends_on=TODAY + timedelta(days=30))
        give(scene, "ggz", people=[scene.people["mother"], scene.people["child"]])
        give(scene, "ggz")
    with as_owner():
        assert Seat.objects.filter(capacity=scene.world.capacities["ggz"]).count() == 3


def test_after_the_first_has_ended_there_is_room_again(scene):
    with as_(scene.world.noor):
        end_seat(by=scene.world.noor, seat=scene.seats["pim"])
        assert give(scene, role="adviser", ends_on=TODAY + timedelta(days=30))


def test_one_that_begins_when_the_first_is_over_is_given(scene):
    with as_(scene.world.noor):
        until, then = TODAY + timedelta(days=9), TODAY + timedelta(days=10)
        give(scene, "college", role="adviser", ends_on=until)
        with taken():
            give(scene, "college", starts_on=until)
        later = give(scene, "college", starts_on=then)
        with taken():
            give(scene, "college", starts_on=then + timedelta(days=5))
        end_seat(by=scene.world.noor, seat=Seat.objects.get(pk=later.pk))
        assert give(scene, "college", starts_on=then)


@pytest.mark.django_db(transaction=True, databases=["default", "door"])
class TestAtOnce:
    def test_two_forms_at_the_very_same_moment_give_one_seat(self, world):
        scene = open_case(world)
        results = at_once(
            world.noor, *(lambda role=role: give(scene, "college", role=role) for role in ("participant", "adviser"))
        )
        assert sorted((type(result) for result in results), key=str) == [Refused, Seat]

    def test_one_form_twice_at_the_very_same_moment_gives_one_seat(self, world):
        scene, key = open_case(world), uuid4()
        first, second = at_once(world.noor, *[lambda: give(scene, "college", key=key)] * 2)
        assert first.pk == second.pk == key
