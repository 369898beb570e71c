"""The first page of a case: why it is there, what was agreed, who stands around it, what happened last."""

from itertools import groupby

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.cases.network import drawing
from schakel.conferences.models import CaseConference
from schakel.people.holding import Brief
from schakel.people.models import Relation
from schakel.plans import queries as plans

from .happened import Event, happened

LATEST = 8
SHOWN = 12  # agreements, the first to be due; the plan has the rest


def overview(case, circle):
    """What the template shows; every part is what the row policies let the reader see."""
    brief = brief_of(case, circle)
    conferences = list(CaseConference.objects.filter(case=case).order_by("-starts_at")[:LATEST])
    events = [*happened(case, LATEST), *met(case, conferences)]
    return {
        "holding": brief,
        "agreements": plans.running_in(case)[:SHOWN],
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


def met(case, conferences):
    """One event for each day: a table may talk about a case in parts, each about other persons."""
    held = [row for row in conferences if row.ended_at]
    for _day, rows in groupby(held, key=lambda row: localtime(row.ended_at).date()):
        parts = list(rows)
        minutes = sum(row.minutes for row in parts)
        words = ngettext("{minutes} minute", "{minutes} minutes", minutes).format(minutes=minutes)
        if len(parts) > 1:
            words = _("{count} parts, {minutes}").format(count=len(parts), minutes=words)
        yield Event(_("Case conference"), parts[0].ended_at, words, _conference(parts[0], case))


def _conference(conference, case):
    return reverse("conferences:conference", args=[case.number, conference.pk])
