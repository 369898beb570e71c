"""Setting a goal, wording it anew, saying how it ended."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods

from schakel.access.verdict import Conflict
from schakel.cases.doors import opens_case
from schakel.cases.views.asking import attempt, done, may_try
from schakel.cases.views.asking import form_page as cases_form_page
from schakel.vault.words import Keyring

from .. import actions, rules
from ..forms import GoalForm, OutcomeForm, RewordForm
from ..models import Goal


def find(case, pk):
    """A goal of this case with its words, if it concerns me; otherwise there is none."""
    goal = get_object_or_404(Goal.objects.select_related("author"), pk=pk, case=case)
    goal.case = case
    Keyring.of(case).reveal([goal])
    return goal


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("set a goal of the plan"))
def set_goal(request, case):
    verdict = rules.may_plan(request.professional, case)
    form = GoalForm(request.POST or None, case=case)
    if may_try(form, verdict):
        given = dict(form.cleaned_data)
        if attempt(form, actions.set_goal, by=request.professional, case=case, key=given.pop("once"), **given):
            return done(request, _("The goal has been set."), "plans:plan", case.number)
    return form_page(request, case, form, _("New goal"), verdict)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("word a goal of the plan anew"))
def reword(request, case, pk):
    """Other words for a goal; who came second sees both versions."""
    goal = find(case, pk)
    form = RewordForm(request.POST or None, case=case, initial=_values(goal))
    return _edit(request, case, goal, form, _("Word the goal anew"), actions.reword_goal)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("say how a goal of the plan ended"))
def outcome(request, case, pk):
    goal = find(case, pk)
    form = OutcomeForm(request.POST or None, initial=_values(goal))
    return _edit(request, case, goal, form, _("How did this goal end?"), actions.end_goal)


def _values(goal):
    return {name: getattr(goal, name) for name in ("edition", "text", "life_domain", "outcome", "result")}


def _edit(request, case, goal, form, heading, act):
    verdict = rules.may_plan(request.professional, case, goal.about)
    differences = None
    if may_try(form, verdict):
        try:
            if attempt(form, act, by=request.professional, goal=goal, **form.cleaned_data):
                return done(request, _("The goal has been saved."), "plans:plan", case.number)
        except Conflict:
            goal = find(case, goal.pk)
            differences = form.overtaken(_values(goal))
    return form_page(request, case, form, heading, verdict, differences=differences, saved=goal)


def form_page(request, case, form, heading, verdict, *, back="", differences=None, saved=None, **words):
    """A page with one form; 422 when something in it has to be mended, 409 when somebody else was first."""
    back = back or reverse("plans:plan", args=[case.number])
    words |= {"differences": differences, "saved_by": saved.author.name} if differences else {}
    return cases_form_page(
        request, case, "plan", form, title=heading, label=_("Save"), back=back, verdict=verdict, **words
    )
