"""The next conference, for the list of cases and the head of a case."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.cases.steps import Step, next_steps

from .models import CaseConference
from .queries import STILL_SHOWN


@next_steps(for_the_head=True)
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
