"""The partners of a house: looked up by everybody, kept by few."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.verdict import Conflict, Refused
from schakel.audit.models import Entry
from schakel.network.models import Capacity, Covenant, Organisation, PartnerProfile, Partnership, Professional
from schakel.network.partners import actions
from schakel.network.roles import holds

from .world import LONG_AGO

pytestmark = pytest.mark.django_db(databases=["default", "door"])
A_CASE = {"name": "Bewindvoering X", "kind": "financial_guardian", "chain": "none", "person": "Bo", "function": "x"}


def asked(function, *ids):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT access.{function}(%s, %s)", list(ids))
        return cursor.fetchone()[0]


@pytest.fixture
def a_thousand(world):
    with as_owner():
        made = [
            Organisation(name=f"Partner {n:04}", short_name=f"P{n}", kind="school", chain="care", keeper=world.house)
            for n in range(1000)
        ]
        Organisation.objects.bulk_create(made)
        Partnership.objects.bulk_create(
            [Partnership(house=world.house, organisation=one, position="covenant", since=LONG_AGO) for one in made]
        )
        Professional.objects.bulk_create([Professional(name=f"Mens {n}", function="x", organisation=made[0])
                                          for n in range(1000)])  # fmt: skip
        Capacity.objects.bulk_create([Capacity(organisation=one) for one in made])
    return made


@pytest.mark.parametrize(
    "path", ["/partners/", "/partners/?chain=care&kind=school&page=3", "/beheer/partners/", "/partners/{first}/"]
)
def test_with_a_thousand_partners_and_people_a_page_takes_few_questions(world, a_thousand, client_of, path):
    client = client_of(world.ankie)
    with CaptureQueriesContext(connection) as queries:
        page = client.get(path.format(first=a_thousand[0].pk))
    tables = [one["sql"] for one in queries if "network_" in one["sql"]]
    assert page.text.count("rows__row") >= 25
    assert len(tables) <= (18 if "first" in path else 15), "\n".join(tables)


def test_a_name_is_looked_up_without_standing_in_the_address(world, client_of):
    found = client_of(world.pim).post("/partners/", {"words": "sann"})
    assert "Sanne" in found.text and f"/collegas/{world.sanne.pk}/" in found.text
    assert client_of(world.pim).post("/partners/", {"words": "x" * 200}).status_code == 422


def test_the_list_shows_who_of_a_chain_takes_part(world, client_of):
    text = client_of(world.pim).get("/partners/?chain=care").text
    assert "GGZ Test" in text and "Politie Test" not in text.split("</aside>")[-1]


class TestTheProfile:
    def test_is_written_by_the_contact_and_read_by_everybody(self, world, client_of):
        page = f"/partners/{world.organisations['ggz'].pk}/"
        form = {"offers": "Behandeling en crisisdienst", "phone": "0881234567", "edition": 0}
        assert client_of(world.coen).post(f"{page}profiel/{world.house.pk}/", form).status_code == 302
        text = client_of(world.gea).get(page).text
        assert "Behandeling en crisisdienst" in text and "tel:0881234567" in text
        assert "Profiel schrijven" not in text
        assert client_of(world.gea).get(f"{page}profiel/{world.house.pk}/").status_code == 403

    def test_of_two_who_write_at_once_both_versions_are_kept(self, world, client_of):
        ggz = world.organisations["ggz"]
        with as_(world.coen):
            actions.write_profile(by=world.coen, house=world.house, organisation=ggz, offers="eerste")
            with pytest.raises(Conflict):
                actions.write_profile(by=world.coen, house=world.house, organisation=ggz, offers="x", edition=0)
        form = {"offers": "tweede", "edition": 0}
        page = client_of(world.ankie).post(f"/partners/{ggz.pk}/profiel/{world.house.pk}/", form)
        assert page.status_code == 409 and "eerste" in page.text and "tweede" in page.text

    def test_is_not_written_for_another(self, world):
        with as_(world.linda), pytest.raises(Refused):
            actions.write_profile(
                by=world.linda, house=world.house, organisation=world.organisations["ggz"], offers="x"
            )


class TestCovenants:
    def test_an_organisation_that_leaves_is_under_it_no_more_and_its_history_stays(self, world):
        ggz, today = world.capacities["ggz"], timezone.localdate()
        with as_(world.ankie):
            covenant = actions.register_covenant(
                by=world.ankie, regime=world.regime, capacity=ggz, version="2024, versie 2", since=LONG_AGO,
                reason="Stond nog op papier.",
            )  # fmt: skip
            assert asked("under_covenant", ggz.pk, world.regime.pk)
            assert not asked("left_covenant", ggz.pk, world.regime.pk)
            actions.end_covenant(by=world.ankie, covenant=covenant, why="Eigen besluit.")
            assert not asked("under_covenant", ggz.pk, world.regime.pk)
            assert asked("left_covenant", ggz.pk, world.regime.pk)
            assert Covenant.objects.get().until == today - timedelta(1)
            with pytest.raises(Refused, match="loopt niet meer"):
                actions.end_covenant(by=world.ankie, covenant=covenant, why="Nog eens.")
        with as_owner():
            assert Entry.objects.filter(kind="act", event="covenant.ended", actor_id=world.ankie.pk).count() == 1

    def test_one_capacity_signs_for_itself(self, world):
        with as_(world.ankie):
            actions.register_covenant(
                by=world.ankie, regime=world.regime, capacity=world.capacities["burgemeester"], version="x",
                since=LONG_AGO, reason="Stond nog op papier.",
            )  # fmt: skip
            assert not asked("under_covenant", world.capacities["college"].pk, world.regime.pk)

    def test_others_register_nothing(self, world):
        with as_(world.noor), pytest.raises(Refused):
            actions.register_covenant(
                by=world.noor, regime=world.regime, capacity=world.capacities["ggz"], version="x", since=LONG_AGO
            )

    def test_on_the_page(self, world, client_of):
        ankie = client_of(world.ankie)
        form = {"regime": world.regime.pk, "capacity": world.capacities["ggz"].pk, "version": "Convenant 2024",
                "since": "1-1-2024", "reason": "Stond op papier.", "once": uuid4()}  # fmt: skip
        for _ in range(2):
            assert ankie.post("/beheer/convenanten/nieuw/", form).status_code == 302
        with as_owner():
            covenant = Covenant.objects.get()
        assert "Convenant 2024" in ankie.get("/beheer/convenanten/").text
        end = {"last_day": "", "why": "Weg."}
        assert ankie.post(f"/beheer/convenanten/{covenant.pk}/beeindigen/", end).status_code == 302
        assert "beëindigd" in ankie.get(f"/partners/{world.organisations['ggz'].pk}/").text


class TestTheFlexibleShell:
    def test_comes_in_with_whom_it_sends_in_one_form(self, world, client_of, settings):
        settings.MAIL_SERVER = "smtp+starttls://mail.test"
        noor = client_of(world.noor)
        form = A_CASE | {"once": uuid4()}
        page = f"/partners/voor-een-casus/{world.house.pk}/"
        assert noor.get(page).status_code == 200
        for _ in range(2):
            assert noor.post(page, form).status_code == 302
        with as_owner():
            made = Organisation.objects.get(name="Bewindvoering X")
            bo = made.professionals.get()
            assert made.capacities.count() == 1
            assert made.partnerships.get().position == Partnership.Position.FLEXIBLE
            assert holds(bo, "contact", organisation=made)
            Professional.objects.filter(pk=bo.pk).update(email="bo@x.test")
        assert "bo@x.test" in noor.post(f"/collegas/{bo.pk}/uitnodigen/").text

    def test_is_brought_in_by_the_staff_of_the_house(self, world):
        for who in (world.pim, world.gea, world.coen):
            with as_(who), pytest.raises(Refused):
                actions.register_for_a_case(by=who, house=world.house, **A_CASE)

    def test_is_founded_in_one_transaction_and_speaks_for_itself_after(self, world):
        with as_(world.noor):
            made = actions.register_for_a_case(by=world.noor, house=world.house, **A_CASE)
        with as_owner():
            Organisation.objects.filter(pk=made.pk).update(registered_at=timezone.now() - timedelta(minutes=1))
        with as_(world.noor), connection.cursor() as cursor:
            cursor.execute("SELECT access.organisations_i_found()")
            assert cursor.fetchone()[0] == []


class TestPartners:
    def test_the_administrator_brings_one_in_with_its_capacities_and_ends_it(self, world, client_of):
        ankie = client_of(world.ankie)
        form = {"name": "Gemeente Nieuw", "short_name": "Nieuw", "kind": "municipality", "chain": "government",
                "capacities": "burgemeester\ncollege", "position": "covenant", "once": uuid4()}  # fmt: skip
        assert ankie.post("/beheer/partners/nieuw/", form).status_code == 302
        with as_owner():
            made = Organisation.objects.get(name="Gemeente Nieuw")
            assert sorted(one.name for one in made.capacities.all()) == ["burgemeester", "college"]
        part = made.partnerships.get
        with as_owner():
            key = part().pk
        assert ankie.post(f"/beheer/partners/{key}/beeindigen/", {"last_day": "", "why": "Weg."}).status_code == 302
        with as_owner():
            assert not made.partnerships.today().exists()
        known = {"organisation": made.pk, "position": "per_case"}
        assert ankie.post("/beheer/partners/bekend/", known).status_code == 302
        assert "Gemeente Nieuw" in ankie.get("/beheer/partners/").text
        assert "Ankie" in ankie.get("/beheer/rollen/").text

    def test_nobody_else_does(self, world, client_of):
        for path in ("beheer/partners/", "beheer/partners/nieuw/", "beheer/rollen/", "beheer/convenanten/nieuw/"):
            assert client_of(world.noor).get(f"/{path}").status_code == 403

    def test_the_entry_is_kept_by_one_house(self, world):
        ggz = world.organisations["ggz"]
        values = {"name": "GGZ", "short_name": "GGZ", "kind": "mental_health", "chain": "care"}
        with as_(world.coen), pytest.raises(Refused):
            actions.change_organisation(by=world.coen, organisation=ggz, **values)
        with as_(world.ankie):
            actions.change_organisation(by=world.ankie, organisation=ggz, **values)
            actions.add_capacity(by=world.ankie, organisation=ggz, name="crisisdienst")
            with pytest.raises(Refused):
                actions.add_capacity(by=world.ankie, organisation=ggz, name="crisisdienst")
            assert not PartnerProfile.objects.exists()
