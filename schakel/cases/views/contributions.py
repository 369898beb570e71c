"""Contributions: what is brought in, by whom, about whom and for whom."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods

from schakel.access.verdict import Conflict
from schakel.design.parts.words import moment

from .. import actions, rules
from ..brought_in import contribution_in, contributions_page
from ..circle import Circle
from ..doors import opens_case
from ..drafts import as_id, find_draft, initial_of, my_drafts
from ..forms import RecallForm
from ..forms_contribution import ContributionForm, values_of, versions_beside
from ..header import case_page
from ..rules_contribution import asks_about_secrecy
from .asking import attempt, done, form_page, may_try
from .drafts import kept


@require_GET
@opens_case(gettext_noop("contributions"))
def contributions(request, case):
    """What was brought in, newest first or by life domain."""
    around = Circle(case)
    by_domain = request.GET.get("volgorde") == "leefgebied"
    number, near = request.GET.get("page"), as_id(request.GET.get("inbreng"))
    values = {
        "page": contributions_page(case, around, request.professional, number, by_domain, near),
        "by_domain": by_domain,
        "drafts": my_drafts(case),
        "may_bring_in": rules.may_bring_in(request.professional, case, around.of(request.professional)),
    }
    return case_page(request, case, "contributions", "cases/contributions.html", circle=around, **values)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("bring something in"))
def bring_in(request, case):
    """Bring something in, or keep it to go on later."""
    if "keep" in request.POST:
        return _kept(request, case)
    verdict = rules.may_bring_in(request.professional, case)
    form = _form(request, case)
    if may_try(form, verdict):
        values = {"case": case, "capacity": form.speaker, "on_behalf": form.on_behalf}
        if attempt(form, actions.bring_in, **_signed(request, case, form), **values, **form.read()):
            return done(request, _("What you brought in is kept."), "cases:contributions", case.number)
    return _page(request, case, form, title=_("Bring in"), label=_("Bring in"), verdict=verdict)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("correct a contribution"))
def correct(request, case, contribution):
    """Replace what was wrong; the first version stays, marked as corrected."""
    if "keep" in request.POST:
        return _kept(request, case)
    contribution = contribution_in(case, contribution)
    verdict = rules.may_correct(request.professional, contribution)
    form = _form(request, case, initial=values_of(contribution), corrects=contribution.capacity)
    meanwhile = None
    if may_try(form, verdict):
        try:
            values = _signed(request, case, form) | {"contribution": contribution}
            if attempt(form, actions.correct, **values, **form.read()):
                return done(request, _("The correction is kept."), "cases:contributions", case.number)
        except Conflict as conflict:
            meanwhile, verdict = contribution_in(case, conflict.saved.pk), True
    return _correction(request, case, form, contribution, meanwhile, verdict)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("recall a contribution"))
def recall(request, case, contribution):
    """Take something back."""
    contribution = contribution_in(case, contribution)
    verdict = rules.may_take_back(request.professional, contribution)
    form = RecallForm(request.POST or None)
    if may_try(form, verdict):
        values = {"by": request.professional, "contribution": contribution, "reason": form.cleaned_data["reason"]}
        if attempt(form, actions.recall, **values):
            words = _("This was recalled. Whoever learnt it is asked not to use it any more.")
            return done(request, words, "cases:contributions", case.number)
    notice = _(
        "Nobody else can read it any more. Whoever read it, or was there when it was shown, is asked to confirm "
        "that they no longer use it."
    )
    words = {"notice": notice, "meaning": "negative", "verdict": verdict}
    back = reverse("cases:contributions", args=[case.number])
    return form_page(request, case, "contributions", form, back=back, title=_("Recall"), label=_("Recall"), **words)


def _form(request, case, *, initial=None, **more):
    around = Circle(case)
    seats = around.of(request.professional)
    runs = any(seat.role in rules.RUNNING for seat in seats)
    values = {"case": case, "circle": around, "seats": seats, "people": around.persons, "runs": runs}
    draft = find_draft(case, request.GET.get("concept", ""))
    if draft:
        initial = (initial or {}) | initial_of(draft, ContributionForm.base_fields)
    values |= {"weighs": asks_about_secrecy(seats), "initial": initial}
    return ContributionForm(request.POST or None, **values, **more)


def _kept(request, case):
    """What stands in the fields is kept, whatever is missing in it."""
    words = _("Kept for you. Nobody else sees it until you bring it in.")
    if not kept(request, case):
        words = _("There was nothing to keep yet.")
    return done(request, words, "cases:contributions", case.number)


def _signed(request, case, form):
    draft = find_draft(case, form.cleaned_data.get("draft") or "")
    return {"by": request.professional, "key": form.cleaned_data["once"], "draft": draft}


def _correction(request, case, form, contribution, meanwhile, verdict):
    """The form; when a colleague corrected the same meanwhile, both versions, and what was typed corrects theirs."""
    lead = _("Your correction replaces the first version; that stays readable beside it.")
    words = {"title": _("Correct"), "label": _("Keep correction"), "lead": lead, "verdict": verdict}
    if meanwhile:
        words |= {
            "differences": versions_beside(form, meanwhile), "saved_by": str(meanwhile.author),
            "saved_when": moment(meanwhile.brought_in_at), "status": 409,
            "form_action": reverse("cases:correct", args=[case.number, meanwhile.pk]),
        }  # fmt: skip
    return _page(request, case, form, corrects=str((meanwhile or contribution).pk), **words)


def _page(request, case, form, *, title, lead="", status=None, **words):
    values = {"form": form, "form_title": title, "form_lead": lead, "draft": {"pk": form["draft"].value()}}
    values |= {"back": reverse("cases:contributions", args=[case.number]), "corrects": "", "was_kept": False}
    values |= {"form_action": "", "differences": None, "saved_by": "", "saved_when": "", **words}
    status = status or (422 if form.is_bound else 200)
    return case_page(request, case, "contributions", "cases/contribution_form.html", status=status, **values)
