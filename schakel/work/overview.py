"""The first page of a case: why it is there, what was agreed, who stands around it, what happened last."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.cases.models import Contribution, Recall, Seat
from schakel.conferences.models import CaseConference
from schakel.people.models import Person, Relation
from schakel.people.showing import display_name
from schakel.plans import queries as plans
from schakel.vault.words import Keyring

LATEST = 6


@dataclass
class Event:
    """Something that happened, for the timeline."""

    name: str
    at: datetime
    words: str
    url: str = ""


def overview(case, circle):
    """What the template shows; every part is what the row policies let the reader see."""
    Keyring.of(case).reveal([case])
    conferences = list(CaseConference.objects.filter(case=case).order_by("-starts_at")[:LATEST])
    return {
        "agreements": plans.running_in(case),
        "network": None if case.is_area else network_of(case, circle),
        "events": events_of(case, conferences),
        "next_conference": next((c for c in reversed(conferences) if c.ended_at is None), None),
    }


def network_of(case, circle):
    """The first subject in the middle, family and organisations around them; None without a subject."""
    people = list(Person.objects.filter(file_id=case.pk))
    subject = next((person for person in people if person.role == Person.Role.SUBJECT), None)
    if subject is None:
        return None
    around = [_person(person, subject, _relations(case)) for person in people if person != subject]
    return {"subject": display_name(subject), "nodes": around + [_organisation(seat) for seat in circle]}


def _relations(case):
    return {frozenset((r.person_id, r.other_id)): r for r in Relation.objects.filter(file_id=case.pk)}


def _person(person, subject, relations):
    relation = relations.get(frozenset((person.pk, subject.pk)))
    return {
        "name": person.given_names.split()[0] if person.given_names else display_name(person),
        "sub": relation.get_kind_display().rsplit(" ", 1)[0] if relation else person.get_role_display(),
        "kind": "person",
        "tie": "tense" if relation and relation.kind in ("former_partner", "victim") else "plain",
        "says": display_name(person),
    }


def _organisation(seat):
    lead = seat.role == Seat.Role.LEAD
    return {
        "name": str(seat.capacity),
        "sub": seat.get_role_display() if seat.role != Seat.Role.PARTICIPANT else "",
        "kind": "organisation",
        "tie": "strong" if lead else "plain",
    }


def events_of(case, conferences):
    """The latest contributions, recalls and conferences, newest first."""
    place = reverse("cases:contributions", args=[case.number])
    rows = Contribution.objects.filter(case=case).select_related("capacity__organisation")[:LATEST]
    events = [
        Event(_("Brought in by {organisation}").format(organisation=row.capacity), row.brought_in_at,
              str(row.get_kind_display()), place)
        for row in rows
    ]  # fmt: skip
    for row in Recall.objects.filter(case=case).select_related("capacity__organisation")[:LATEST]:
        name = _("Taken back by {organisation}").format(organisation=row.capacity)
        events.append(Event(name, row.recalled_at, _("do not use this information any more"), place))
    for row in conferences:
        if row.ended_at:
            words = ngettext("{minutes} minute", "{minutes} minutes", row.minutes).format(minutes=row.minutes)
            events.append(Event(_("Case conference"), row.ended_at, words, _conference(row, case)))
    return sorted(events, key=lambda event: event.at, reverse=True)[:LATEST]


def _conference(conference, case):
    return reverse("conferences:conference", args=[case.number, conference.pk])
