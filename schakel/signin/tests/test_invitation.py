"""A way in by a link and a code: for a day, once, few tries, worth nothing to who reads the table or invites."""

import pytest
from django.db import DatabaseError, connections, transaction

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.mail import inviting
from schakel.network.colleagues.actions import invite
from schakel.network.models import Professional
from schakel.signin import invitations
from schakel.signin.invitations import link_secret
from schakel.signin.models import Account, Invitation

pytestmark = pytest.mark.django_db(databases=["default", "door"])
CHOSEN = {"username": "gea.test", "password": "een lange zin van mijzelf", "again": "een lange zin van mijzelf"}


@pytest.fixture(autouse=True)
def address(world, settings):
    settings.MAIL_SERVER = "smtp+starttls://mail.test"
    with as_owner():
        Professional.objects.filter(pk=world.gea.pk).update(email="gea@politie.test")
        world.gea.refresh_from_db()


@pytest.fixture
def link(world):
    """The link as the mail has it; the code that Linda was shown goes with what is chosen."""
    with as_(world.linda):
        CHOSEN["code"] = invite(by=world.linda, colleague=world.gea)
    return link_of(Invitation.objects.get())


def link_of(invitation):
    return f"/uitnodiging/{link_secret(invitation.pk)}/"


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
        invite(by=world.linda, colleague=world.gea)
    assert client.get(link).status_code == 404
    assert client.get(link_of(Invitation.objects.get(used_at=None))).status_code == 200


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
    assert CHOSEN["code"].replace(" ", "") not in kept.code
    with as_owner():
        entries = [*Entry.objects.filter(event="professional.invited")]
        assert entries
        assert not any(secret in " ".join(map(str, vars(entry).values())) for entry in entries)


@pytest.mark.parametrize("secret", ["x", "0" * 43, "%00", "../../beheer"])
def test_an_invented_link_is_not_there(client, world, secret):
    assert client.get(f"/uitnodiging/{secret}/").status_code == 404


def kept_out():
    """How often the log says that somebody was; it stays, whatever becomes of a test."""
    with as_owner():
        return Entry.objects.filter(event="door.kept_out").count()


class TestTheCode:
    def test_without_it_the_link_makes_no_account_and_after_five_mistakes_it_counts_no_more(self, client, link):
        before = kept_out()
        for count in range(1, 6):
            assert client.post(link, CHOSEN | {"code": "0000 000x"}).status_code == 422
            assert Invitation.objects.get().tries == count
        assert client.get(link).status_code == client.post(link, CHOSEN).status_code == 404
        assert not Account.objects.exists()
        assert kept_out() == before + 5

    def test_after_a_mistake_the_right_one_still_works(self, client, link):
        assert client.post(link, CHOSEN | {"code": "1"}).status_code == 422
        assert client.post(link, CHOSEN).status_code == 302

    def test_is_all_that_whoever_invites_is_shown(self, world, client_of):
        page = client_of(world.linda).post(f"/collegas/{world.gea.pk}/uitnodigen/").text
        secret = link_secret(Invitation.objects.get().pk)
        assert secret not in page and "gea@politie.test" in page

    def test_goes_not_with_the_link(self, world):
        sent = []
        with as_owner():  # the worker's connection sees nothing that a test leaves at the door
            made = invitations.invite(professional_id=world.gea.pk, invited_by=world.linda.pk, using="default")
            inviting.send_invitations(sent.append)
            inviting.send_invitations(sent.append)
            assert Invitation.objects.using("default").get().mailed_at
        (mail,) = sent
        assert mail["To"] == "gea@politie.test" and link_of(made) in mail.get_content()
        assert made.spoken not in mail.get_content() and "Gea" not in mail.get_content()

    def test_a_link_that_the_mail_server_refused_is_tried_again_later(self, world):
        def refuse(mail):
            raise ConnectionRefusedError

        sent = []
        with as_owner():
            invitations.invite(professional_id=world.gea.pk, invited_by=world.linda.pk, using="default")
            inviting.send_invitations(refuse)
            inviting.send_invitations(sent.append)
            assert not sent, "not at once"
            Invitation.objects.using("default").update(mailing_at="2026-01-01T00:00Z")
            inviting.send_invitations(sent.append)
        assert len(sent) == 1

    def test_the_mailbox_of_a_demonstration_shows_the_link_to_nobody_but_who_invited(
        self, world, client_of, link, settings
    ):
        assert link not in client_of(world.linda).get("/meldingen/").text
        settings.DEMONSTRATION = True
        assert link in client_of(world.linda).get("/meldingen/").text
        assert link not in client_of(world.coen).get("/meldingen/").text


