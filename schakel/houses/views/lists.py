"""What stands in lists: closed days, questions at intake, possibilities to choose from."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from schakel.access.verdict import Refused

from .. import actions
from ..doors import setting_up
from ..forms import DayForm, EntryForm, QuestionForm
from ..lists import BY_APPROACH, entries
from ..models import ClosedDay, IntakeQuestion, ListEntry
from .forming import form_page, once_key, values_of


@setting_up
@require_http_methods(["GET", "POST"])
def days(request, house):
    """The days on which the house does not work."""

    def act(**values):
        return actions.close_day(house=house, **once_key(values))

    back = reverse("houses:days", args=[house.pk])
    return form_page(request, "houses/days.html", DayForm(request.POST or None), act, said=_("The day was added."),
                     back=back, one=house, days=house.closed_days.all())  # fmt: skip


@setting_up
@require_POST
def day(request, house, day):
    """Open on that day after all."""
    found = get_object_or_404(ClosedDay, pk=day, house=house)
    return done(request, reverse("houses:days", args=[house.pk]), actions.open_day, closed_day=found)


@setting_up
@require_http_methods(["GET", "POST"])
def questions(request, house):
    """The questions of the house, in the order in which they are asked."""

    def act(**values):
        return actions.ask(house=house, **once_key(values))

    asked = house.intake_questions.select_related("regime")
    back = reverse("houses:questions", args=[house.pk])
    return form_page(request, "houses/questions.html", QuestionForm(request.POST or None, house=house), act,
                     said=_("The question was added."), back=back, one=house, questions=asked)  # fmt: skip


@setting_up
@require_http_methods(["GET", "POST"])
def question(request, house, question):
    """One question: in other words, one place up or down, or no more."""
    found = get_object_or_404(IntakeQuestion.objects.select_related("regime"), pk=question, house=house)
    back = reverse("houses:questions", args=[house.pk])
    if request.POST.get("do"):
        return moved(request, back, actions.move_question, actions.retire_question, question=found)
    initial = values_of(found, QuestionForm.base_fields) | {"choices": "\n".join(found.choices)}
    form = QuestionForm(request.POST or None, initial=initial, house=house)

    def act(once, **values):
        return actions.reword_question(question=found, **values)

    return form_page(request, "houses/question.html", form, act, said=_("The question was changed."), back=back,
                     one=house, question=found)  # fmt: skip


@setting_up
@require_GET
def lists(request, house):
    """All lists of the house, each with what stands in it."""
    found = {}
    for entry in ListEntry.objects.filter(house=house).select_related("regime"):
        found.setdefault((entry.list, entry.regime_id), []).append(entry.label)
    regimes = list(house.regimes.all())
    groups = [_group(name, None, found) for name in ListEntry.List if name not in BY_APPROACH]
    by_approach = [(regime, [_group(name, regime, found) for name in BY_APPROACH]) for regime in regimes]
    return render(request, "houses/lists.html", {"one": house, "groups": groups, "by_approach": by_approach})


def _group(name, regime, found):
    return {"name": name, "labels": found.get((name, regime and regime.pk), [])}


@setting_up
@require_http_methods(["GET", "POST"])
def one_list(request, house, name, regime=None):
    """One list: what stands in it, in its order."""
    if name not in ListEntry.List.values or (name in BY_APPROACH) != bool(regime):
        raise Http404
    regime = get_object_or_404(house.regimes, pk=regime) if regime else None

    def act(once, label):
        return actions.add_entry(house=house, name=name, regime=regime, label=label, key=once)

    title = ListEntry.List(name).label
    return form_page(request, "houses/list.html", EntryForm(request.POST or None), act, said=_("It was added."),
                     back=request.path, one=house, title=title, regime=regime,
                     entries=entries(house, name, regime))  # fmt: skip


@setting_up
@require_POST
def entry(request, house, entry):
    """One place up or down, or off the list."""
    found = get_object_or_404(ListEntry.objects.select_related("regime"), pk=entry, house=house)
    path = [house.pk, found.list, *([found.regime_id] if found.regime_id else [])]
    return moved(request, reverse("houses:list", args=path), actions.move_entry, actions.retire_entry, entry=found)


def moved(request, back, move, retire, **thing):
    if request.POST["do"] == "retire":
        return done(request, back, retire, **thing)
    return done(request, back, move, up=request.POST["do"] == "up", **thing)


def done(request, back, act, **arguments):
    """Do it and go back; why not stands above the list."""
    try:
        act(by=request.professional, **arguments)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(back)
