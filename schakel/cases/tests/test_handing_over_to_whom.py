"""A case goes to nobody who lacks the mandate for it, or who is locked out of it."""

import pytest
from django.db import ProgrammingError, transaction

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.cases.actions import accept_case, hand_over
from schakel.cases.models import Case, HouseAnswer, Lock, Occupant, Seat
from schakel.network.models import Appointment, Mandate, Regime

from .scene import open_case
from .test_handing_over import north, offered, refused_by_the_database, sql  # noqa: F401

ALL = "SELECT access.hand_over(gen_random_uuid(), %s, %s, %s, 'away', NULL)"


def ask_mandates(regime):
    with as_owner():
        Regime.objects.filter(pk=regime.pk).update(asks_mandates=True)


def mandate(professional, regime, author, **period):
    with as_owner():
        Mandate.objects.create(
            professional=professional, regime=regime, author=author, **{"since": "2020-01-01"} | period
        )


def lock_out(professional, scene):
    with as_owner():
        Lock.objects.create(author=scene.world.noor, professional=professional, case=scene.case, about=[scene.case.pk])


class TestWithinTheHouse:
    def given(self, world):
        return {"by": world.noor, "house": world.house, "giver": world.noor, "taker": world.jelmer, "reason": "away"}

    def test_without_the_mandate_nothing_goes(self, world, scene):
        ask_mandates(world.regime)
        mandate(world.jelmer, world.regime, world.ankie, until="2021-01-01")
        with as_(world.noor), pytest.raises(Refused):
            hand_over(**self.given(world))
        with as_(world.noor):
            assert sql(ALL, world.house.pk, world.noor.pk, world.jelmer.pk) == [(0,)]
            assert list(Case.objects.all()) == [scene.case]

    def test_with_it_the_cases_go(self, world, scene):
        ask_mandates(world.regime)
        mandate(world.jelmer, world.regime, world.ankie)
        with as_(world.noor):
            assert hand_over(**self.given(world)).number_of_cases == 1

    def test_a_case_from_which_they_are_locked_out_stays_behind(self, world, scene):
        other = open_case(world, is_area=True)
        lock_out(world.jelmer, scene)
        with as_(world.noor):
            assert hand_over(**self.given(world)).number_of_cases == 1
            assert list(Case.objects.all()) == [scene.case]
        with as_owner():
            assert {one.seat.case for one in Occupant.objects.filter(professional=world.jelmer)} == {other.case}


class TestToAnotherHouse:
    def refused(self, north, offer):  # noqa: F811
        with as_(north.tess), pytest.raises(Refused, match="overnemen|take this case over"):
            accept_case(by=north.tess, request=offer, director=north.nelis)
        yes = {"accepted": True, "director": north.nelis, "regime": north.regime}
        with as_(north.tess), refused_by_the_database(), transaction.atomic():
            HouseAnswer.objects.create(request_id=offer.pk, author=north.tess, **yes)
        with as_owner():
            assert not Occupant.objects.filter(professional=north.nelis).exists()

    def test_whoever_lacks_the_mandate_there_does_not_direct_it(self, scene, north):  # noqa: F811
        ask_mandates(north.regime)
        self.refused(north, offered(scene, north))

    def test_that_somebody_is_locked_out_is_nothing_the_other_house_can_ask(self, scene, north):  # noqa: F811
        """The answer is the same, the case comes, and the seat is empty: the contact there says who sits on it."""
        offer = offered(scene, north)
        ask = "SELECT access.may_answer_house(%s, %s, %s)"
        with as_(north.tess):
            before = sql(ask, offer.pk, north.nelis.pk, north.regime.pk)
        lock_out(north.nelis, scene)
        with as_(north.tess):
            assert sql(ask, offer.pk, north.nelis.pk, north.regime.pk) == before == [(True,)]
            accept_case(by=north.tess, request=offer, director=north.nelis)
            assert not Case.objects.exists()
        with as_(north.nelis):
            assert not Case.objects.exists()
        with as_owner():
            seat = Seat.objects.get(case=scene.case, role="process_director")
            assert not seat.occupants.exists() and seat.capacity == north.house.capacity
            Appointment.objects.create(
                professional=north.tess, organisation=north.tess.organisation, role="contact", since="2020-01-01"
            )
        with as_(north.tess):
            assert sql("SELECT number FROM access.empty_seats(9)") == [(scene.case.number,)]

    def test_with_the_mandate_they_do(self, scene, north):  # noqa: F811
        ask_mandates(north.regime)
        mandate(north.nelis, north.regime, north.tess)
        offer = offered(scene, north)
        with as_(north.tess):
            accept_case(by=north.tess, request=offer, director=north.nelis)
        with as_(north.nelis):
            assert list(Case.objects.all()) == [scene.case]

    def test_an_answer_that_slipped_through_takes_nothing_over(self, scene, north):  # noqa: F811
        """Without a mandate between the answer and the taking over: the function asks once more."""
        offer = offered(scene, north)
        yes = {"accepted": True, "director": north.nelis, "regime": north.regime}
        with as_(north.tess):
            HouseAnswer.objects.create(request_id=offer.pk, author=north.tess, **yes)
        ask_mandates(north.regime)
        with as_(north.tess), pytest.raises(ProgrammingError, match="row-level"):
            sql("SELECT access.take_over(%s)", offer.pk)
