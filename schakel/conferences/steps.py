"""The next conference, for the list of cases and the head of a case."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.cases.facts import head_fact
from schakel.cases.steps import Step, next_steps
from schakel.design.parts.words import moment

from .models import CaseConference
from .queries import STILL_SHOWN


@next_steps
def next_conference(cases):
    """Of each case the first conference ahead; number, time and place only."""
    ahead = CaseConference.objects.filter(case__in=cases, ended_at=None, starts_at__gt=timezone.now() - STILL_SHOWN)
    numbers = {case.pk: case.number for case in cases}
    return {
        row.case_id: Step(
            row.starts_at, _("Case conference"), fact=_("Next conference"),
            url=reverse("conferences:of_case", args=[numbers[row.case_id]]),
        )
        for row in ahead.order_by("-starts_at")
    }  # fmt: skip


@head_fact(
    "conference",
    """SELECT c.starts_at::text FROM conferences_caseconference c
       WHERE c.case_id = %(case)s AND c.ended_at IS NULL AND c.starts_at > now() - %(still_shown)s
       ORDER BY c.starts_at LIMIT 1""",
    still_shown=STILL_SHOWN,
)
def next_one(case, circle, starts_at):
    """When the circle meets next."""
    when = moment(datetime.fromisoformat(starts_at))
    return _("Next conference"), when, reverse("conferences:of_case", args=[case.number])
