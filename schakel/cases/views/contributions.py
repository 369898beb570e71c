"""Contributions: what is brought in, by whom, about whom and for whom."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods

from schakel.vault.words import Keyring

from .. import actions, rules
from ..brought_in import contributions_page
from ..circle import Circle
from ..doors import opens_case
from ..forms import RecallForm
from ..forms_contribution import ContributionForm, values_of
from ..header import case_page
from ..models import Contribution
from .asking import attempt, done, form_page, may_try


@require_GET
@opens_case(gettext_noop("contributions"))
def contributions(request, case):
    """What was brought in, newest first or by life domain."""
    around = Circle(case)
    by_domain = request.GET.get("volgorde") == "leefgebied"
    values = {
        "page": contributions_page(case, around, request.professional, request.GET.get("page"), by_domain),
        "by_domain": by_domain,
        "may_bring_in": rules.may_bring_in(request.professional, case, around.of(request.professional)),
    }
    return case_page(request, case, "contributions", "cases/contributions.html", circle=around, **values)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("bring something in"))
def bring_in(request, case):
    """Bring something in."""
    verdict = rules.may_bring_in(request.professional, case)
    form = _form(request, case)
    if may_try(form, verdict):
        values = {"case": case, "capacity": form.speaker, "on_behalf": form.on_behalf}
        if attempt(form, actions.bring_in, **_signed(request, form), **values, **form.read()):
            return done(request, _("What you brought in is kept."), "cases:contributions", case.number)
    return _page(request, case, form, title=_("Bring in"), label=_("Bring in"), verdict=verdict)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("correct a contribution"))
def correct(request, case, contribution):
    """Replace what was wrong; the first version stays, marked as corrected."""
    contribution = _found(case, contribution)
    verdict = rules.may_correct(request.professional, contribution)
    form = _form(request, case, initial=values_of(contribution), corrects=contribution.capacity)
    if may_try(form, verdict):
        values = _signed(request, form) | {"contribution": contribution}
        if attempt(form, actions.correct, **values, **form.read()):
            return done(request, _("The correction is kept."), "cases:contributions", case.number)
    lead = _("Your correction replaces the first version; that stays readable below it.")
    return _page(request, case, form, title=_("Correct"), label=_("Keep correction"), lead=lead, verdict=verdict)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("recall a contribution"))
def recall(request, case, contribution):
    """Take something back."""
    contribution = _found(case, contribution)
    verdict = rules.may_take_back(request.professional, contribution)
    form = RecallForm(request.POST or None)
    if may_try(form, verdict):
        values = {"by": request.professional, "contribution": contribution, "reason": form.cleaned_data["reason"]}
        if attempt(form, actions.recall, **values):
            return done(request, _("This was recalled."), "cases:contributions", case.number)
    notice = _("Nobody else can read it any more. Whoever could learns that something was recalled, not what.")
    words = {"notice": notice, "meaning": "negative", "verdict": verdict}
    return _page(request, case, form, title=_("Recall"), label=_("Recall"), **words)


def _form(request, case, **more):
    around = Circle(case)
    seats = around.of(request.professional)
    runs = any(seat.role in rules.RUNNING for seat in seats)
    values = {"case": case, "circle": around, "seats": seats, "people": around.persons, "runs": runs}
    return ContributionForm(request.POST or None, **values, **more)


def _signed(request, form):
    return {"by": request.professional, "key": form.cleaned_data["once"]}


def _found(case, key):
    contribution = get_object_or_404(Contribution.objects.select_related("capacity__organisation"), pk=key, case=case)
    contribution.case = case
    return Keyring.of(case).reveal([contribution])[0]


def _page(request, case, form, **words):
    back = reverse("cases:contributions", args=[case.number])
    return form_page(request, case, "contributions", form, back=back, **words)
