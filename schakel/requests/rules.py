"""When may who ask, remind, take back and answer? The database asks the same; here is the reason in words."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.access.verdict import ALLOWED, refuse
from schakel.cases.circle import Circle
from schakel.cases.rules import CLOSED, NOT_RUNNING_IT, runs, seats_of

from .models import RequestAnswer


def may_ask(professional, case, seats=None):
    """Whoever runs an open case."""
    if case.is_closed:
        return refuse(CLOSED)
    return ALLOWED if runs(professional, case, seats) else refuse(NOT_RUNNING_IT)


def may_be_asked(case, capacity, people, due_on):
    """A seated organisation, about whom it sits there for, by a day that is still to come."""
    if not Circle(case).sees(capacity.pk, {person.pk for person in people}):
        words = _("{organisation} takes no part for everybody this is about.")
        return refuse(words.format(organisation=capacity))
    if due_on < timezone.localdate():
        return refuse(_("This date is past; choose a day on which the answer can be there."))
    return ALLOWED


def may_remind(professional, request, seats=None):
    """Whoever runs the case, of a question that waits."""
    return _waits(request) and may_ask(professional, request.case, seats)


may_withdraw = may_remind


def may_answer(professional, request, seats=None):
    """Who sits there for the organisation that is asked."""
    seats = seats_of(professional, request.case) if seats is None else seats
    if request.capacity_id not in {seat.capacity_id for seat in seats}:
        return refuse(_("Only the organisation that is asked gives the answer."))
    if request.case.is_closed:
        return refuse(CLOSED)
    return _waits(request)


def _waits(request):
    if request.withdrawn_at:
        return refuse(_("This question was taken back; no answer is needed any more."))
    if RequestAnswer.objects.filter(request=request).exists():
        return refuse(_("This question was answered already."))
    return ALLOWED
