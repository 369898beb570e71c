"""Who takes part: the house gives seats, the organisation says who sits there."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.cases.actions import end_occupation, end_seat, give_seat, name_occupant
from schakel.cases.filling import as_contact
from schakel.cases.models import Case, Occupant, Seat
from schakel.network.models import Appointment
from schakel.vault.words import Keyring

from .scene import open_case

LONG_AGO = timezone.now() - timedelta(days=9)


@pytest.fixture
def world_and_scene(world, scene):
    return world, scene


def refused_by_the_database(message="row-level security"):
    return pytest.raises(ProgrammingError, match=message)


def sql(statement, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount


def give(scene, by, capacity="college", **more):
    arguments = {"role": "participant", "why": "Voert de Wmo uit."} | more
    return give_seat(by=by, case=scene.case, capacity=scene.world.capacities[capacity], **arguments)


class TestGivingASeat:
    def test_the_process_director_gives_a_seat_with_the_reason(self, scene, world):
        with as_(world.noor, reading=scene.case):
            seat = give(scene, world.noor)
            assert Keyring.of(scene.case).reveal([seat])[0].why == "Voert de Wmo uit."

    def test_it_leaves_an_entry(self, scene, world):
        with as_(world.noor):
            seat = give(scene, world.noor)
        with as_owner():
            entry = Entry.objects.get(kind="act", event="seat.given")
        assert (entry.file_id, entry.subject_id) == (scene.case.pk, seat.pk)

    def test_a_seat_for_one_person_names_that_person(self, scene, world):
        with as_(world.noor, reading=scene.case):
            seat = give(scene, world.noor, people=[scene.people["child"]])
            assert not seat.whole_case
            assert [row.person_id for row in seat.persons.all()] == [scene.people["child"].pk]

    @pytest.mark.parametrize("name", ["sem", "pim", "sanne"])
    def test_nobody_else_in_the_circle_gives_one(self, scene, world, name):
        somebody = getattr(world, name)
        with as_(somebody), pytest.raises(Refused, match="procesregisseur|process director"):
            give(scene, somebody)

    def test_directing_is_the_houses_own(self, scene, world):
        with as_(world.noor), pytest.raises(Refused):
            give(scene, world.noor, role="process_director")

    def test_an_organisation_that_takes_no_part_in_the_house_gets_none(self, scene, world):
        with as_owner():
            world.organisations["town"].partnerships.update(until="2020-01-02")
        with as_(world.noor), pytest.raises(Refused):
            give(scene, world.noor)

    def test_sent_twice_it_is_given_once(self, scene, world):
        key = uuid4()
        with as_(world.noor):
            assert give(scene, world.noor, key=key) == give(scene, world.noor, key=key)
            assert Seat.objects.filter(capacity=world.capacities["college"]).count() == 1

    def test_in_a_case_about_an_area_it_is_for_no_person(self, scene, world):
        area = open_case(world, is_area=True)
        with as_(world.noor), pytest.raises(Refused):
            give(area, world.noor, people=[scene.people["child"]])

    def test_nobody_gives_themselves_a_seat_with_the_python_removed(self, scene, world):
        with as_(world.gea), refused_by_the_database(), transaction.atomic():
            Seat.objects.create(
                case=scene.case, capacity=world.capacities["police"], author=world.gea, starts_at=timezone.now()
            )

    def test_a_partner_in_the_circle_gives_none_with_the_python_removed(self, scene, world):
        with as_(world.pim), refused_by_the_database(), transaction.atomic():
            Seat.objects.create(
                case=scene.case, capacity=world.capacities["police"], author=world.pim, starts_at=timezone.now()
            )

    def test_nobody_signs_for_the_director_with_the_python_removed(self, scene, world):
        with as_(world.pim), refused_by_the_database(), transaction.atomic():
            Seat.objects.create(
                case=scene.case, capacity=world.capacities["police"], author=world.noor, starts_at=timezone.now()
            )

    def test_a_seat_is_not_backdated_with_the_python_removed(self, scene, world):
        statement = (
            "INSERT INTO cases_seat (id, edition, case_id, capacity_id, role, whole_case, starts_at, given_at, "
            "author_id) VALUES (gen_random_uuid(), 1, %s, %s, 'participant', true, %s, %s, %s)"
        )
        with as_(world.noor), refused_by_the_database():
            sql(statement, scene.case.pk, world.capacities["college"].pk, LONG_AGO, LONG_AGO, world.noor.pk)


class TestEndingASeat:
    def test_whoever_sat_there_sees_nothing_any_more(self, scene, world):
        with as_(world.noor):
            end_seat(by=world.noor, seat=scene.seats["pim"])
        with as_(world.pim):
            assert not Case.objects.exists()

    def test_a_partner_does_not_end_seats(self, scene, world):
        with as_(world.pim), pytest.raises(Refused):
            end_seat(by=world.pim, seat=scene.seats["pim"])

    def test_the_only_director_stays(self, scene, world):
        with as_(world.noor), pytest.raises(Refused):
            end_seat(by=world.noor, seat=scene.seats["noor"])

    def test_an_ended_seat_does_not_begin_again(self, scene, world):
        with as_(world.noor):
            seat = end_seat(by=world.noor, seat=scene.seats["pim"])
            seat.refresh_from_db()
            with pytest.raises(Refused):
                end_seat(by=world.noor, seat=seat)

    @pytest.mark.parametrize("ending", ["NULL", "now() + interval '1 year'"])
    def test_an_ended_seat_does_not_begin_again_with_the_python_removed(self, scene, world, ending):
        with as_owner():
            Seat.objects.filter(pk=scene.seats["pim"].pk).update(ends_at=timezone.now() - timedelta(hours=1))
        with as_(world.noor):
            try:
                changed = sql(f"UPDATE cases_seat SET ends_at = {ending} WHERE id = %s", scene.seats["pim"].pk)
            except ProgrammingError:
                changed = 0
        assert not changed

    def test_a_seat_is_not_moved_to_another_organisation_with_the_python_removed(self, scene, world):
        with as_(world.noor), refused_by_the_database("permission denied"):
            sql(
                "UPDATE cases_seat SET capacity_id = %s WHERE id = %s",
                world.capacities["college"].pk,
                scene.seats["pim"].pk,
            )


class TestNamingAColleague:
    def test_the_contact_names_a_colleague_who_sees_the_case_at_once(self, scene, world):
        with as_(world.linda):
            name_occupant(by=world.linda, seat=scene.seats["pim"], professional=world.polly)
        with as_(world.polly):
            assert Case.objects.get() == scene.case

    def test_it_leaves_an_entry_though_the_contact_does_not_sit_there(self, scene, world):
        with as_(world.linda):
            occupant = name_occupant(by=world.linda, seat=scene.seats["pim"], professional=world.polly)
        with as_owner():
            assert Entry.objects.get(kind="act", event="seat.occupied").subject_id == occupant.pk

    def test_before_and_after_the_period_the_colleague_sees_nothing(self, scene, world):
        tomorrow = timezone.localdate() + timedelta(days=1)
        with as_(world.linda):
            name_occupant(
                by=world.linda, seat=scene.seats["pim"], professional=world.polly, starts_on=tomorrow, ends_on=tomorrow
            )
        with as_(world.polly):
            assert not Case.objects.exists()
        with as_owner():
            Occupant.objects.filter(professional=world.polly).update(starts_at=LONG_AGO, ends_at=LONG_AGO)
        with as_(world.polly):
            assert not Case.objects.exists()

    def test_the_contact_who_names_reads_nothing_of_the_case(self, scene, world):
        with as_(world.linda):
            assert not Case.objects.exists()
            with as_contact():
                assert scene.case in Case.objects.all()  # that it exists, to fill the seat
                assert scene.case not in Case.objects.mine()

    @pytest.mark.parametrize("name", ["noor", "pim", "coen"])
    def test_nobody_but_the_contact_names_somebody(self, scene, world, name):
        somebody = getattr(world, name)
        with as_(somebody), pytest.raises(Refused):
            name_occupant(by=somebody, seat=scene.seats["pim"], professional=world.polly)

    def test_nobody_of_another_organisation_is_named(self, scene, world):
        with as_(world.linda), pytest.raises(Refused, match="organisati"):
            name_occupant(by=world.linda, seat=scene.seats["pim"], professional=world.sanne)

    def test_who_sits_there_is_not_named_again(self, scene, world):
        with as_(world.linda), pytest.raises(Refused):
            name_occupant(by=world.linda, seat=scene.seats["pim"], professional=world.pim)

    def test_nobody_of_another_organisation_is_named_with_the_python_removed(self, scene, world):
        with as_(world.linda), refused_by_the_database(), transaction.atomic():
            Occupant.objects.create(
                seat=scene.seats["pim"], professional=world.sanne, named_by=world.linda, starts_at=timezone.now()
            )

    def test_nobody_sits_down_themselves_with_the_python_removed(self, scene, world):
        with as_(world.polly), refused_by_the_database(), transaction.atomic():
            Occupant.objects.create(
                seat=scene.seats["pim"], professional=world.polly, named_by=world.polly, starts_at=timezone.now()
            )

    def test_the_house_names_nobody_for_a_partner_with_the_python_removed(self, scene, world):
        with as_(world.noor), refused_by_the_database(), transaction.atomic():
            Occupant.objects.create(
                seat=scene.seats["pim"], professional=world.polly, named_by=world.noor, starts_at=timezone.now()
            )


class TestEndingAnOccupation:
    def test_the_contact_ends_it_and_the_colleague_sees_nothing_any_more(self, scene, world):
        with as_(world.linda):
            with as_contact():
                occupant = scene.seats["pim"].occupants.get()
            end_occupation(by=world.linda, occupant=occupant)
        with as_(world.pim):
            assert not Case.objects.exists()

    def test_the_colleague_does_not_end_it(self, scene, world):
        with as_(world.pim), pytest.raises(Refused):
            end_occupation(by=world.pim, occupant=scene.seats["pim"].occupants.get())

    @pytest.mark.parametrize("ending", ["NULL", "now() + interval '1 year'"])
    def test_it_does_not_begin_again_with_the_python_removed(self, scene, world, ending):
        with as_owner():
            Occupant.objects.filter(professional=world.pim).update(ends_at=timezone.now() - timedelta(hours=1))
        with as_(world.linda):
            try:
                changed = sql(f"UPDATE cases_occupant SET ends_at = {ending} WHERE professional_id = %s", world.pim.pk)
            except ProgrammingError:
                changed = 0
        assert not changed

    def test_an_occupation_does_not_become_somebody_elses_with_the_python_removed(self, scene, world):
        with as_(world.linda), refused_by_the_database("permission denied"):
            sql("UPDATE cases_occupant SET professional_id = %s", world.polly.pk)


class TestFourEyes:
    """Noor directs the case and is the contact of her house; Sem supports it."""

    @pytest.fixture(params=["noor", "sem"])
    def empty(self, request, scene, world):
        other = open_case(world)
        with as_owner():
            Occupant.objects.filter(seat__in=[other.seats["noor"], other.seats["sem"]]).delete()
        return other.seats[request.param]

    def test_the_contact_of_a_house_names_nobody_but_another_where_a_case_is_run(self, world, empty):
        with as_(world.noor), pytest.raises(Refused, match="Niemand wijst zichzelf aan"):
            name_occupant(by=world.noor, seat=empty, professional=world.noor)
        values = {"seat": empty, "named_by": world.noor, "starts_at": timezone.now()}
        with as_(world.noor), as_contact(), refused_by_the_database(), transaction.atomic():
            Occupant.objects.create(professional=world.noor, **values)
        with as_(world.noor):
            name_occupant(by=world.noor, seat=empty, professional=world.jelmer)
        with as_(world.jelmer):
            assert empty.case in Case.objects.mine()

    def test_a_second_contact_is_enough(self, world, empty):
        with as_owner():
            Appointment.objects.create(
                professional=world.ankie, organisation=world.organisations["zvh"], role="contact", since="2020-01-01"
            )
        with as_(world.ankie):
            name_occupant(by=world.ankie, seat=empty, professional=world.noor)
        with as_(world.noor):
            assert empty.case in Case.objects.mine()

    def test_on_an_ordinary_seat_a_contact_may_sit(self, scene, world):
        with as_(world.linda):
            name_occupant(by=world.linda, seat=scene.seats["pim"], professional=world.linda)
        with as_(world.linda):
            assert scene.case in Case.objects.mine()
