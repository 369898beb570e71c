"""A meeting of the triage: who leads it, who saw what from when until when, what stays with the triage."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.network.models import House, Partnership
from schakel.referrals.tests.scene import decide, sent
from schakel.triage import actions
from schakel.triage.models import Attendant, MeetingItem, TriageMeeting
from schakel.triage.reading import concluded_about
from schakel.triage.terms import with_terms
from schakel.vault.words import Keyring

pytestmark = pytest.mark.django_db(databases=["default", "door"])


def called(world, *referrals, by=None):
    by = by or world.hanneke
    with as_(by):
        return actions.call_meeting(by=by, house=world.house, starts_at=timezone.now(), referrals=referrals)


def item_of(world, referral):
    with as_owner():
        return MeetingItem.objects.select_related("meeting", "house", "referral__house").get(referral=referral)


def shown(world, referral):
    with as_(world.hanneke, reading=referral):
        return actions.show(by=world.hanneke, item=item_of(world, referral))


def presences(referral, professional):
    """From when until when, as the log has it."""
    with as_owner():
        found = Entry.objects.filter(kind="present", file_id=referral.pk, reader_id=professional.pk)
        return list(found.order_by("at").values_list("from_at", "until_at"))


@pytest.mark.parametrize("name", ["noor", "sem", "ankie", "pim", "gea"])
def test_only_the_triage_calls_a_meeting(world, name):
    with pytest.raises(Refused, match="triage"):
        called(world, by=getattr(world, name))


def test_whoever_calls_it_attends_and_what_waits_is_on_the_list(world):
    first, second = sent(world), sent(world)
    meeting = called(world, first, second)
    with as_(world.hanneke):
        assert [one.professional_id for one in meeting.attendants.all()] == [world.hanneke.pk]
        assert {one.referral_id for one in meeting.items.all()} == {first.pk, second.pk}


def test_a_referral_that_was_decided_comes_on_no_list(world):
    referral = sent(world)
    meeting = called(world)
    with as_(world.hanneke, reading=referral):
        decide(world, referral, {1, 2, 3})
    with as_(world.hanneke, reading=referral), pytest.raises(Refused, match="al beoordeeld"):
        referral = type(referral).objects.select_related("house", "decision").get(pk=referral.pk)
        actions.put_on_list(by=world.hanneke, meeting=meeting, referral=referral)


def test_a_referral_is_on_the_list_once(world):
    referral = sent(world)
    meeting = called(world)
    with as_(world.hanneke):
        actions.put_on_list(by=world.hanneke, meeting=meeting, referral=referral)
        with pytest.raises(Refused):
            actions.put_on_list(by=world.hanneke, meeting=meeting, referral=referral)


def test_who_attends_works_for_the_house_or_a_partner_and_is_noted_once(world):
    meeting = called(world)
    with as_(world.hanneke):
        actions.attend(by=world.hanneke, meeting=meeting, colleague=world.sanne)
        with pytest.raises(Refused, match="staat er al bij"):
            actions.attend(by=world.hanneke, meeting=meeting, colleague=world.sanne)
    with as_owner():
        Partnership.objects.filter(organisation=world.organisations["school"]).delete()
    with as_(world.hanneke), pytest.raises(Refused):
        actions.attend(by=world.hanneke, meeting=meeting, colleague=world.lieke)


def test_what_is_shown_stands_in_the_log_of_who_attends_and_of_nobody_else(world):
    referral = sent(world)
    meeting = called(world, referral)
    with as_(world.hanneke):
        actions.attend(by=world.hanneke, meeting=meeting, colleague=world.noor)
    item = shown(world, referral)
    for name in ("hanneke", "noor"):
        assert presences(referral, getattr(world, name)) == [(item.shown_at, None)]
    assert presences(referral, world.sem) == []


def test_moving_on_writes_until_when_each_saw_it_counted_from_when_they_came(world):
    referral = sent(world)
    meeting = called(world, referral)
    shown(world, referral)
    with as_(world.hanneke):
        actions.attend(by=world.hanneke, meeting=meeting, colleague=world.noor)
    with as_(world.hanneke, reading=referral):
        actions.move_on(by=world.hanneke, item=item_of(world, referral), concluded="Eerst de school vragen.")
    item = item_of(world, referral)
    with as_owner():
        came = Attendant.objects.get(professional=world.noor).noted_at
    (from_hanneke, _until), (from_noor, until) = (
        presences(referral, world.hanneke)[-1],
        presences(referral, world.noor)[-1],
    )
    assert from_hanneke == item.shown_at
    assert from_noor == came > item.shown_at
    assert until >= came


def test_a_conclusion_mended_later_is_no_second_presence(world):
    referral = sent(world)
    called(world, referral)
    shown(world, referral)
    for concluded in ("Eerst.", "Toch anders."):
        with as_(world.hanneke, reading=referral):
            actions.move_on(by=world.hanneke, item=item_of(world, referral), concluded=concluded)
    assert len([until for _since, until in presences(referral, world.hanneke) if until]) == 1
    with as_(world.hanneke, reading=referral):
        assert [one.concluded for one in concluded_about(referral)] == ["Toch anders."]


def test_the_end_of_the_meeting_ends_what_is_still_shown_and_the_meeting_is_led_no_more(world):
    referral = sent(world)
    meeting = called(world, referral)
    shown(world, referral)
    with as_(world.hanneke):
        actions.end_meeting(by=world.hanneke, meeting=TriageMeeting.objects.get(pk=meeting.pk))
        assert presences(referral, world.hanneke)[-1][1]
        with pytest.raises(Refused, match="afgelopen|voorbij"):
            ended = TriageMeeting.objects.get(pk=meeting.pk)
            actions.attend(by=world.hanneke, meeting=ended, colleague=world.noor)


def test_a_meeting_ends_also_when_what_is_shown_was_decided_meanwhile(world):
    referral = sent(world)
    meeting = called(world, referral)
    shown(world, referral)
    with as_(world.hanneke, reading=referral):
        decide(world, referral, {1, 2, 3})
    with as_(world.hanneke):
        actions.end_meeting(by=world.hanneke, meeting=TriageMeeting.objects.get(pk=meeting.pk))
        assert TriageMeeting.objects.get(pk=meeting.pk).ended_at


def test_the_referrer_never_reads_what_the_meeting_concluded(world):
    referral = sent(world)
    called(world, referral)
    shown(world, referral)
    with as_(world.hanneke, reading=referral):
        actions.move_on(by=world.hanneke, item=item_of(world, referral), concluded="Alleen voor ons.")
    item = item_of(world, referral)
    with as_(world.pim, reading=referral):
        assert not MeetingItem.objects.exists()
        assert Keyring.of(referral).reveal([item])[0].concluded == ""


def by_list(world, **more):
    """A house that lists until Monday noon what it discusses on Wednesday."""
    moments = {"list_closes_on": 0, "list_closes_at": "12:00", "list_meets_on": 2, "list_meets_at": "09:00"}
    with as_owner():
        House.objects.filter(pk=world.house.pk).update(triage_way="list", **moments, **more)
        return House.objects.get(pk=world.house.pk)


@pytest.mark.parametrize(
    ("moment", "due"),
    [
        (datetime(2026, 11, 16, 11, 59), "2026-11-18"), (datetime(2026, 11, 16, 12, 1), "2026-11-25"),
        (datetime(2026, 11, 17, 9, 0), "2026-11-25"), (datetime(2026, 11, 15, 9, 0), "2026-11-18"),
    ],
)  # fmt: skip
def test_by_list_the_term_is_the_meeting_of_the_list_that_was_open(world, moment, due):
    referral = sent(world)
    referral.house, referral.sent_at = by_list(world), timezone.make_aware(moment)
    with as_(world.hanneke):
        (found,) = with_terms([referral])
        assert str(found.due) == due


def test_urgent_waits_for_no_list(world):
    referral = sent(world)
    referral.house, referral.sent_at, referral.urgent = by_list(world), timezone.now() - timedelta(days=20), True
    with as_(world.hanneke):
        (found,) = with_terms([referral])
    assert found.left < 0


def test_choosing_an_outcome_begins_with_the_answer_of_the_house(world, client_of):
    referral = sent(world)
    address = f"/aanmeldingen/{referral.number}/beoordelen/"
    hanneke = client_of(world.hanneke)
    plain, begun, nonsense = (hanneke.get(f"{address}{rest}") for rest in ("", "?uitkomst=no", "?uitkomst=x"))
    assert not plain.context["form"]["answer"].value() and not nonsense.context["form"]["answer"].value()
    assert referral.number in begun.context["form"]["answer"].value()
    assert begun.context["form"]["outcome"].value() == "no"
