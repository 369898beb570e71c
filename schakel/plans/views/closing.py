"""Closing a case: the goals, who goes on with what, and why."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods

from schakel.access.verdict import Conflict
from schakel.cases import rules
from schakel.cases.circle import Circle
from schakel.cases.doors import opens_case
from schakel.cases.header import case_page
from schakel.cases.models import Seat
from schakel.cases.views.asking import attempt, done, may_try
from schakel.cases.views.circle import partners

from ..closing import conclude
from ..forms_closing import CloseForm
from .plan import goals_of


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("close the case"))
def close(request, case):
    """Close the case: result per goal, who goes on with what, reason."""
    me, around = request.professional, Circle(case)
    verdict, goals = rules.may_close(me, case, around.of(me)), goals_of(case)
    form, overtaken = _form(request, case, around, goals), False
    if may_try(form, verdict):
        try:
            if attempt(form, conclude, by=me, case=case, **form.read()):
                return done(request, _("The case is closed."), "cases:course", case.number)
        except Conflict:
            overtaken = True
    status = 409 if overtaken else 422 if form.is_bound else 200
    values = {"form": form, "verdict": verdict, "overtaken": overtaken, "circle": around, "status": status}
    return case_page(request, case, "course", "plans/close.html", **values)


def _form(request, case, around, goals):
    for goal in goals:
        goal.case = case
    ordinary = {
        seat.capacity_id: seat.capacity for seat in around if seat.role in (Seat.Role.PARTICIPANT, Seat.Role.LEAD)
    }
    own = ordinary.pop(case.house.capacity_id, None)
    others = [one for one in partners(case) if one.pk not in ordinary and one != own]
    return CloseForm(
        request.POST or None, reasons=case.regime.closing_reasons, goals=goals, seated=list(ordinary.values()),
        partners=others,
    )  # fmt: skip