class TestWhoInvites:
    def test_sends_the_link_to_an_address_that_is_not_their_own(self, world):
        for email, words in (("", "e-mailadres"), ("Linda@politie.test", "uw eigen")):
            world.linda.email, world.gea.email = "linda@politie.test", email
            with as_(world.linda), pytest.raises(Refused, match=words):
                invite(by=world.linda, colleague=world.gea)

    def test_invites_nobody_where_no_mail_is_sent(self, world, settings):
        settings.MAIL_SERVER, settings.DEMONSTRATION = None, False
        with as_(world.linda), pytest.raises(Refused, match="geen mail"):
            invite(by=world.linda, colleague=world.gea)

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
        assert refused("INSERT INTO signin_invitation (id, professional_id, token, made_at, expires_at, used_at, code, "
                       f"tries) VALUES ({values.format(gea=world.gea.pk)}, 'x', 0)")  # fmt: skip

    def test_invites_with_a_code_that_nobody_tried_and_a_mail_that_has_not_gone(self, world):
        proper = {"code": "'x'", "tries": "0", "mailing_at": "NULL", "mailed_at": "NULL"}
        assert not refused(invitation_of(world.gea, proper))
        for improper in ({"code": "''"}, {"tries": "3"}, {"mailing_at": "now()"}, {"mailed_at": "now()"}):
            assert refused(invitation_of(world.gea, proper | improper)), improper

    def test_does_not_invite_who_has_an_account(self, client, world, link):
        client.post(link, CHOSEN)
        assert refused(
            "INSERT INTO signin_invitation (id, professional_id, token, made_at, expires_at, code, tries) "
            f"VALUES (gen_random_uuid(), '{world.gea.pk}', 'x', now(), now() + interval '1 hour', 'x', 0)"
        )

    def test_opens_none_again(self, client, world, link):
        client.post(link, CHOSEN)
        assert refused_to("UPDATE signin_invitation SET used_at = now()")

    def test_takes_no_mistake_back(self, world, link):
        assert refused("UPDATE signin_invitation SET tries = 0")
        assert not refused("UPDATE signin_invitation SET tries = 5")
        assert refused_to("UPDATE signin_invitation SET tries = 1")

    @pytest.mark.parametrize("moment", ["now() - interval '1 hour'", "now() + interval '1 hour'"])
    def test_says_truly_when_one_was_used(self, world, link, moment):
        assert refused(f"UPDATE signin_invitation SET used_at = {moment}")
        assert refused(f"UPDATE signin_invitation SET used_at = {moment}, tries = 1")


def invitation_of(somebody, values):
    return (
        f"INSERT INTO signin_invitation (id, professional_id, token, made_at, expires_at, {', '.join(values)}) VALUES "
        f"(gen_random_uuid(), '{somebody.pk}', gen_random_uuid()::text, now(), now() + interval '1 hour', "
        f"{', '.join(values.values())})"
    )


def refused_to(statement):
    """No row is there to change."""
    with connections["door"].cursor() as cursor:
        cursor.execute(statement)
        return cursor.rowcount == 0


def refused(statement):
    try:
        with transaction.atomic(using="door"), connections["door"].cursor() as cursor:
            cursor.execute(statement)
            return False
    except DatabaseError as error:
        assert "row-level security" in str(error)
        return True
