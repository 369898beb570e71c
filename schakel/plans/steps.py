"""What was agreed and is due first, for the list of cases: the short title, which holds no personal data."""

from datetime import datetime, time

from django.db.models import Q
from django.utils import timezone

from schakel.cases.steps import Step, next_steps

from .models import Agreement
from .queries import standing


@next_steps
def first_agreement(cases):
    """Of each case the agreement that is due first and not done."""
    held = standing(Agreement.objects.filter(case__in=cases, case__closed_at=None, withdrawn_at=None))
    waiting = held.filter(Q(accepted=None) | Q(accepted=True), is_done=False).select_related(None)
    return {
        row.case_id: Step(_moment(row.due_on), row.title, late=row.due_on < timezone.localdate())
        for row in waiting.order_by("-due_on")
    }


def _moment(day):
    return timezone.make_aware(datetime.combine(day, time.max))
