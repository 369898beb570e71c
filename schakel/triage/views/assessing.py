from django.contrib import messages
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods

from schakel.design.parts.words import day
from schakel.houses.texts import text_of
from schakel.referrals.doors import opens_referral
from schakel.referrals.models import Decision
from schakel.referrals.rules import may_assess
from schakel.referrals.views.pages import form_page, opened_or_refused, page

from .. import actions, rules
from ..forms import AssessForm
from ..likeness import recognised
from ..models import Inquiry
from ..reading import concluded_about, inquiries_about, questions_about


@require_GET
@opens_referral(gettext_noop("prepare the assessment of a referral"))
def referral(request, referral):
    """Everything the triage needs before it decides: what is known, what was asked, what was concluded."""
    me = request.professional
    opened = opened_or_refused(referral, may_assess(me, referral))
    values = {
        "matches": recognised(referral, opened.persons), "inquiries": inquiries_about(referral),
        "questions": questions_about(referral), "concluded": concluded_about(referral),
        "may_ask": rules.may_inquire(me, referral, Inquiry.Kind.KNOWN), "may_assess": may_assess(me, referral),
    }  # fmt: skip
    return page(request, opened, "triage/referral.html", **values)


@require_http_methods(["GET", "POST"])
@opens_referral(gettext_noop("assess a referral"))
def assess(request, referral):
    """The referral beside the triage's judgement on it."""
    opened = opened_or_refused(referral, may_assess(request.professional, referral))
    begun = _begun(referral, request.GET.get("uitkomst", ""))
    form = AssessForm(request.POST or None, initial={"edition": referral.edition, **begun}, referral=referral)
    form.fields["advice"].persons = opened.persons

    def act(form):
        messages.success(request, _said(_decided(request.professional, referral, form)))

    return form_page(
        request, opened, "triage/assess.html", form, act, "referrals:referral",
        beginnings=_beginnings(referral),
    )  # fmt: skip


def _decided(by, referral, form):
    values = form.cleaned_data
    return actions.decide(
        by=by, referral=referral, edition=values["edition"], outcome=values["outcome"], answer=values["answer"],
        findings=form.read_criteria(), advice=values["advice"], director=values["director"],
        support=values["support"], key=values["once"],
    )  # fmt: skip


def _begun(referral, outcome):
    """The outcome one chose to begin with, and what the house usually writes with it."""
    if outcome not in Decision.Outcome.values:
        return {}
    given = {
        "number": referral.number, "reason": "…", "referrer": referral.referrer.name, "date": day(localdate(), "full")
    }  # fmt: skip
    return {"outcome": outcome, "answer": text_of(referral.house, f"answer_{outcome}", **given)}


def _beginnings(referral):
    """Where the same page begins with an outcome."""
    address = reverse("triage:assess", args=[referral.number])
    return [{"label": label, "url": f"{address}?uitkomst={one}"} for one, label in Decision.Outcome.choices]


def _said(done):
    if done.case:
        return _("The referral was assessed. Case {number} is open.").format(number=done.case.number)
    return _("The referral was assessed. The referrer can read the answer.")
