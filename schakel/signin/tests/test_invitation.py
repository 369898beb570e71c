"""A way in by a link: for a day, once, and worth nothing to who reads the table."""

import pytest
from django.db import DatabaseError, connections, transaction

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.network.colleagues.actions import invite
from schakel.signin.models import Account, Invitation

pytestmark = pytest.mark.django_db(databases=["default", "door"])
CHOSEN = {"username": "gea.test", "password": "een lange zin van mijzelf", "again": "een lange zin van mijzelf"}


@pytest.fixture
def link(world):
    with as_(world.linda):
        return f"/uitnodiging/{invite(by=world.linda, colleague=world.gea)}/"


def older(interval):
    with connections["door"].cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute(f"UPDATE signin_invitation SET expires_at = expires_at - interval '{interval}'")
        cursor.execute("SET ROLE schakel_door")


def test_whoever_was_invited_makes_an_account_and_is_in(client, world, link):
    assert client.get(link).status_code == 200
    assert client.post(link, CHOSEN).status_code == 302
    assert client.get("/partners/").status_code == 200
    assert Account.objects.get(username="gea.test").professional_id == world.gea.pk


def test_looking_uses_nothing_up_and_using_it_does(client, link):
    for _ in range(3):
        assert client.get(link).status_code == 200
    client.post(link, CHOSEN)
    client.logout()
    assert client.get(link).status_code == client.post(link, CHOSEN | {"username": "nog.een"}).status_code == 404
    assert Account.objects.count() == 1


def test_counts_for_a_day(client, link):
    older("25 hours")
    assert client.get(link).status_code == client.post(link, CHOSEN).status_code == 404


def test_a_newer_one_replaces_it(client, world, link):
    with as_(world.linda):
        newer = invite(by=world.linda, colleague=world.gea)
    assert client.get(link).status_code == 404
    assert client.get(f"/uitnodiging/{newer}/").status_code == 200


@pytest.mark.parametrize(
    "wrong", [{"again": "iets anders"}, {"password": "kort", "again": "kort"}, {"username": "Gea Test"},
              {"username": "gea\0"}, {"username": ""}]
)  # fmt: skip
def test_what_is_wrong_is_said_and_the_link_still_counts(client, link, wrong):
    assert client.post(link, CHOSEN | wrong).status_code == 422
    assert client.post(link, CHOSEN).status_code == 302


def test_a_user_name_that_is_taken_is_not_given_again(client, world, link):
    with connections["door"].cursor() as cursor:
        cursor.execute("RESET ROLE")
        Account.objects.create(username="gea.test", professional_id=world.pim.pk)
        cursor.execute("SET ROLE schakel_door")
    assert client.post(link, CHOSEN).status_code == 422


def test_the_secret_stands_nowhere(world, link):
    secret = link.split("/")[2]
    kept = Invitation.objects.get()
    assert secret not in kept.token and len(kept.token) == 64
    with as_owner():
        entries = [*Entry.objects.filter(event="professional.invited")]
        assert entries
        assert not any(secret in " ".join(map(str, vars(entry).values())) for entry in entries)


@pytest.mark.parametrize("secret", ["x", "0" * 43, "%00", "../../beheer"])
def test_an_invented_link_is_not_there(client, world, secret):
    assert client.get(f"/uitnodiging/{secret}/").status_code == 404


class TestWhoInvites:
    def test_is_not_just_anybody(self, world):
        for who in (world.pim, world.noor, world.coen):
            with as_(who), pytest.raises(Refused):
                invite(by=who, colleague=world.gea)

    def test_gives_nobody_a_second_account(self, client, world, link):
        client.post(link, CHOSEN)
        with as_(world.linda), pytest.raises(Refused, match="al een account"):
            invite(by=world.linda, colleague=world.gea)


class TestTheDoorItself:
    def test_makes_no_account_without_an_invitation(self, world):
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic(using="door"):
            Account.objects.create(username="x", professional_id=world.gea.pk)

    def test_makes_none_that_already_missed(self, world, link):
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic(using="door"):
            Account.objects.create(username="x", professional_id=world.gea.pk, misses=3)

    @pytest.mark.parametrize(
        "values",
        [
            "gen_random_uuid(), '{gea}', 'x', now(), now() + interval '2 days', NULL",
            "gen_random_uuid(), '{gea}', 'x', now() - interval '1 minute', now() + interval '1 hour', NULL",
            "gen_random_uuid(), '{gea}', 'x', now(), now() + interval '1 hour', now()",
        ],
    )
    def test_invites_for_a_day_from_now(self, world, values):
        assert refused("INSERT INTO signin_invitation (id, professional_id, token, made_at, expires_at, used_at) "
                       f"VALUES ({values.format(gea=world.gea.pk)})")  # fmt: skip

    def test_does_not_invite_who_has_an_account(self, client, world, link):
        client.post(link, CHOSEN)
        assert refused(
            "INSERT INTO signin_invitation (id, professional_id, token, made_at, expires_at) "
            f"VALUES (gen_random_uuid(), '{world.gea.pk}', 'x', now(), now() + interval '1 hour')"
        )

    def test_opens_none_again(self, client, world, link):
        client.post(link, CHOSEN)
        with connections["door"].cursor() as cursor:
            cursor.execute("UPDATE signin_invitation SET used_at = now()")
            assert cursor.rowcount == 0

    @pytest.mark.parametrize("moment", ["now() - interval '1 hour'", "now() + interval '1 hour'"])
    def test_says_truly_when_one_was_used(self, world, link, moment):
        assert refused(f"UPDATE signin_invitation SET used_at = {moment}")


def refused(statement):
    try:
        with transaction.atomic(using="door"), connections["door"].cursor() as cursor:
            cursor.execute(statement)
            return False
    except DatabaseError as error:
        assert "row-level security" in str(error)
        return True
