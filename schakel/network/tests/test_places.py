"""Which house serves whom: from the national table, corrected by houses, and followed when municipalities merge."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.config.commands.load_network import entries
from schakel.network.models import Capacity, House, Municipality, Organisation
from schakel.network.places.actions import let_go, take
from schakel.network.places.loading import Entry as Line
from schakel.network.places.loading import load
from schakel.network.places.today import house_of, municipality_today

pytestmark = pytest.mark.django_db(databases=["default", "door"])
ENDED = date(2023, 1, 1)
MERGED = [
    Line("0501", "Brielle", "1992", ENDED), Line("0530", "Hellevoetsluis", "1992", ENDED),
    Line("0614", "Westvoorne", "1992", ENDED), Line("1992", "Voorne aan Zee"),
]  # fmt: skip


@pytest.fixture
def thirty(world):
    with as_owner():
        load(entries())
    return world


@pytest.fixture
def elsewhere(world):
    with as_owner():
        own = Organisation.objects.create(name="Elders", short_name="Elders", kind="house", chain="none")
        house = House.objects.create(
            name="Huis Elders", region="Elders", capacity=Capacity.objects.create(organisation=own)
        )
        Municipality.objects.create(code="9990", name="Elders", house=house)
        Municipality.objects.create(code="9991", name="Niemandsland")
    return house


def region(code):
    house = house_of(code)
    return house and house.region


class TestLoading:
    def test_an_installation_starts_with_thirty_houses_and_every_municipality_in_one(self, thirty):
        with as_owner():
            assert House.objects.exclude(pk=thirty.house.pk).count() == 30
            assert not Municipality.objects.present().filter(house=None).exists()

    def test_a_second_time_changes_nothing(self, thirty):
        with as_owner():
            again = load(entries())
        assert (again.houses, again.municipalities, again.changed) == (0, 0, 0)

    def test_what_a_house_corrected_is_not_taken_back(self, thirty):
        with as_owner():
            town = Municipality.objects.get(code="0153")
            town.house = None
            town.save(update_fields=["house"])
            load(entries())
            town.refresh_from_db()
        assert town.house_id is None

    def test_the_houses_own_organisation_is_kept_by_itself(self, thirty):
        with as_owner():
            twente = House.objects.get(region="Twente")
            assert twente.capacity.organisation.keeper == twente


class TestMerging:
    def test_a_code_that_ended_long_ago_leads_to_the_house_of_today(self, thirty):
        with as_(thirty.gea):
            assert municipality_today("0001").name == "Het Hogeland" or municipality_today("0001").name == "Eemsdelta"
            assert region("0001") == "Groningen"

    def test_municipalities_that_merge_take_their_house_along(self, thirty):
        with as_(thirty.gea):
            assert (municipality_today("0501").name, region("0501")) == ("Brielle", "Rotterdam-Rijnmond")
        with as_owner():
            load(MERGED)
        with as_(thirty.gea):
            assert (municipality_today("0501").name, region("0501")) == ("Voorne aan Zee", "Rotterdam-Rijnmond")
            assert region("1992") == "Rotterdam-Rijnmond"
            assert Municipality.objects.get(code="0501").house_id, "that it belonged there is not lost"

    def test_of_two_houses_the_houses_decide_and_until_then_nobody_is_lost(self, thirty):
        with as_owner():
            loaded = load([Line("0501", "Brielle", "1998", ENDED), Line("0505", "Dordrecht", "1998", ENDED),
                           Line("1998", "Nieuwstad")])  # fmt: skip
        assert loaded.unserved == ["Nieuwstad"]
        with as_(thirty.gea):
            assert region("0501") == "Rotterdam-Rijnmond"
            assert region("0505") == "Zuid-Holland Zuid"

    def test_a_code_that_is_nowhere_leads_nowhere(self, thirty):
        with as_(thirty.gea):
            assert municipality_today("0000") is None and house_of("8888") is None


class TestCorrecting:
    def test_the_administrator_takes_what_no_house_has(self, world, elsewhere):
        with as_owner():
            free = Municipality.objects.get(code="9991")
        with as_(world.ankie):
            take(by=world.ankie, municipality=free, house=world.house)
            assert house_of("9991") == world.house
        with as_owner():
            assert Entry.objects.filter(event="municipality.taken", actor_id=world.ankie.pk).count() == 1

    def test_of_another_house_she_asks_for_release(self, world, elsewhere):
        with as_(world.ankie):
            theirs = Municipality.objects.select_related("house").get(code="9990")
            with pytest.raises(Refused, match="Huis Elders"):
                take(by=world.ankie, municipality=theirs, house=world.house)

    def test_nor_with_the_python_removed(self, world, elsewhere):
        with as_(world.ankie):
            assert _set("9990", world.house.pk) == 0
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                _set("9901", elsewhere.pk)

    def test_what_is_let_go_of_another_may_take(self, world, elsewhere):
        with as_(world.ankie):
            let_go(by=world.ankie, municipality=Municipality.objects.get(code="9901"))
            assert Municipality.objects.get(code="9901").house_id is None

    def test_others_do_not(self, world, elsewhere):
        with as_(world.noor):
            for act in (
                lambda: let_go(by=world.noor, municipality=Municipality.objects.get(code="9901")),
                lambda: take(by=world.noor, municipality=Municipality.objects.get(code="9991"), house=world.house),
            ):
                with pytest.raises(Refused):
                    act()

    def test_on_the_page(self, world, elsewhere, client_of):
        ankie = client_of(world.ankie)
        assert "Testdam" in ankie.get("/beheer/gemeenten/").text
        with as_owner():
            free = Municipality.objects.get(code="9991")
        assert ankie.post(f"/beheer/gemeenten/{free.pk}/toevoegen/{world.house.pk}/").status_code == 302
        assert ankie.post(f"/beheer/gemeenten/{free.pk}/loslaten/").status_code == 302
        assert client_of(world.noor).get("/beheer/gemeenten/").status_code == 403


def _set(code, house):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE network_municipality SET house_id = %s WHERE code = %s", [house, code])
        return cursor.rowcount
