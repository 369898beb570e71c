"""How a case ends: what came of each goal, who goes on with what, and why it closes."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import ALLOWED, refuse
from schakel.audit.record import act, record
from schakel.cases import actions as cases

from .actions import end_goal
from .models import Goal


@act("plan.concluded", gettext_noop("concluded the plan and closed the case"))
def conclude(*, by, case, reason, result, goals=(), taken_over=()):
    """Close a case: say how each goal ended, then close with reason, result and who goes on. (nl: afronden)

    `goals` are (goal, outcome, result, edition); `taken_over` are (capacity, what). Everything, or nothing.
    """
    for goal, outcome, came_of_it, edition in goals:
        end_goal(by=by, goal=goal, outcome=outcome, result=came_of_it, edition=edition)
    every_goal_has_ended(case).enforce()
    closing = cases.close(by=by, case=case, reason=reason, result=result, taken_over=taken_over)
    record(by=by, file=case, about=closing)
    return closing


def every_goal_has_ended(case):
    """Of no goal it is open what came of it."""
    if Goal.objects.filter(case=case, outcome=Goal.Outcome.OPEN).exists():
        return refuse(_("Say of every goal how it ended."))
    return ALLOWED
