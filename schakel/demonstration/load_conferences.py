"""Conferences: who was there, what was concluded, and what somebody decided in their own capacity."""

from dataclasses import dataclass
from datetime import timedelta

from schakel.conferences.models import Attendance, CaseConference, Conclusion, FormalDecision
from schakel.network.workdays import add_workdays

from .events import ENDED, EVENTS, STARTED

CONVENED_BEFORE = 10  # working days, where there was time
CLOCK = timedelta(hours=11, minutes=20)
PLACE_ON_SCREEN = "Online"


@dataclass
class Held:
    """A conference as it was written, with its row and its end."""

    written: object
    row: CaseConference
    until: object


def load_conferences(loading, scene):
    """All conferences of one case, in the order of their moments."""
    made = []
    for given in sorted(scene.written.conference, key=lambda one: loading.at(one.at)):
        conference = _conference(loading, scene, given)
        made.append(conference)
        if given.state == "held":
            _attendance(loading, scene, conference)
            _outcome(loading, scene, conference)
    return made


def _conference(loading, scene, given):
    starts = starts_at(loading, scene.written.key, given)
    until = starts + timedelta(minutes=given.minutes)
    held = given.state == "held"
    table = {table.key: table.name for table in loading.world.region.table}
    row = CaseConference(
        case=scene.case, about=scene.about(given.persons), starts_at=starts, minutes=given.minutes,
        place=given.place or PLACE_ON_SCREEN, table_name=table.get(given.table, ""), chair=loading.people[given.chair],
        author=loading.people[given.chair], started_at=starts if held else None, ended_at=until if held else None,
        stage=CaseConference.Stage.DECISION if held else CaseConference.Stage.PICTURE,
    )  # fmt: skip
    loading.put(row, _convened(loading, scene, starts), ring=scene.ring, question=given.question)
    if held:
        loading.act(STARTED, by=row.chair, at=starts, file_id=scene.case.pk, subject_id=row.pk)
        loading.act(ENDED, by=row.chair, at=until, file_id=scene.case.pk, subject_id=row.pk)
    return Held(given, row, until)


def _convened(loading, scene, starts):
    """Well before it, on a day that has been, and not before the case was there."""
    day = min(add_workdays(starts.date(), -CONVENED_BEFORE), add_workdays(loading.today, -1))
    return max(loading.midnight(day) + CLOCK, scene.opened)


def starts_at(loading, key, given):
    """At a table the cases come one after another; the day says in which order."""
    for agenda in loading.world.day.agenda:
        before = 0
        for item in agenda.item:
            if item.case == key and (agenda.at, item.minutes, agenda.table) == (given.at, given.minutes, given.table):
                return loading.at(given.at) + timedelta(minutes=before)
            before += item.minutes
    return loading.at(given.at)


def _attendance(loading, scene, conference):
    """Who was at the table, the chair first."""
    chair = conference.written.chair
    _attended(loading, scene, conference, loading.world.people[chair].capacities[0], chair, Attendance.How.ROOM)
    for given in conference.written.attendance:
        _attended(loading, scene, conference, given.capacity, given.who, given.how)


def _attended(loading, scene, conference, capacity, who, how):
    """Who was there saw the file: that stands in the log, from and until, under the name of who kept the list."""
    row, professional = conference.row, loading.people[who]
    present = how in (Attendance.How.ROOM, Attendance.How.SCREEN)
    attendance = Attendance(
        case=scene.case, conference=row, about=row.about, capacity=loading.capacities[capacity],
        professional=professional, how=how, author=row.chair, from_at=row.starts_at if present else None,
        until_at=conference.until if present else None,
    )  # fmt: skip
    loading.put(attendance, conference.until)
    if present:
        loading.presence(EVENTS["Attendance"], by=row.chair, about=row, reader=professional, until=conference.until)


def _outcome(loading, scene, conference):
    row = conference.row
    shared = {"case": scene.case, "conference": row, "about": row.about, "author": row.chair}
    for text in conference.written.conclusions:
        loading.put(Conclusion(**shared), conference.until, ring=scene.ring, text=text)
    for given in conference.written.decision:
        decision = FormalDecision(
            **shared, capacity=loading.capacities[given.capacity], decided_on=loading.on(given.at)
        )
        loading.put(decision, max(loading.at(given.at), conference.until), ring=scene.ring, text=given.text)
