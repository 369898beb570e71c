"""The first page of a case: why it is there, what was agreed, who stands around it, what happened last."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.cases.models import Contribution, Recall
from schakel.cases.network import drawing
from schakel.conferences.models import CaseConference
from schakel.design.parts.words import since
from schakel.people.holding import Brief
from schakel.people.models import Relation
from schakel.plans import queries as plans
from schakel.plans.models import Answer, Progress

LATEST = 8


@dataclass
class Event:
    """Something that happened, for the timeline."""

    name: str
    at: datetime
    words: str
    url: str = ""
    meaning: str = ""

    @property
    def when(self):
        return f"{since(self.at)} · {self.words}"


def overview(case, circle):
    """What the template shows; every part is what the row policies let the reader see."""
    brief = brief_of(case, circle)
    conferences = list(CaseConference.objects.filter(case=case).order_by("-starts_at")[:LATEST])
    events = [*_brought_in(case), *_recalled(case), *_agreed(case), *_met(case, conferences)]
    return {
        "holding": brief,
        "agreements": plans.running_in(case),
        "network": None if case.is_area else network_of(case, circle),
        "events": sorted(events, key=lambda event: event.at, reverse=True)[:LATEST],
        "next_conference": next((c for c in reversed(conferences) if c.ended_at is None), None),
    }


def brief_of(case, circle):
    """Alerts and frames that hold, with the words of the case itself: one look into the vault for all."""
    return Brief(case, [] if case.is_area else circle.persons, more_words=[case])


def network_of(case, circle):
    """Family and organisations around the first subject; None when there is nobody to draw around."""
    return drawing(circle.persons, list(Relation.objects.standing().filter(file_id=case.pk)), circle)


def _brought_in(case, most=LATEST):
    rows = Contribution.objects.filter(case=case).select_related("capacity__organisation")[:most]
    page = reverse("cases:contributions", args=[case.number])
    for row in rows:
        name = _("Brought in by {organisation}").format(organisation=row.capacity)
        yield Event(name, row.brought_in_at, str(row.get_kind_display()), f"{page}#{row.pk}")


def _recalled(case, most=LATEST):
    for row in Recall.objects.filter(case=case).select_related("capacity__organisation")[:most]:
        name = _("Taken back by {organisation}").format(organisation=row.capacity)
        yield Event(name, row.recalled_at, _("do not use this information any more"), meaning="due")


def _agreed(case, most=LATEST):
    """What an organisation did not agree to, and what is done: the two turns in the life of an agreement."""
    whose = ("agreement__seat__capacity__organisation",)
    for row in Answer.objects.filter(case=case, accepted=False).select_related(*whose)[:most]:
        name = _("{organisation} does not agree").format(organisation=row.agreement.seat.capacity)
        yield Event(name, row.answered_at, row.agreement.title, _agreement(row.agreement, case), "due")
    for row in Progress.objects.filter(case=case, done=True).select_related(*whose)[:most]:
        name = _("Done by {organisation}").format(organisation=row.agreement.seat.capacity)
        yield Event(name, row.reported_at, row.agreement.title, _agreement(row.agreement, case), "good")


def _met(case, conferences):
    """One event for each day: a table may talk about a case in parts, each about other persons."""
    held = [row for row in conferences if row.ended_at]
    for _day, rows in groupby(held, key=lambda row: localtime(row.ended_at).date()):
        parts = list(rows)
        minutes = sum(row.minutes for row in parts)
        words = ngettext("{minutes} minute", "{minutes} minutes", minutes).format(minutes=minutes)
        if len(parts) > 1:
            words = _("{count} parts, {minutes}").format(count=len(parts), minutes=words)
        yield Event(_("Case conference"), parts[0].ended_at, words, _conference(parts[0], case))


def _agreement(agreement, case):
    return reverse("plans:agreement", args=[case.number, agreement.pk])


def _conference(conference, case):
    return reverse("conferences:conference", args=[case.number, conference.pk])
