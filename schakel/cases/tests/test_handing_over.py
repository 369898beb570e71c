"""Cases go to a colleague, or to another house: nobody sees a case on the way, and every case says that it went."""

from datetime import timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.cases.actions import accept_case, hand_over, offer_to_house, refuse_case, withdraw_offer
from schakel.cases.models import Case, Handover, HouseAnswer, HouseOffer, HouseRequest, Occupant, Seat
from schakel.network.models import Appointment, Capacity, House, Organisation, Partnership, Professional, Regime
from schakel.people.models import Person
from schakel.vault.models import ContentKey, Text
from schakel.vault.words import Keyring

from .scene import open_case

ACROSS = "Wij zoeken een huis dat dichter bij de woonplaats staat."


def sql(statement, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def refused_by_the_database():
    return pytest.raises(ProgrammingError, match="row-level security")


@pytest.fixture
def manager(world):
    with as_owner():
        manager = Professional.objects.create(name="Mara", function="manager", organisation=world.organisations["zvh"])
        Appointment.objects.create(professional=manager, house=world.house, role="manager", since="2020-01-01")
    return manager


class TestHandingOverACaseload:
    def given(self, world, **more):
        return {"house": world.house, "giver": world.noor, "taker": world.jelmer, "reason": "away"} | more

    def test_fifty_cases_go_in_one_act_with_fifty_entries_and_one_reason(self, world, manager):
        cases = [open_case(world, is_area=True).case for _ in range(50)]
        with as_(manager):
            handover = hand_over(by=manager, **self.given(world))
        with as_owner():
            entries = Entry.objects.filter(event="caseload.handed_over", file_id__isnull=False)
            assert {entry.file_id for entry in entries} == {case.pk for case in cases}
            assert {(entry.actor_id, entry.subject_id, entry.purpose) for entry in entries} == {
                (manager.pk, handover.pk, "away")
            }
            assert Entry.objects.filter(event="caseload.handed_over").count() == 51
        assert handover.number_of_cases == 50

    def test_whoever_takes_them_directs_at_once_and_whoever_gave_sees_nothing(self, world, scene, manager):
        with as_(manager):
            hand_over(by=manager, **self.given(world))
        with as_(world.noor):
            assert not Case.objects.exists()
        with as_(world.jelmer, reading=scene.case):
            assert Case.objects.get() == scene.case
            assert Person.objects.count() == 2
        with as_owner():
            assert Occupant.objects.get(professional=world.jelmer).named_by == manager

    def test_who_hands_over_sees_no_case_before_during_or_after(self, world, scene, manager):
        for _ in range(2):
            with as_(manager):
                assert not Case.objects.exists()
                assert not Seat.objects.exists()
                assert not Occupant.objects.exists()
                assert not ContentKey.objects.exists()
                if not Handover.objects.exists():
                    hand_over(by=manager, **self.given(world))

    def test_the_director_hands_over_some_of_their_own(self, world, scene):
        other = open_case(world, is_area=True)
        with as_(world.noor):
            assert hand_over(by=world.noor, **self.given(world), cases=[other.case]).number_of_cases == 1
            assert list(Case.objects.all()) == [scene.case]

    def test_sent_twice_it_is_one_hand_over(self, world, scene, manager):
        key = uuid4()
        with as_(manager):
            first = hand_over(by=manager, **self.given(world), key=key)
            assert hand_over(by=manager, **self.given(world), key=key) == first

    def test_a_case_of_a_closed_compartment_is_left_out_and_not_counted(self, world, scene, manager):
        hidden = open_case(world, is_area=True)
        with as_owner():
            regime = Regime.objects.create(house=world.house, code="h", name="h", purpose="h", hidden=True)
            Case.objects.filter(pk=hidden.case.pk).update(regime=regime)
        with as_(manager):
            assert hand_over(by=manager, **self.given(world)).number_of_cases == 1
        with as_(world.noor):
            assert list(Case.objects.all()) == [hidden.case]

    def test_with_nothing_to_hand_over_nothing_is_said_to_have_happened(self, world, manager):
        with as_(manager), pytest.raises(Refused):
            hand_over(by=manager, **self.given(world))

    @pytest.mark.parametrize("name", ["jelmer", "sem", "hanneke", "pim", "gea"])
    def test_nobody_else_moves_the_cases_of_a_colleague(self, world, scene, name):
        somebody = getattr(world, name)
        with as_(somebody), pytest.raises(Refused):
            hand_over(by=somebody, **self.given(world, taker=world.jelmer if name != "jelmer" else world.sem))
        with as_(somebody), refused_by_the_database():
            self.raw(world, world.noor, world.jelmer)

    def raw(self, world, giver, taker, only=None):
        values = [uuid4(), world.house.pk, giver.pk, taker.pk, "away", only]
        return sql("SELECT access.hand_over(%s, %s, %s, %s, %s, %s::uuid[])", *values)

    def test_who_administers_does_not_take_them_also_as_a_director(self, world, scene):
        with as_owner():
            Appointment.objects.create(
                professional=world.ankie, house=world.house, role="process_director", since="2020-01-01"
            )
        with as_(world.ankie), pytest.raises(Refused):
            hand_over(by=world.ankie, **self.given(world, taker=world.ankie))
        with as_(world.ankie), refused_by_the_database():
            self.raw(world, world.noor, world.ankie)

    def test_who_administers_picks_no_cases_with_the_python_removed(self, world, scene, manager):
        """Or asking case by case would tell which ones there are."""
        with as_(manager), refused_by_the_database():
            self.raw(world, world.noor, world.jelmer, [scene.case.pk])

    def test_partners_are_not_moved_nor_moved_to_with_the_python_removed(self, world, scene, manager):
        with as_(manager), refused_by_the_database():
            self.raw(world, world.noor, world.pim)
        with as_(manager):
            assert self.raw(world, world.pim, world.jelmer) == [(0,)]
        with as_(world.pim), refused_by_the_database():
            self.raw(world, world.pim, world.gea)

    def test_a_director_of_another_house_takes_nothing_with_the_python_removed(self, world, scene, north):
        with as_(world.noor), refused_by_the_database():
            self.raw(world, world.noor, north.nelis)


@pytest.fixture
def north(world):
    """A house up north: Nelis directs there, Tess is its triage; the police works there, too."""
    with as_owner():
        organisation = Organisation.objects.create(name="ZVH Noord", short_name="ZVH Noord", kind="house", chain="none")
        capacity = Capacity.objects.create(organisation=organisation)
        house = House.objects.create(name="ZVH Noord", region="Noord", capacity=capacity)
        regime = Regime.objects.create(house=house, code="complex", name="Complexe casus", purpose="x")
        for one in (organisation, world.organisations["police"]):
            Partnership.objects.create(house=house, organisation=one, position="covenant", since="2020-01-01")
        people = {
            name: Professional.objects.create(name=name.title(), function=role, organisation=organisation)
            for name, role in (("nelis", "process_director"), ("tess", "triage"), ("olaf", "manager"))
        }
        for one in people.values():
            Appointment.objects.create(professional=one, house=house, role=one.function, since="2020-01-01")
    return SimpleNamespace(house=house, regime=regime, capacity=capacity, **people)


def offered(scene, north):
    noor = scene.world.noor
    with as_(noor, reading=scene.case):
        offer = offer_to_house(
            by=noor, case=scene.case, to_house=north.house, reason="Ruben verhuist naar zijn moeder.", text=ACROSS,
            handover_days=14,
        )  # fmt: skip
    with as_owner():  # before this very transaction, in which everything here happens
        HouseOffer.objects.update(offered_at=timezone.now() - timedelta(hours=1))
    return offer


class TestToAnotherHouse:
    def test_until_it_accepts_the_other_house_sees_the_request_and_nothing_else(self, scene, north):
        offer = offered(scene, north)
        for somebody in (north.nelis, north.tess):
            with as_(somebody):
                request = HouseRequest.objects.get()
                assert (request.pk, request.text, request.from_house_id) == (offer.pk, ACROSS, scene.world.house.pk)
                for model in (Case, Seat, Occupant, HouseOffer, HouseAnswer, ContentKey):
                    assert not model.objects.exists(), model
            with (
                as_(somebody, reading=scene.case),
                pytest.raises(ProgrammingError, match="no case file"),
                transaction.atomic(),
            ):
                Text.objects.extra(where=["access.opened() IS NOT NULL"]).exists()

    def test_the_request_names_no_case(self, scene, north):
        offered(scene, north)
        with as_(north.tess):
            found = str(sql("SELECT * FROM cases_houserequest"))
        assert str(scene.case.pk) not in found
        assert scene.case.number not in found

    def test_others_of_that_house_and_of_this_one_see_no_request(self, scene, north):
        offered(scene, north)
        for somebody in (north.olaf, scene.world.jelmer, scene.world.hanneke, scene.world.gea, scene.world.sanne):
            with as_(somebody):
                assert not HouseRequest.objects.exists()

    def test_accepted_it_is_theirs_under_the_same_number(self, scene, north):
        offer = offered(scene, north)
        with as_(north.tess):
            accept_case(by=north.tess, request=offer_as_request(offer), director=north.nelis)
            assert not Case.objects.exists()
        with as_(north.nelis, reading=scene.case):
            case = Case.objects.get()
            assert (case.number, case.house_id, case.regime_id) == (scene.case.number, north.house.pk, north.regime.pk)
            assert Person.objects.count() == 2
            assert Seat.objects.get(role="process_director").capacity_id == north.capacity.pk
            assert Keyring.of(case)._keys

    def test_the_old_house_takes_part_until_the_handover_is_over_and_directs_no_more(self, scene, north):
        offer = offered(scene, north)
        with as_(north.tess):
            accept_case(by=north.tess, request=offer_as_request(offer), director=north.nelis)
        with as_(scene.world.noor):
            own = Seat.objects.filter(capacity=scene.world.capacities["zvh"])
            assert {seat.role for seat in own} == {"participant"}
            assert all(timedelta(days=13) < seat.ends_at - timezone.now() <= timedelta(days=14) for seat in own)
            cursor = connection.cursor()
            cursor.execute("UPDATE cases_seat SET ends_at = now() + interval '1 year'")
            assert cursor.rowcount == 0
        with as_owner():
            Seat.objects.filter(capacity=scene.world.capacities["zvh"]).update(
                ends_at=timezone.now() - timedelta(hours=1)
            )
        with as_(scene.world.noor):
            assert not Case.objects.exists()
        with as_(scene.world.pim):
            assert Case.objects.get() == scene.case

    def test_both_logs_say_so(self, scene, north):
        offer = offered(scene, north)
        with as_(north.tess):
            answer = accept_case(by=north.tess, request=offer_as_request(offer), director=north.nelis)
        with as_owner():
            entries = Entry.objects.filter(event="case.taken_over", subject_id=answer.pk)
            assert {entry.file_id for entry in entries} == {None, scene.case.pk}
            assert Entry.objects.get(event="case.offered").file_id == scene.case.pk

    def test_refused_with_a_reason_nothing_changes(self, scene, north):
        offer = offered(scene, north)
        with as_(north.nelis):
            refuse_case(by=north.nelis, request=offer_as_request(offer), reason="Hij woont hier niet.")
        with as_(scene.world.noor):
            assert HouseAnswer.objects.get().reason == "Hij woont hier niet."
            assert Case.objects.get().house_id == scene.world.house.pk

    def test_taken_back_the_other_house_sees_nothing_and_accepts_nothing(self, scene, north):
        offer = offered(scene, north)
        with as_(scene.world.noor):
            withdraw_offer(by=scene.world.noor, offer=offer)
        with as_(north.tess):
            assert not HouseRequest.objects.exists()
            with pytest.raises(Refused):
                accept_case(by=north.tess, request=offer_as_request(offer), director=north.nelis)

    def test_nobody_takes_a_case_over_with_the_python_removed(self, scene, north):
        offer = offered(scene, north)
        for somebody in (north.tess, north.nelis, north.olaf, scene.world.noor, scene.world.gea):
            with as_(somebody), refused_by_the_database():
                sql("SELECT access.take_over(%s)", offer.pk)

    def test_only_one_that_has_such_an_approach_takes_it_over(self, scene, north):
        with as_owner():
            Regime.objects.filter(pk=north.regime.pk).update(code="other")
        offer = offered(scene, north)
        with as_(north.tess), pytest.raises(Refused):
            accept_case(by=north.tess, request=offer_as_request(offer), director=north.nelis)

    @pytest.mark.parametrize("director", ["tess", "olaf"])
    def test_a_director_of_that_house_directs(self, scene, north, director):
        offer = offered(scene, north)
        with as_(north.tess), pytest.raises(Refused):
            accept_case(by=north.tess, request=offer_as_request(offer), director=getattr(north, director))

    def test_what_the_other_house_reads_names_nobody(self, scene, north):
        noor = scene.world.noor
        with as_(noor, reading=scene.case), pytest.raises(Refused):
            offer_to_house(
                by=noor, case=scene.case, to_house=north.house, reason="x", text="De heer Jansen", handover_days=1
            )

    @pytest.mark.parametrize("name", ["sem", "pim", "sanne"])
    def test_only_the_director_offers(self, scene, north, name):
        somebody = getattr(scene.world, name)
        with as_(somebody, reading=scene.case), pytest.raises(Refused):
            offer_to_house(by=somebody, case=scene.case, to_house=north.house, reason="x", text=ACROSS, handover_days=1)


def offer_as_request(offer):
    return SimpleNamespace(pk=offer.pk)
