"""Which conferences are coming, and what is at the table."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.cases.models import Contribution, Recall
from schakel.design.parts.words import clock
from schakel.vault.words import Keyring

from .models import Attendance, CaseConference, Conclusion, FormalDecision

STILL_SHOWN = timedelta(hours=12)  # a conference that should have begun stays in the list for the rest of the day


def coming(days=14):
    """The conferences of these days over all my cases: number, time and place, no content.

    The row policies leave out the cases and conferences that do not concern whoever asks.
    """
    now = timezone.now()
    near = CaseConference.objects.filter(starts_at__gt=now - STILL_SHOWN, starts_at__lt=now + timedelta(days=days))
    return near.filter(ended_at=None, case__closed_at=None).select_related("case")


def of_case(case):
    """The conferences of an opened case with their questions: those ahead, soonest first, then the latest held."""
    rows = Keyring.of(case).reveal(CaseConference.objects.filter(case=case).select_related("case", "chair"))
    ahead = [row for row in rows if not row.has_ended]
    held = [row for row in reversed(rows) if row.has_ended]
    return ahead, held


def attendance_of(conference, ring=None):
    """Per organisation and person the last that was recorded, names revealed; those present first."""
    rows = Attendance.objects.filter(conference=conference).select_related("capacity__organisation", "professional")
    last = {}
    for row in (ring or Keyring.of(conference.case)).reveal(rows.order_by("recorded_at")):
        last[row.capacity_id, row.professional_id, row.name] = row
    for row in last.values():
        row.words = " · ".join(
            str(part) for part in (row.professional or row.name, row.get_how_display(), _span(row)) if part
        )
    return sorted(last.values(), key=lambda row: (not row.was_present, str(row.capacity)))


def _span(row):
    """From when until when somebody was there: "9.30 – 10.00 uur"."""
    if not row.from_at:
        return ""
    if not row.until_at:
        return _("from {time}").format(time=clock(row.from_at))
    return f"{timezone.localtime(row.from_at):%-H.%M} – {clock(row.until_at)}"


def still_present(conference):
    """Who is there and was not yet said to have left."""
    return [row for row in attendance_of(conference) if row.was_present and row.until_at is None]


def shown_at(conference):
    """The contributions that everybody invited may read: what is for some only is not shown at the table."""
    case = conference.case
    recalled = Recall.objects.filter(case=case).values("contribution_id")
    rows = Contribution.objects.filter(case=case, replaced_by=None, audience__contains=[case.pk]).exclude(
        id__in=recalled
    )
    rows = rows if conference.concerns_the_whole else rows.filter(about__contained_by=conference.about)
    return rows.select_related("capacity__organisation")


def held_at(conference):
    """Conclusions and formal decisions of this conference."""
    decisions = FormalDecision.objects.filter(conference=conference).select_related("capacity__organisation")
    return Conclusion.objects.filter(conference=conference), decisions
