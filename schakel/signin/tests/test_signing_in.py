"""Coming in, going out, and what the door leaves in the log."""

import pytest
from django.contrib.auth.hashers import make_password
from django.db import connections

from conftest import as_owner
from schakel.audit.models import Entry
from schakel.signin.models import Account

PASSWORD = "een lange zin als wachtwoord"


@pytest.fixture
def account(world):
    with connections["door"].cursor() as cursor:
        cursor.execute("RESET ROLE")
        made = Account.objects.create(username="pim", password=make_password(PASSWORD), professional_id=world.pim.pk)
        cursor.execute("SET ROLE schakel_door")
    return made


def door_events(professional):
    with as_owner():
        entries = Entry.objects.filter(kind="door", actor_id=professional.pk)
        return list(entries.order_by("position").values_list("event", flat=True))


def test_name_and_password_bring_one_in(client, world, account):
    response = client.post("/inloggen/", {"username": "pim", "password": PASSWORD})

    assert (response.status_code, response.url) == (302, "/")
    assert door_events(world.pim) == ["door.in"]


@pytest.mark.parametrize("username, password", [("pim", "mis"), ("nobody", PASSWORD), ("", ""), ("pi\x00m", "x")])
def test_anything_else_does_not_and_says_nothing_about_who_exists(client, account, username, password):
    response = client.post("/inloggen/", {"username": username, "password": password})

    assert response.status_code == 422
    assert "_auth_user_id" not in client.session


def test_being_kept_out_stands_in_the_log(client, world, account):
    client.post("/inloggen/", {"username": "pim", "password": "mis"})

    assert door_events(world.pim) == ["door.kept_out"]


def test_a_persona_needs_a_demonstration(client, account, settings):
    settings.DEMONSTRATION = False
    client.post("/inloggen/", {"persona": "pim"})

    assert "_auth_user_id" not in client.session


def test_in_a_demonstration_one_click_is_enough(client, account, settings):
    settings.DEMONSTRATION = True

    assert client.post("/inloggen/", {"persona": "pim"}).status_code == 302


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_one_is_not_sent_to_another_house(client, account, elsewhere):
    response = client.post("/inloggen/", {"username": "pim", "password": PASSWORD, "next": elsewhere})

    assert response.url == "/"


def test_an_account_without_a_colleague_opens_nothing(client_of, world):
    from uuid import uuid4

    world.pim.pk = uuid4()

    assert client_of(world.pim).get("/").url == "/inloggen/"


def test_without_signing_in_there_is_only_the_door(client, db):
    assert client.get("/").url.startswith("/inloggen/")
