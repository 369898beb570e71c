"""The first page of a case: why it is there, what was agreed, who stands around it, what happened last."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.cases.models import Contribution, Recall
from schakel.cases.network import drawing
from schakel.conferences.models import CaseConference
from schakel.design.parts.words import since
from schakel.people.models import Person, Relation
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

    @property
    def when(self):
        return f"{since(self.at)} · {self.words}"


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
    """Family and organisations around the first subject; None when there is nobody to draw around."""
    people = list(Person.objects.filter(file_id=case.pk))
    return drawing(people, list(Relation.objects.filter(file_id=case.pk)), circle)


def events_of(case, conferences):
    """The latest contributions, recalls and conferences, newest first."""
    rows = Contribution.objects.filter(case=case).select_related("capacity__organisation")[:LATEST]
    events = [
        Event(_("Brought in by {organisation}").format(organisation=row.capacity), row.brought_in_at,
              str(row.get_kind_display()))
        for row in rows
    ]  # fmt: skip
    for row in Recall.objects.filter(case=case).select_related("capacity__organisation")[:LATEST]:
        name = _("Taken back by {organisation}").format(organisation=row.capacity)
        events.append(Event(name, row.recalled_at, _("do not use this information any more")))
    for row in conferences:
        if row.ended_at:
            words = ngettext("{minutes} minute", "{minutes} minutes", row.minutes).format(minutes=row.minutes)
            events.append(Event(_("Case conference"), row.ended_at, words, _conference(row, case)))
    return sorted(events, key=lambda event: event.at, reverse=True)[:LATEST]


def _conference(conference, case):
    return reverse("conferences:conference", args=[case.number, conference.pk])
