"""An organisation keeps its own people; nobody gives themselves anything."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.network.colleagues import actions
from schakel.network.models import Appointment, Mandate, Professional, Regime
from schakel.network.roles import holds

pytestmark = pytest.mark.django_db(databases=["default", "door"])


def asked(function, *ids):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT access.{function}({', '.join(['%s'] * len(ids))})", list(ids))
        return cursor.fetchone()[0]


def entries(event, who):
    with as_owner():
        return Entry.objects.filter(event=event, actor_id=who.pk).count()


class TestTheContact:
    def test_adds_a_colleague_without_the_house(self, world):
        ggz = world.organisations["ggz"]
        with as_(world.coen):
            made = actions.add_colleague(by=world.coen, organisation=ggz, name="Nieuw", function="arts")
            assert Professional.objects.get(pk=made.pk).organisation == ggz
        assert entries("professional.added", world.coen) == 1

    def test_adds_one_once(self, world):
        ggz, key = world.organisations["ggz"], uuid4()
        with as_(world.coen):
            for _ in range(2):
                actions.add_colleague(by=world.coen, organisation=ggz, name="Nieuw", function="arts", key=key)
            assert Professional.objects.filter(name="Nieuw").count() == 1

    def test_changes_what_a_colleague_is(self, world):
        with as_(world.coen):
            actions.change_colleague(by=world.coen, colleague=world.sanne, name="Sanne", function="manager")
            assert Professional.objects.get(pk=world.sanne.pk).function == "manager"

    def test_does_nothing_at_another_organisation(self, world):
        with as_(world.coen):
            for act in (
                lambda: actions.add_colleague(
                    by=world.coen, organisation=world.organisations["police"], name="x", function="x"
                ),
                lambda: actions.change_colleague(by=world.coen, colleague=world.pim, name="x", function="x"),
                lambda: actions.end_colleague(by=world.coen, colleague=world.pim),
                lambda: actions.give_mandate(by=world.coen, colleague=world.pim, regime=world.regime),
            ):
                with pytest.raises(Refused):
                    act()

    def test_changes_nothing_of_oneself(self, world):
        with as_(world.coen):
            for act in (
                lambda: actions.change_colleague(by=world.coen, colleague=world.coen, name="x", function="x"),
                lambda: actions.give_mandate(by=world.coen, colleague=world.coen, regime=world.regime),
            ):
                with pytest.raises(Refused, match="zichzelf"):
                    act()

    def test_gea_who_is_no_contact_keeps_nobody(self, world):
        with as_(world.gea), pytest.raises(Refused):
            actions.add_colleague(by=world.gea, organisation=world.organisations["police"], name="x", function="x")


class TestLeaving:
    def test_ends_roles_and_mandates_with_it(self, world):
        with as_(world.ankie):
            actions.appoint(by=world.ankie, colleague=world.pim, house=world.house, role="triage")
            assert holds(world.pim, "triage", house=world.house)
        with as_(world.linda):
            actions.give_mandate(by=world.linda, colleague=world.pim, regime=world.regime)
            actions.end_colleague(by=world.linda, colleague=world.pim)
            assert not holds(world.pim, "triage", house=world.house)
            assert not Mandate.objects.today().filter(professional=world.pim).exists()
            assert asked("has_left", world.pim.pk) and not asked("has_mandate", world.pim.pk, world.regime.pk)
        with as_(world.pim):
            assert asked("my_houses", "triage") == []

    def test_with_a_last_day_lasts_until_then(self, world):
        with as_(world.linda):
            actions.end_colleague(by=world.linda, colleague=world.pim, last_day=timezone.localdate() + timedelta(9))
            assert not asked("has_left", world.pim.pk)

    def test_leaves_nobody_signed_in(self, world, client_of):
        pim = client_of(world.pim)
        assert pim.get("/partners/").status_code == 200
        with as_(world.linda):
            actions.end_colleague(by=world.linda, colleague=world.pim)
        assert pim.get("/partners/").url == "/inloggen/"

    def test_is_not_undone_to_get_the_roles_back(self, world):
        with as_(world.linda):
            actions.end_colleague(by=world.linda, colleague=world.pim)
            with pytest.raises(Refused, match="vertrokken"):
                actions.end_colleague(by=world.linda, colleague=world.pim)
            assert changed("network_professional", "left_on = NULL", world.pim.pk) == 0


class TestMandates:
    def test_are_asked_where_the_regime_asks_for_them(self, world):
        with as_(world.coen):
            assert asked("has_mandate", world.sanne.pk, world.regime.pk)
            with as_owner():
                Regime.objects.update(asks_mandates=True)
            assert not asked("has_mandate", world.sanne.pk, world.regime.pk)
            mandate = actions.give_mandate(by=world.coen, colleague=world.sanne, regime=world.regime)
            assert asked("has_mandate", world.sanne.pk, world.regime.pk)
            actions.end_mandate(by=world.coen, mandate=mandate)
            assert not asked("has_mandate", world.sanne.pk, world.regime.pk)


class TestNobodyGivesThemselvesARole:
    def test_not_even_the_administrator(self, world):
        with as_(world.ankie), pytest.raises(Refused, match="zichzelf"):
            actions.appoint(by=world.ankie, colleague=world.ankie, house=world.house, role="process_director")

    @pytest.mark.parametrize("who", ["ankie", "noor", "coen", "gea", "linda"])
    def test_with_the_python_removed(self, world, who):
        someone = getattr(world, who)
        with as_(someone):
            for house, organisation, role in (
                (world.house.pk, None, "triage"), (world.house.pk, None, "administrator"),
                (None, someone.organisation_id, "contact"),
            ):  # fmt: skip
                assert not added(
                    "INSERT INTO network_appointment (id, professional_id, house_id, organisation_id, role, since) "
                    "VALUES (gen_random_uuid(), %s, %s, %s, %s, current_date)",
                    [someone.pk, house, organisation, role],
                )
            assert not added(
                "INSERT INTO network_mandate (id, professional_id, regime_id, since, author_id) "
                "VALUES (gen_random_uuid(), %s, %s, current_date, %s)",
                [someone.pk, world.regime.pk, someone.pk],
            )

    def test_nor_lengthens_one_with_the_python_removed(self, world):
        with as_owner():
            Appointment.objects.update(until=timezone.localdate())
        with as_(world.ankie):
            own = Appointment.objects.get(professional=world.ankie)
            assert changed("network_appointment", "until = '2099-01-01'", own.pk) == 0


class TestPages:
    def test_the_contact_does_it_all_on_the_page_of_a_colleague(self, world, client_of):
        coen, sanne = client_of(world.coen), f"/collegas/{world.sanne.pk}/"
        assert "Mandaat geven" in coen.get(sanne).text
        form = {"regime": world.regime.pk, "once": uuid4()}
        assert coen.post(f"{sanne}mandaat/", form).status_code == 302
        changed = {"name": "Sanne", "function": "manager", "phone": "0612345678"}
        assert coen.post(f"{sanne}wijzigen/", changed).status_code == 302
        assert "0612345678" in coen.get(sanne).text
        with as_owner():
            mandate = Mandate.objects.get()
        assert coen.post(f"/collegas/mandaat/{mandate.pk}/beeindigen/").status_code == 302
        assert coen.post(f"{sanne}vertrek/", {"last_day": ""}).status_code == 302

    def test_the_administrator_gives_and_ends_a_role(self, world, client_of):
        ankie, sanne = client_of(world.ankie), f"/collegas/{world.sanne.pk}/"
        form = {"house": world.house.pk, "role": "support", "once": uuid4()}
        assert ankie.post(f"{sanne}rol/", form).status_code == 302
        with as_owner():
            held = Appointment.objects.get(professional=world.sanne)
        assert ankie.post(f"/collegas/rol/{held.pk}/beeindigen/").status_code == 302
        assert ankie.post(f"{sanne}contactpersoon/").status_code == 302

    def test_others_read_why_not(self, world, client_of):
        gea, sanne = client_of(world.gea), f"/collegas/{world.sanne.pk}/"
        assert gea.get(sanne).status_code == 200
        for place in ("wijzigen/", "vertrek/", "mandaat/", "rol/"):
            assert gea.get(sanne + place).status_code == 403
        for place in ("uitnodigen/", "contactpersoon/"):
            assert gea.post(sanne + place).status_code == 403


def added(statement, values):
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
            return True
    except DatabaseError as error:
        assert "row-level security" in str(error)
        return False


def changed(table, clause, pk):
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {clause} WHERE id = %s", [pk])
        return cursor.rowcount
