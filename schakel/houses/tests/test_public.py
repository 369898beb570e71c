"""Whoever is not signed in reads the public facts of a house, and nothing else."""

import pytest
from django.db import connection
from django.test import Client

from conftest import as_owner
from schakel.houses.models import HouseText, ListEntry
from schakel.network.models import House, Regime

pytestmark = pytest.mark.django_db(databases=["default", "door"])


@pytest.fixture
def house(world):
    with as_owner():
        world.house.slug, world.house.motto, world.house.contact_point = "test", "Samen verder.", "Marktplein 1"
        world.house.save()
        HouseText.objects.create(house=world.house, key="public_what", text="Dit is {huis}.")
        HouseText.objects.create(house=world.house, key="receipt", text="Geheime brief {nummer}")
        Regime.objects.create(house=world.house, code="i2o", name="Verborgen aanpak", purpose="x", hidden=True)
        Regime.objects.create(house=world.house, code="les", name="Oefenaanpak", purpose="x", training=True)
    return world.house


def test_a_stranger_reads_the_public_page_and_nothing_that_is_not_public(house):
    page = Client().get("/huizen/test/").content.decode()
    for fact in ("Dit is Zorg- en Veiligheidshuis Test.", "Samen verder.", "Marktplein 1", "Testdam", "Complexe casus"):
        assert fact in page
    for secret in ("Geheime brief", "Verborgen aanpak", "Oefenaanpak", "Ankie", "Huisvesting", "several chains"):
        assert secret not in page
    assert "Zorg- en Veiligheidshuis Test" in Client().get("/huizen/").content.decode()
    assert Client().get("/huizen/bestaat-niet/").status_code == 404
    assert "/huizen/" in Client().get("/inloggen/").content.decode()


def test_the_tables_stay_closed_to_a_stranger(house):
    for model in (House, Regime, HouseText, ListEntry):
        assert model.objects.count() == 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT facts::text FROM access.public_houses()")
        ((facts,),) = cursor.fetchall()
    assert "Verborgen" not in facts and "formula" not in facts


def test_a_house_without_an_address_has_no_public_page(world):
    assert "Zorg- en Veiligheidshuis Test" not in Client().get("/huizen/").content.decode()
