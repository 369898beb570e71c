"""A meeting of the triage: its list, who attends, one referral at a time."""

from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import refuse
from schakel.audit.once import made_once, one_at_a_time
from schakel.audit.record import act, record, record_presence
from schakel.referrals.rules import may_assess
from schakel.vault.words import Keyring

from .. import rules
from ..models import Attendant, MeetingItem, TriageMeeting


@made_once(TriageMeeting)
@act("triage_meeting.called", gettext_noop("called a meeting of the triage"))
def call_meeting(*, by, house, starts_at, place="", referrals=(), key=None):
    """Call a meeting of the triage, with what waits on its list. (nl: triageoverleg beleggen)"""
    rules.may_hold_meetings(by, house.pk).enforce()
    meeting = TriageMeeting.objects.create(id=key or uuid4(), house=house, author=by, starts_at=starts_at, place=place)
    Attendant.objects.create(meeting=meeting, house=house, professional=by)
    for position, referral in enumerate(referrals):
        _put(by, meeting, referral, position)
    record(by=by, about=meeting)
    return meeting


@act("triage_meeting.listed", gettext_noop("put a referral on the list of the triage"))
def put_on_list(*, by, meeting, referral):
    """Put one more referral on the list. (nl: te bespreken aanmelding)"""
    one_at_a_time("triage meeting", meeting.pk)
    rules.may_lead(by, meeting).enforce()
    if meeting.items.filter(referral=referral).exists():
        refuse(_("This referral is on the list already.")).enforce()
    item = _put(by, meeting, referral, meeting.items.count())
    record(by=by, file=referral, about=meeting)
    return item


@act("triage_meeting.attended", gettext_noop("noted who attends a meeting of the triage"))
def attend(*, by, meeting, colleague):
    """Note that somebody attends; what is shown from now on, they have read. (nl: aanwezige bij de triage)"""
    one_at_a_time("triage meeting", meeting.pk)
    rules.may_lead(by, meeting).enforce()
    rules.may_attend(colleague, meeting).enforce()
    if meeting.attendants.filter(professional=colleague).exists():
        refuse(_("This colleague was noted already.")).enforce()
    attendant = Attendant.objects.create(meeting=meeting, house_id=meeting.house_id, professional=colleague)
    for item in meeting.items.filter(shown_at__isnull=False, left_at=None).select_related("referral"):
        record_presence(by=by, file=item.referral, reader=colleague, since=timezone.now(), until=None, about=meeting)
    record(by=by, about=attendant)
    return attendant


@act("triage_meeting.shown", gettext_noop("showed a referral in a meeting of the triage"))
def show(*, by, item):
    """Show a referral to the meeting; whoever attends stands in the log before it shows. (nl: aanmelding bespreken)"""
    one_at_a_time("triage meeting", item.meeting_id)
    rules.may_lead(by, item.meeting).enforce()
    may_assess(by, item.referral).enforce()
    item.shown_at = timezone.now()
    Keyring.of(item.referral).rewrite(item, by=by, shown_at=item.shown_at)
    for attendant in item.meeting.attendants.select_related("professional"):
        record_presence(
            by=by, file=item.referral, reader=attendant.professional, since=item.shown_at, until=None,
            about=item.meeting,
        )  # fmt: skip
    record(by=by, file=item.referral, about=item.meeting)
    return item


@act("triage_meeting.moved_on", gettext_noop("noted what the triage concluded and moved on"))
def move_on(*, by, item, concluded=""):
    """Note what was concluded about a referral, for the triage only, and go on. (nl: verder in het triageoverleg)"""
    one_at_a_time("triage meeting", item.meeting_id)
    rules.may_lead(by, item.meeting).enforce()
    left = {} if item.left_at else {"left_at": timezone.now()}
    if left and item.shown_at:
        _seen_until(by, item, left["left_at"])
    Keyring.of(item.referral).rewrite(item, by=by, words={"concluded": concluded}, **left)
    record(by=by, file=item.referral, about=item.meeting)
    return item


@act("triage_meeting.ended", gettext_noop("ended a meeting of the triage"))
def end_meeting(*, by, meeting):
    """End the meeting, and with it the reading of what is still shown. (nl: triageoverleg sluiten)"""
    one_at_a_time("triage meeting", meeting.pk)
    rules.may_lead(by, meeting).enforce()
    meeting.ended_at = timezone.now()
    for item in meeting.items.filter(shown_at__isnull=False, left_at=None).select_related("referral__decision"):
        item.meeting = meeting
        _seen_until(by, item, meeting.ended_at)
    meeting.save(update_fields=["ended_at"])
    record(by=by, about=meeting)


def _seen_until(by, item, until):
    """Whoever attends has seen it from when it was shown, or they came, until now; the log takes it while it waits."""
    if not may_assess(by, item.referral):
        return
    for attendant in item.meeting.attendants.select_related("professional"):
        since = max(item.shown_at, attendant.noted_at)
        record_presence(
            by=by, file=item.referral, reader=attendant.professional, since=since, until=max(until, since),
            about=item.meeting,
        )  # fmt: skip


def _put(by, meeting, referral, position):
    may_assess(by, referral).enforce()
    return MeetingItem.objects.create(
        meeting=meeting, house_id=meeting.house_id, referral=referral, position=position, author=by
    )
