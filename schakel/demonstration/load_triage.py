"""What the triage asked about a referral, what it keeps of what became no case, and its next meeting."""

from types import SimpleNamespace

from schakel.network.workdays import on_or_after
from schakel.triage.models import (
    Attendant,
    Inquiry,
    InquiryAnswer,
    MeetingItem,
    Question,
    Remainder,
    Reply,
    TriageMeeting,
)
from schakel.vault.models import ContentKey
from schakel.vault.words import Keyring

from .case_checks import born
from .load_beside import load_informing


def load_triage(loading, written, referral, ring, people):
    """What lies beside a referral; the questions to organisations end with the decision."""
    for given in written.question:
        _question(loading, referral, ring, given)
    if not written.triage:
        for given in written.inquiry:
            _inquiry(loading, written, referral, given)
    if not written.opened:
        at = loading.at(written.referral.received or written.referral.begun)
        scene = SimpleNamespace(written=written, file=referral, people=people, ring=ring, opened=at)
        for given in written.informing:
            if given.state != "not_informed":
                load_informing(loading, scene, given)


def _question(loading, referral, ring, given):
    by = loading.triage_of(referral.house)
    question = Question(referral=referral, author=by)
    loading.put(question, loading.at(given.asked), ring=ring, text=given.text)
    if given.replied:
        reply = Reply(referral=referral, question=question, author=referral.referrer)
        loading.put(reply, loading.at(given.replied), ring=ring, text=given.reply)


def _inquiry(loading, written, referral, given):
    """A small file of its own: its words hold name and birth date, for this organisation only."""
    organisation, at = loading.capacities[given.capacity].organisation, loading.at(given.asked)
    inquiry = Inquiry(
        kind=given.kind, referral_id=referral.pk, house=referral.house, organisation=organisation,
        asked_of=loading.contacts[organisation.pk], author=loading.triage_of(referral.house), number=loading.number(),
    )  # fmt: skip
    ring = Keyring.new(inquiry)
    subject = written.person[0]
    persons = f"{subject.given} {subject.surname}, geboren op {born(subject, loading.today):%d-%m-%Y}"
    about = {"persons": persons} if given.kind == Inquiry.Kind.KNOWN else {"text": given.text}
    loading.rows.setdefault(InquiryAnswer, [])  # stored before the questions: one that is open makes the next wait
    loading.put(inquiry, at, ring=ring, file=referral.pk, reason=given.reason, **about)
    loading.made_at(at, inquiry.pk, ContentKey)
    if given.answer:
        answer = InquiryAnswer(inquiry=inquiry, author=inquiry.asked_of)
        loading.put(answer, loading.at(given.answered), ring=ring, answer=given.answer, note=given.note)


def keep_remainder(loading, written, decision):
    """Nobody can be found in it: which criteria, and the advice."""
    numbers = {met: [one.number for one in written.triage.criterion if one.met == met] for met in (True, False)}
    referral = decision.referral
    row = Remainder(
        id=decision.pk, house=referral.house, regime=referral.regime, capacity=referral.capacity,
        outcome=decision.outcome, met=numbers[True], unmet=numbers[False], advice=written.triage.advice,
    )  # fmt: skip
    loading.put(row, loading.at(written.triage.at))


def load_meetings(loading):
    """Where the triage works with a list: its next meeting, with all that waits on the list."""
    for house in loading.houses.values():
        waiting = [row for row in loading.waiting if row.house == house]
        if house.triage_way == house.Triage.LIST and waiting:
            meeting = _meeting(loading, house)
            for position, referral in enumerate(waiting):
                loading.put(MeetingItem(
                    meeting=meeting, house=house, referral=referral, position=position, author=meeting.author
                ), loading.yesterday())  # fmt: skip


def _meeting(loading, house):
    today = on_or_after(loading.today)
    day = next(day for day in loading.workdays_from(today) if day.weekday() == house.list_meets_on)
    starts = loading.midnight(day).replace(hour=house.list_meets_at.hour)
    meeting = TriageMeeting(house=house, author=loading.triage_of(house), starts_at=starts, place="Kamer Baken")
    loading.put(meeting, loading.yesterday())
    loading.put(Attendant(meeting=meeting, house=house, professional=meeting.author), loading.yesterday())
    return meeting
