"""A covenant that ends, an organisation that leaves the house: its seats count until that day, and no longer."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.cases import actions
from schakel.cases.filling import as_contact
from schakel.cases.models import Case, Seat
from schakel.network.models import Covenant, Partnership
from schakel.network.partners.actions import end_covenant, register_covenant

pytestmark = pytest.mark.django_db(databases=["default", "door"])
DAY = timedelta(days=1)


@pytest.fixture
def covenant(scene, world):
    return signed(world, since=date(2020, 1, 1))


def signed(world, **dates):
    with as_owner():
        return Covenant.objects.create(
            regime=world.regime, capacity=world.capacities["police"], version="2024", author=world.ankie, **dates
        )


def ended(covenant, until):
    with as_owner():
        Covenant.objects.filter(pk=covenant.pk).update(until=until)


def sees(somebody):
    with as_(somebody):
        return Case.objects.mine().exists()


def fills(contact, seat):
    with as_(contact), as_contact():
        return Seat.objects.filter(pk=seat.pk).exists()


def test_on_its_last_day_a_seat_counts_and_the_next_day_it_does_not(world, scene, covenant):
    today = timezone.localdate()
    ended(covenant, today)
    assert sees(world.pim) and fills(world.linda, scene.seats["pim"])
    ended(covenant, today - DAY)
    assert not sees(world.pim) and not fills(world.linda, scene.seats["pim"])
    assert sees(world.noor) and sees(world.sanne), "others did not leave"
    with as_(world.noor, reading=scene.case):
        assert scene.seats["pim"] not in Seat.objects.now().filter(case=scene.case)
        assert scene.seats["sanne"] in Seat.objects.now().filter(case=scene.case)


def test_a_renewed_covenant_goes_on_where_the_first_ended(world, scene, covenant):
    today = timezone.localdate()
    ended(covenant, today - DAY)
    with as_(world.ankie):
        register_covenant(
            by=world.ankie, regime=world.regime, capacity=world.capacities["police"], version="2027", since=today
        )
    assert sees(world.pim) and fills(world.linda, scene.seats["pim"])


def test_the_covenant_of_another_capacity_or_approach_ends_nothing_here(world, scene, covenant):
    with as_owner():
        Covenant.objects.filter(pk=covenant.pk).update(capacity=world.capacities["college"], until="2020-02-01")
    assert sees(world.pim)


def test_a_seat_of_the_house_itself_never_lapses(world, scene):
    with as_owner():
        Covenant.objects.create(
            regime=world.regime, capacity=world.capacities["zvh"], version="x", author=world.ankie,
            since="2020-01-01", until="2020-02-01",
        )  # fmt: skip
        Partnership.objects.filter(organisation=world.organisations["zvh"]).update(until="2020-02-01")
    assert sees(world.noor)
    with as_(world.noor, reading=scene.case):
        assert scene.seats["noor"] in Seat.objects.now().filter(case=scene.case)


def test_who_directs_reads_in_the_circle_until_when_and_that_it_ended(world, scene, covenant, client_of):
    noor, page = client_of(world.noor), f"/casussen/{scene.case.number}/deelnemers/"
    ended(covenant, timezone.localdate() + 20 * DAY)
    assert "convenant tot en met" in noor.get(page).text
    ended(covenant, timezone.localdate() - DAY)
    assert "het convenant is geëindigd" in noor.get(page).text


def test_two_weeks_later_the_end_is_written_down_with_an_entry_in_each_case(world, scene, covenant):
    ended(covenant, timezone.localdate() - 14 * DAY)
    assert wrote_down() == 0
    last = timezone.localdate() - 15 * DAY
    ended(covenant, last)
    with as_owner():
        Seat.objects.update(given_at="2020-01-01T00:00Z", starts_at="2020-01-01T00:00Z")
    assert wrote_down() == 1 and wrote_down() == 0
    with as_owner():
        seat = Seat.objects.get(pk=scene.seats["pim"].pk)
        assert timezone.localdate(seat.ends_at) == last + DAY and seat.returned_because == "covenant"
        assert [one.file_id for one in Entry.objects.filter(event="seat.lapsed")] == [scene.case.pk]
        assert Seat.objects.get(pk=scene.seats["sanne"].pk).ends_at is None


def wrote_down():
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE schakel_worker")
        cursor.execute("SELECT access.end_lapsed_seats(10)")
        (count,) = cursor.fetchone()
        cursor.execute("RESET ROLE")
    return count


class TestBackdating:
    def test_asks_for_a_reason_that_stays_readable(self, world, scene, covenant, client_of):
        last_day = timezone.localdate() - 9 * DAY
        with as_(world.ankie):
            with pytest.raises(Refused, match="waarom"):
                end_covenant(by=world.ankie, covenant=covenant, last_day=last_day, why=" ")
            end_covenant(by=world.ankie, covenant=covenant, last_day=last_day, why="Opgezegd per brief.")
        page = client_of(world.ankie).get("/beheer/convenanten/").text
        assert "Opgezegd per brief." in page and "telden de plaatsen nog" in page
        with as_owner():
            assert Entry.objects.filter(event="covenant.ended", subject_id=covenant.pk).count() == 1

    def test_a_start_in_the_past_asks_for_one_too(self, world):
        given = {"regime": world.regime, "capacity": world.capacities["ggz"], "version": "x"}
        yesterday = timezone.localdate() - DAY
        with as_(world.ankie):
            with pytest.raises(Refused, match="pas nu"):
                register_covenant(by=world.ankie, since=yesterday, **given)
            register_covenant(by=world.ankie, since=yesterday, reason="Lag op de post.", **given)

    @pytest.mark.parametrize("last_day", ["before it began", "later than agreed"])
    def test_an_end_lies_within_its_time(self, world, covenant, last_day):
        today = timezone.localdate()
        ended(covenant, today + DAY)
        covenant.until, covenant.since = today + DAY, today - DAY
        day = today - 3 * DAY if last_day == "before it began" else today + 3 * DAY
        with as_(world.ankie), pytest.raises(Refused):
            end_covenant(by=world.ankie, covenant=covenant, last_day=day, why="x")

    def test_two_do_not_run_at_the_same_time(self, world, covenant):
        with as_(world.ankie), pytest.raises(Refused, match="al een convenant"):
            register_covenant(
                by=world.ankie, regime=world.regime, capacity=world.capacities["police"], version="x",
                since=timezone.localdate() + 9 * DAY,
            )  # fmt: skip


class TestLeavingTheHouse:
    @pytest.fixture
    def part(self, world):
        with as_owner():
            return Partnership.objects.get(organisation=world.organisations["police"])

    def test_the_page_says_what_ends_and_not_in_which_cases(self, world, scene, covenant, part, client_of):
        page = client_of(world.ankie).get(f"/beheer/partners/{part.pk}/beeindigen/").text
        assert "Alle plaatsen" in page and "Convenant" in page and scene.case.number not in page
        assert client_of(world.noor).get(f"/beheer/partners/{part.pk}/beeindigen/").status_code == 403

    def test_at_once_its_part_covenants_and_seats_end_with_the_reason(self, world, scene, covenant, part, client_of):
        address, ankie = f"/beheer/partners/{part.pk}/beeindigen/", client_of(world.ankie)
        assert ankie.post(address, {"last_day": ""}).status_code == 422
        assert ankie.post(address, {"last_day": "", "why": "Opgeheven."}).status_code == 302
        assert not sees(world.pim) and not fills(world.linda, scene.seats["pim"])
        with as_owner():
            assert Covenant.objects.get().ended_because == "Opgeheven."
            assert Partnership.objects.get(pk=part.pk).ended_because == "Opgeheven."
            assert Entry.objects.filter(event="seat.left", file_id=scene.case.pk).count() == 1
            assert Seat.objects.get(pk=scene.seats["pim"].pk).returned_because == "left"

    def test_with_a_last_day_to_come_the_seats_end_by_themselves(self, world, scene, part):
        today = timezone.localdate()
        with as_(world.ankie):
            actions.leave_house(by=world.ankie, partnership=part, why="Fusie.", last_day=today)
        assert sees(world.pim)
        with as_owner():
            Partnership.objects.filter(pk=part.pk).update(until=today - DAY)
            assert Seat.objects.update(given_at=timezone.now() - 2 * DAY)
        assert not sees(world.pim) and sees(world.sanne)

    def test_a_seat_given_after_it_left_counts(self, world, scene, part):
        with as_owner():
            Partnership.objects.filter(pk=part.pk).update(until=timezone.localdate() - 9 * DAY)
        assert sees(world.pim)
