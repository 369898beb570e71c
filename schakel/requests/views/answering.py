"""Answering on one page: the question on top, the contribution below, or that nothing is known."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods, require_POST

from schakel.access.verdict import Refused
from schakel.cases.circle import Circle
from schakel.cases.doors import opens_case
from schakel.cases.drafts import draft_that_answers, find_draft, initial_of
from schakel.cases.forms_contribution import SITUATION, ContributionForm
from schakel.cases.header import case_page
from schakel.cases.rules_contribution import asks_about_secrecy
from schakel.cases.views.asking import attempt, done, judged
from schakel.cases.views.drafts import kept

from .. import actions, rules
from ..reading import found_request, request_in


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("a question to an organisation"))
def request_page(request, case, informationrequest):
    """The question; for who is asked the form below, for who asked how it stands."""
    around, me = Circle(case), request.professional
    asked = request_in(case, around, me, informationrequest)
    verdict = rules.may_answer(me, asked, around.of(me))
    if "keep" in request.POST:
        return _kept(request, case, asked)
    form = _form(request, case, around, asked) if verdict or request.method == "POST" else None
    if request.method == "POST" and judged(form, verdict):
        signed = {"by": me, "request": asked, "key": form.cleaned_data["once"]}
        values = signed | {"draft": find_draft(case, form.cleaned_data["draft"]), **form.read()}
        if attempt(form, actions.answer, **values):
            return done(request, _("Your answer is with who asked. Thank you."), "work:my_work")
    values = {"asked": asked, "form": form, "verdict": verdict, "draft": {"pk": form and form["draft"].value()}}
    status = 422 if request.method == "POST" else 200
    return case_page(request, case, "requests", "requests/request.html", circle=around, status=status, **values)


@require_POST
@opens_case(gettext_noop("answer that nothing is known"))
def nothing_known(request, case, informationrequest):
    """That is an answer, too."""
    try:
        actions.say_nothing_known(by=request.professional, request=found_request(case, informationrequest))
    except Refused as refusal:
        return done(request, str(refusal), "requests:request", case.number, informationrequest)
    return done(request, _("Your answer is with who asked: nothing is known."), "work:my_work")


def _kept(request, case, asked):
    """What stands in the fields is kept, whatever is missing in it."""
    words = _("Kept for you. Nobody else sees it until you give your answer.")
    if not kept(request, case, answers_id=asked.pk):
        words = _("There was nothing to keep yet.")
    return done(request, words, "requests:request", case.number, asked.pk)


def _form(request, case, around, asked):
    """The form of a contribution, in the capacity that is asked and about whom it was asked."""
    seats = around.of(request.professional)
    initial = {"about": [SITUATION] if asked.about == [case.pk] else [str(one) for one in asked.about]}
    if request.method == "GET" and (draft := draft_that_answers(case, asked.pk)):
        initial |= initial_of(draft, ContributionForm.base_fields)
    return ContributionForm(
        request.POST or None, case=case, circle=around, seats=seats, people=around.persons, runs=False,
        weighs=asks_about_secrecy(seats), corrects=asked.capacity, initial=initial,
    )  # fmt: skip
