"""Everything that changes a conference. Views, commands and other capabilities all come here."""

from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext_noop

from schakel.audit.once import made_once
from schakel.audit.record import act, record, record_presence
from schakel.cases.actions import ask_who_learnt
from schakel.cases.circle import about_of
from schakel.cases.editions import locked, rewrite
from schakel.vault.words import Keyring

from . import rules
from .models import Attendance, CaseConference, Conclusion, FormalDecision
from .queries import still_present


@made_once(CaseConference)
@act("conference.convened", gettext_noop("convened a case conference"))
def convene(*, by, case, starts_at, minutes, place, question, people=(), chair=None, table_name="", key=None):
    """Convene a conference about the case as a whole or about some of its persons. (nl: casusoverleg beleggen)"""
    about = about_of(case, people)
    rules.may_convene(by, case, about).enforce()
    rules.may_chair(chair or by, case, about).enforce()
    conference = CaseConference.objects.create(
        id=key or uuid4(), case=case, about=about, author=by, chair=chair or by, starts_at=starts_at, minutes=minutes,
        place=place, table_name=table_name,
    )  # fmt: skip
    Keyring.of(case).write(conference, question=question)
    record(by=by, file=case, about=conference)
    return conference


@act("conference.moved", gettext_noop("moved a case conference"))
def move(*, by, conference, starts_at, minutes, place, question, edition):
    """Put a conference at another moment or place, or ask another question. (nl: casusoverleg verplaatsen)"""
    rules.may_move(by, conference).enforce()
    conference = locked(conference, edition)
    rules.may_move(by, conference).enforce()
    rewrite(conference, by=by, starts_at=starts_at, minutes=minutes, place=place, words={"question": question})
    record(by=by, file=conference.case, about=conference)
    return conference


@act("conference.started", gettext_noop("began a case conference"))
def start(*, by, conference):
    """Begin a conference; from now on who is present stands in the log. (nl: casusoverleg beginnen)"""
    rules.may_start(by, conference).enforce()
    conference = locked(conference)
    rules.may_start(by, conference).enforce()
    rewrite(conference, by=by, started_at=timezone.now())
    record(by=by, file=conference.case, about=conference)
    return conference


@act("conference.led_on", gettext_noop("led a case conference to its next stage"))
def go_to(*, by, conference, stage):
    """Lead the table to the picture, the judgement or the decision. (nl: beeld-, oordeels- of besluitvorming)"""
    rules.may_lead(by, conference).enforce()
    conference = locked(conference)
    rules.may_lead(by, conference).enforce()
    rewrite(conference, by=by, stage=stage)
    record(by=by, file=conference.case, about=conference)
    return conference


@act("conference.ended", gettext_noop("ended a case conference"))
def end(*, by, conference):
    """End a conference, and with it the reading of everybody still present. (nl: casusoverleg beëindigen)"""
    rules.may_lead(by, conference).enforce()
    conference = locked(conference)
    rules.may_lead(by, conference).enforce()
    now = timezone.now()
    for present in still_present(conference):
        _attended(
            by, conference, capacity=present.capacity, professional=present.professional, name=present.name,
            how=present.how, from_at=present.from_at, until_at=max(now, present.from_at),
        )  # fmt: skip
    rewrite(conference, by=by, ended_at=now)
    record(by=by, file=conference.case, about=conference)
    return conference


@made_once(Attendance)
@act("attendance.recorded", gettext_noop("recorded who was at a case conference"))
def record_attendance(
    *, by, conference, capacity, how, professional=None, name="", from_at=None, until_at=None, key=None
):  # fmt: skip
    """Say who was there for an organisation, and how; being there is a reading. (nl: aanwezigheid vastleggen)"""
    rules.may_record_attendance(by, conference, how).enforce()
    rules.may_be_recorded(conference, capacity, professional).enforce()
    there = how in (Attendance.How.ROOM, Attendance.How.SCREEN)
    attendance = _attended(
        by, conference, key=key, capacity=capacity, professional=professional, name=name, how=how,
        from_at=(from_at or conference.started_at) if there else None,
        until_at=(until_at or conference.ended_at) if there else None,
    )  # fmt: skip
    record(by=by, file=conference.case, about=attendance)
    return attendance


def _attended(by, conference, *, name, key=None, **fields):
    """A row and, for a professional who was present, the reading in the log; who was absent read nothing."""
    attendance = Attendance.objects.create(
        id=key or uuid4(), case=conference.case, conference=conference, about=conference.about, author=by, **fields
    )
    if name:
        Keyring.of(conference.case).write(attendance, name=name)
    if attendance.was_present and attendance.professional:
        record_presence(
            by=by, file=conference.case, reader=attendance.professional, since=attendance.from_at,
            until=attendance.until_at, about=conference,
        )  # fmt: skip
        ask_who_learnt(conference.case)  # what was recalled meanwhile, or before this was written down
    return attendance


@made_once(Conclusion)
@act("conclusion.written", gettext_noop("wrote down a conclusion of the table"))
def conclude(*, by, conference, text, key=None):
    """Write down what the table concluded; it decides nothing in law. (nl: conclusie vastleggen)"""
    rules.may_write_down(by, conference).enforce()
    conclusion = Conclusion.objects.create(
        id=key or uuid4(), case=conference.case, conference=conference, about=conference.about, author=by
    )
    Keyring.of(conference.case).write(conclusion, text=text)
    record(by=by, file=conference.case, about=conclusion)
    return conclusion


@made_once(FormalDecision)
@act("decision.recorded", gettext_noop("recorded a decision by somebody in their own capacity"))
def record_decision(*, by, conference, capacity, text, ground="", decided_on=None, due_on=None, key=None):
    """Record what somebody decided, or will decide, in their own capacity. (nl: besluit door … vastleggen)"""
    rules.may_record_decision(by, conference, capacity).enforce()
    decision = FormalDecision.objects.create(
        id=key or uuid4(), case=conference.case, conference=conference, about=conference.about, author=by,
        capacity=capacity, ground=ground, decided_on=decided_on, due_on=due_on,
    )  # fmt: skip
    Keyring.of(conference.case).write(decision, text=text)
    record(by=by, file=conference.case, about=decision)
    return decision
