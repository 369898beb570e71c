"""Whoever has SQL tries to hand over, take, end and learn what is not theirs."""

from uuid import uuid4

import pytest
from django.db import ProgrammingError, connection, transaction

from conftest import as_, as_owner
from schakel.access.tests.raw import as_contact
from schakel.cases.models import Contribution, Lock, Occupant, Seat
from schakel.network.models import Appointment, Mandate, Professional, Regime

from .scene import bring_in
from .test_handing_over import manager, north, offered, sql  # noqa: F401


def hands_over(world, giver, taker):
    values = [uuid4(), world.house.pk, giver.pk, taker.pk, "away", None]
    return sql("SELECT access.hand_over(%s, %s, %s, %s, %s, %s::uuid[])", *values)[0][0]


def test_a_case_that_asks_a_mandate_goes_to_nobody_without_one(world, scene, manager):  # noqa: F811
    with as_owner():
        Regime.objects.update(asks_mandates=True)
    with as_(manager):
        assert hands_over(world, world.noor, world.jelmer) == 0
    with as_owner():
        Mandate.objects.create(professional=world.jelmer, regime=world.regime, author=world.noor, since="2020-01-01")
    with as_(manager):
        assert hands_over(world, world.noor, world.jelmer) == 1


def test_no_case_goes_to_who_left(world, scene, manager):  # noqa: F811
    with as_owner():
        Professional.objects.filter(pk=world.jelmer.pk).update(left_on="2020-01-02")
    with as_(manager):
        assert hands_over(world, world.noor, world.jelmer) == 0


def test_who_replaced_a_colleague_hands_over_no_more_than_that(world, scene, manager):  # noqa: F811
    with as_owner():
        Appointment.objects.create(
            professional=world.sem, house=world.house, role="process_director", since="2020-01-01"
        )
        replaced = Occupant.objects.get(seat=scene.seats["noor"])
        Occupant.objects.create(
            seat=scene.seats["noor"], professional=world.sem, starts_at=replaced.starts_at,
            ends_at="2090-01-01T00:00Z", named_by=world.noor, replaces=replaced,
        )  # fmt: skip
    with as_(manager):
        hands_over(world, world.sem, world.jelmer)
    with as_owner():
        taken = Occupant.objects.not_over().get(professional=world.jelmer)
        assert taken.replaces == replaced


def test_another_house_names_nobody_without_the_mandate_it_asks(world, scene, north):  # noqa: F811
    offer = offered(scene, north)
    with as_owner():
        Regime.objects.filter(pk=north.regime.pk).update(asks_mandates=True)
    ask = "SELECT access.may_answer_house(%s, %s, %s)"
    with as_(north.tess):
        assert sql(ask, offer.pk, north.nelis.pk, north.regime.pk) == [(False,)]
    with as_owner():
        Mandate.objects.create(professional=north.nelis, regime=north.regime, author=world.noor, since="2020-01-01")
    with as_(north.tess):
        assert sql(ask, offer.pk, north.nelis.pk, north.regime.pk) == [(True,)]


def test_who_administers_does_not_end_the_seats_of_the_house_itself(world, scene):
    """Not in a hidden case either: nobody would direct any more, in any of them."""
    with as_owner():
        world.house.partnerships.filter(organisation=world.organisations["zvh"]).delete()
    with as_(world.ankie), pytest.raises(ProgrammingError, match="row-level security"):
        sql("SELECT access.end_seats_of(%s, %s)", world.house.pk, world.organisations["zvh"].pk)
    with as_owner():
        assert Seat.objects.not_over().filter(pk=scene.seats["noor"].pk).exists()


@pytest.mark.parametrize("because", ["", "left", "Hij slaat."])
def test_a_contact_gives_no_other_reason_than_those_of_the_list(scene, world, because):
    with as_(world.linda), as_contact():
        assert sql("SELECT access.give_seat_back(%s, %s)", scene.seats["pim"].pk, because) == [(False,)]
        assert sql("SELECT access.give_seat_back(%s, %s)", scene.seats["pim"].pk, "no_task") == [(True,)]


def test_a_contact_who_is_locked_out_hears_nothing_of_what_waits_there(scene, world):
    bring_in(scene, "pim", "Gebeld.", on_behalf=True)
    with as_owner():
        Occupant.objects.filter(seat=scene.seats["pim"]).delete()
    with as_(world.linda):
        assert sql("SELECT number FROM access.waits_for_a_colleague(25)") == [(scene.case.number,)]
    with as_owner():
        assert Contribution.objects.exists()
        Lock.objects.create(author=world.noor, professional=world.linda, case=scene.case, about=[scene.case.pk])
    with as_(world.linda):
        assert sql("SELECT number FROM access.waits_for_a_colleague(25)") == []


def test_two_offers_of_the_lead_do_not_both_stand(scene, world):
    """Said in one statement, neither finds the other."""
    with as_owner():
        other = Seat.objects.create(
            case=scene.case, capacity=world.capacities["college"], author=world.noor,
            starts_at=scene.seats["pim"].starts_at,
        )  # fmt: skip
    row = "(gen_random_uuid(), %s, 1, %s, %s, %s, clock_timestamp())"
    values = [[world.noor.pk, scene.case.pk, [scene.case.pk], seat.pk] for seat in (scene.seats["pim"], other)]
    with (
        as_(world.noor),
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "INSERT INTO cases_leadoffer (id, author_id, edition, case_id, about, seat_id, offered_at) "
            f"VALUES {row}, {row}", values[0] + values[1],
        )  # fmt: skip


@pytest.mark.parametrize("takes_part", [True, False])
def test_who_takes_no_part_in_the_house_signs_first(scene, world, takes_part):
    with as_owner():
        town = world.house.partnerships.filter(organisation=world.organisations["town"])
        town.update(until=None if takes_part else "2021-01-01")
        seat = Seat.objects.create(
            case=scene.case, capacity=world.capacities["college"], author=world.noor,
            starts_at=scene.seats["pim"].starts_at,
        )  # fmt: skip
        seat.refresh_from_db()
    assert seat.asks_statement != takes_part
