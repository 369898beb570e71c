"""A professional leaves with referrals that are not finished: the contact hands them on or throws them away, unread."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.cases.tests.scene import open_case
from schakel.network.models import Professional
from schakel.referrals import actions
from schakel.referrals.leaving import left_behind
from schakel.referrals.models import Referral, Unsaved
from schakel.work.asked import asked_of
from schakel.work.desk import Desk

from .scene import sent
from .test_throwing_away import full_draft, rows_of

pytestmark = pytest.mark.django_db(databases=["default", "door"])
PAGE = "/aanmeldingen/achtergelaten/"


def leaves(somebody, days=1):
    with as_owner():
        Professional.objects.filter(pk=somebody.pk).update(left_on=timezone.localdate() - timedelta(days=days))


@pytest.fixture
def draft_of_pim(world):
    """Pim's draft, without a named contact, with something typed and not saved; his last day was yesterday."""
    referral = full_draft(world)
    with as_owner():
        Referral.objects.filter(pk=referral.pk).update(contact=None)
    leaves(world.pim)
    return referral


def seen_by(somebody):
    with as_(somebody):
        return [one.pk for one in left_behind()], set(Referral.objects.values_list("pk", flat=True))


def test_only_the_contact_of_the_organisation_knows_of_it_and_does_not_read_it(world, draft_of_pim, client_of):
    assert seen_by(world.linda) == ([draft_of_pim.pk], set())
    for other in (world.gea, world.coen, world.noor, world.ankie, world.hanneke):
        assert seen_by(other) == ([], set())
    linda = client_of(world.linda)
    page = linda.get(PAGE).text
    assert draft_of_pim.number in page and "Testvogel" not in page
    assert linda.get(f"/aanmeldingen/{draft_of_pim.number}/").status_code == 404
    assert client_of(world.coen).get(f"{PAGE}{draft_of_pim.pk}/").status_code == 404
    with as_(world.linda):
        assert any(draft_of_pim.number in one.meta for one in asked_of(Desk(world.linda)))


def test_nothing_is_left_behind_before_the_last_day_is_over(world, draft_of_pim):
    leaves(world.pim, days=0)
    assert seen_by(world.linda) == ([], set())


def test_handed_on_it_is_the_colleagues_and_what_was_not_saved_is_gone(world, draft_of_pim, client_of):
    answer = client_of(world.linda).post(f"{PAGE}{draft_of_pim.pk}/", {"colleague": world.polly.pk})
    assert answer.status_code == 302
    assert seen_by(world.polly) == ([], {draft_of_pim.pk}) and seen_by(world.linda) == ([], set())
    with as_(world.polly, reading=draft_of_pim):
        referral = Referral.objects.get()
        assert referral.referrer == world.polly
        actions.write(by=world.polly, referral=referral, edition=referral.edition, words={"goal": "Rust."})
    with as_owner():
        assert not Unsaved.objects.exists()
        entry = Entry.objects.get(kind="act", event="referral.handed_on", file_id=draft_of_pim.pk)
        assert (entry.actor_id, entry.subject_id) == (world.linda.pk, world.polly.pk)


def test_it_goes_to_a_colleague_who_is_there_and_to_nobody_else(world, draft_of_pim):
    leaves(world.gea)
    with as_(world.linda):
        (one,) = left_behind()
        for somebody in (world.coen, Professional.objects.get(pk=world.gea.pk)):
            with pytest.raises(Refused, match="voor de organisatie werkt"):
                actions.hand_on(by=world.linda, left=one, colleague=somebody)
    for who, taker in ((world.coen, world.coen), (world.linda, world.coen), (world.linda, world.gea)):
        with as_(who), connection.cursor() as cursor:
            cursor.execute("SELECT access.hand_on_referral(%s, %s)", [draft_of_pim.pk, taker.pk])
            assert cursor.fetchone() == (False,)
    with as_(world.coen), pytest.raises(Refused, match="contactpersoon"):
        actions.hand_on(by=world.coen, left=one, colleague=world.coen)


def test_thrown_away_nothing_of_it_is_left_but_the_entry(world, draft_of_pim, client_of):
    linda, address = client_of(world.linda), f"{PAGE}{draft_of_pim.pk}/weggooien/"
    assert linda.get(address).status_code == 200 and rows_of(draft_of_pim.pk)
    assert linda.post(address).status_code == 302
    assert rows_of(draft_of_pim.pk) == {} and linda.get(address).status_code == 404
    with as_owner():
        assert not Referral.objects.exists()
        assert Entry.objects.filter(event="referral.left_thrown_away", file_id=draft_of_pim.pk).exists()


def test_what_was_sent_is_handed_on_and_not_thrown_away(world):
    referral = sent(world)
    leaves(world.pim)
    with as_(world.linda):
        (one,) = left_behind()
        with pytest.raises(Refused, match="verstuurd"):
            actions.throw_away_left(by=world.linda, left=one)
        actions.hand_on(by=world.linda, left=one, colleague=world.polly)
    assert referral.pk in seen_by(world.polly)[1]


def test_the_contact_sees_kinds_and_numbers_of_what_a_colleague_holds(world, draft_of_pim, client_of):
    open_case(world)
    page = client_of(world.linda).get(f"/collegas/{world.pim.pk}/achterlaat/")
    assert "Plaatsen in casussen" in page.text and "Concepten van aanmeldingen" in page.text
    assert client_of(world.noor).get(f"/collegas/{world.pim.pk}/achterlaat/").status_code == 403
    with as_(world.linda), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM work.held_by(%s)", [world.pim.pk])
        assert dict(cursor.fetchall()) == {"seats": 1, "drafts": 1}
    with as_(world.coen), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM work.held_by(%s)", [world.pim.pk])
        assert cursor.fetchall() == []
