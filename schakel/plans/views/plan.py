"""The plan of a case: goals, the agreements under them, and how they stand."""

from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET

from schakel.cases.circle import Circle
from schakel.cases.doors import opens_case
from schakel.cases.header import case_page
from schakel.vault.words import Keyring

from .. import queries, rules
from ..models import Goal


def goals_of(case):
    """The goals of an opened case that I see, with their words."""
    return Keyring.of(case).reveal(Goal.objects.filter(case=case))


@require_GET
@opens_case(gettext_noop("the plan of the case"))
def plan(request, case):
    """One joint plan: what it wants to reach, who does what, by when."""
    circle, goals = Circle(case), goals_of(case)
    agreements = queries.of_case(case)
    held = [row for row in agreements if row.state != "withdrawn"]
    known = {goal.pk for goal in goals}
    for goal in goals:
        goal.key = str(goal.pk)
        goal.agreements = [row for row in held if row.goal_id == goal.pk]
    values = {
        "goals": goals,
        "loose": [row for row in held if row.goal_id not in known],
        "withdrawn": [row for row in agreements if row.state == "withdrawn"],
        "counted": queries.counted(held),
        "asked": [
            row for row in held if row.state == "unanswered" and rules.may_answer(request.professional, row, circle)
        ],
        "may_plan": rules.may_plan(request.professional, case, circle=circle),
    }
    return case_page(request, case, "plan", "plans/plan.html", circle=circle, **values)
