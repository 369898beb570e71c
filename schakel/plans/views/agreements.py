"""An agreement: made in the plan or at a conference, answered, reported on, moved, withdrawn."""

from uuid import uuid4

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from schakel.access.verdict import Conflict
from schakel.cases.circle import Circle, people_in
from schakel.cases.doors import opens_case
from schakel.cases.header import case_page
from schakel.cases.views.asking import attempt, done, may_try
from schakel.conferences.models import CaseConference
from schakel.people.showing import display_name
from schakel.vault.words import Keyring

from .. import actions, queries, rules
from ..forms import AgreementForm, DateForm, DeclineForm, ReportForm, not_a_working_day
from ..models import Agreement
from .goals import form_page
from .plan import goals_of


def find(case, pk):
    """An agreement of this case, if it concerns me, with how it stands; otherwise there is none."""
    agreement = get_object_or_404(queries.standing(Agreement.objects.filter(case=case)), pk=pk)
    agreement.case = case
    return queries.stand(agreement)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("write down an agreement"))
def agree(request, case, conference=None):
    """What an organisation will do, by when; at a conference or without one."""
    verdict = rules.may_plan(request.professional, case)
    if conference:
        conference = get_object_or_404(CaseConference, pk=conference, case=case)
    goals = [goal for goal in goals_of(case) if goal.outcome == "open"]
    form = AgreementForm(request.POST or None, case=case, goals=goals, initial=_initial(request, conference))
    if may_try(form, verdict):
        given = dict(form.cleaned_data)
        values = {"by": request.professional, "case": case, "conference": conference, "key": given.pop("once")}
        if attempt(form, actions.agree, **values, **given):
            _tell(request, _("The agreement has been written down."), given["due_on"])
            return _back(case, conference)
    back = reverse("conferences:conference", args=[case.number, conference.pk]) if conference else ""
    return form_page(request, case, form, _("New agreement"), verdict, back=back)


def _about(agreement):
    """Above a form about an agreement: which one, and the way back to it."""
    back = reverse("plans:agreement", args=[agreement.case.number, agreement.pk])
    return {"lead": f"{agreement.title} · {agreement.seat.capacity}", "back": back}


def _back(case, conference):
    """To the table while it meets, to the page of the conference afterwards, or to the plan."""
    if not conference:
        return redirect("plans:plan", case.number)
    page = "conferences:table" if conference.is_running else "conferences:conference"
    return redirect(page, case.number, conference.pk)


def _initial(request, conference):
    """Under the goal whose button was pressed; about whom the conference is."""
    about = conference.about if conference and not conference.concerns_the_whole else []
    return {"goal": request.GET.get("doel", ""), "people": about}


def _tell(request, words, due):
    messages.success(request, words)
    if remark := not_a_working_day(due):
        messages.warning(request, remark)


@require_GET
@opens_case(gettext_noop("an agreement of the plan"))
def agreement(request, case, pk):
    """One agreement: what was agreed, what the owner answered, how it goes."""
    agreement, circle, ring, by = find(case, pk), Circle(case), Keyring.of(case), request.professional
    ring.reveal([agreement])
    values = {
        "agreement": agreement,
        "goal": next((goal for goal in goals_of(case) if goal.pk == agreement.goal_id), None),
        "about": _names_of(case, agreement),
        "answers": ring.reveal(agreement.answers.select_related("author__organisation")),
        "reports": ring.reveal(agreement.reports.select_related("author__organisation")),
        "may_answer": rules.may_answer(by, agreement, circle),
        "may_report": rules.may_report(by, agreement, circle),
        "may_change": rules.may_change(by, agreement, circle),
        "report_form": ReportForm(),
        "once": uuid4(),
    }
    return case_page(request, case, "plan", "plans/agreement.html", circle=circle, **values)


def _names_of(case, agreement):
    """The persons this agreement is about; nobody when it is about the case as a whole."""
    if agreement.concerns_the_whole:
        return ""
    return ", ".join(display_name(person) for person in people_in(case) if person.pk in agreement.about)


@require_POST
@opens_case(gettext_noop("accept an agreement"))
def accept(request, case, pk):
    agreement, form = find(case, pk), DeclineForm({"once": request.POST.get("once"), "reason": "-"})
    if form.is_valid():
        actions.accept(by=request.professional, agreement=agreement, key=form.cleaned_data["once"])
        messages.success(request, _("You accepted the agreement."))
    else:
        rules.may_answer(request.professional, agreement).enforce()
        messages.error(request, _("This form is not complete. Load the page again."))
    return redirect("plans:agreement", case.number, pk)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("refuse an agreement"))
def decline(request, case, pk):
    agreement = find(case, pk)
    verdict = rules.may_answer(request.professional, agreement)
    form = DeclineForm(request.POST or None)
    if may_try(form, verdict):
        reason, key = form.cleaned_data["reason"], form.cleaned_data["once"]
        if attempt(form, actions.decline, by=request.professional, agreement=agreement, reason=reason, key=key):
            words = _("You did not accept the agreement; the reason stands with it.")
            return done(request, words, "plans:agreement", case.number, pk)
    return form_page(request, case, form, _("Why is this not agreed?"), verdict, **_about(agreement))


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("report on an agreement"))
def report(request, case, pk):
    agreement, form = find(case, pk), ReportForm(request.POST or None)
    verdict = rules.may_report(request.professional, agreement)
    if may_try(form, verdict):
        given = dict(form.cleaned_data)
        values = {"by": request.professional, "agreement": agreement, "key": given.pop("once")}
        if attempt(form, actions.report, **values, **given):
            return done(request, _("What you reported has been recorded."), "plans:agreement", case.number, pk)
    return form_page(request, case, form, _("How does it go?"), verdict, **_about(agreement))


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("move the date of an agreement"))
def move_date(request, case, pk):
    """Another last day; who came second sees both."""
    agreement, differences = find(case, pk), None
    verdict = rules.may_change(request.professional, agreement)
    form = DateForm(request.POST or None, initial={"edition": agreement.edition, "due_on": agreement.due_on})
    if may_try(form, verdict):
        try:
            if attempt(form, actions.move_date, by=request.professional, agreement=agreement, **form.cleaned_data):
                _tell(request, _("The date has been moved."), form.cleaned_data["due_on"])
                return redirect("plans:agreement", case.number, pk)
        except Conflict:
            agreement = find(case, pk)
            differences = form.overtaken({"edition": agreement.edition, "due_on": agreement.due_on})
    around = _about(agreement) | {"differences": differences, "saved": agreement}
    return form_page(request, case, form, _("Another last day"), verdict, **around)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("withdraw an agreement"))
def withdraw(request, case, pk):
    """First what will happen, then the act."""
    agreement = find(case, pk)
    rules.may_change(request.professional, agreement).enforce()
    if request.method == "POST":
        actions.withdraw(by=request.professional, agreement=agreement, edition=agreement.edition)
        messages.success(request, _("The agreement has been withdrawn."))
        return redirect("plans:plan", case.number)
    return case_page(request, case, "plan", "plans/withdraw.html", agreement=agreement)
