from django.contrib import messages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods

from .. import actions, rules
from ..doors import opens_referral
from ..forms import AdditionForm, ContactForm
from ..reading import Opened
from .pages import one_form, opened_or_refused, page


@require_GET
@opens_referral(gettext_noop("read a referral"))
def referral(request, referral):
    """Everything a referral says, its status, what was added, and the answer."""
    me, opened = request.professional, Opened(referral)
    verdicts = _of_writer(me, referral) if rules.is_writer(me, referral) else _of_triage(me, referral)
    return page(request, opened, "referrals/referral.html", **verdicts)


def _of_writer(me, referral):
    verdicts = {
        "is_writer": True, "may_withdraw": rules.may_withdraw(me, referral), "may_add": rules.may_add_to(me, referral),
        "may_throw_away": rules.may_throw_away(me, referral), "may_name_contact": rules.may_name_contact(me, referral),
    }  # fmt: skip
    return verdicts | ({} if rules.may_write(me, referral) else {"may_begin": rules.may_begin(me)})


def _of_triage(me, referral):
    return {"is_writer": False, "may_assess": rules.may_assess(me, referral)}


@require_http_methods(["GET", "POST"])
@opens_referral(gettext_noop("name the contact of a referral"))
def contact(request, referral):
    """Which colleague sees the referral as well."""
    opened = opened_or_refused(referral, rules.may_name_contact(request.professional, referral))
    initial = {"edition": referral.edition, "contact": referral.contact_id}
    form = ContactForm(request.POST or None, initial=initial, professional=request.professional)

    def act(form):
        actions.name_contact(by=request.professional, referral=referral, contact=form.cleaned_data["contact"])

    words = {"form_title": _("Contact"), "label": _("Save")}
    return one_form(request, opened, form, act, "referrals:referral", **words)


@require_http_methods(["GET", "POST"])
@opens_referral(gettext_noop("add to a referral"))
def add(request, referral):
    """Something more, after sending."""
    opened = opened_or_refused(referral, rules.may_add_to(request.professional, referral))
    form = AdditionForm(request.POST or None)

    def act(form):
        values = form.cleaned_data
        actions.add_to(by=request.professional, referral=referral, text=values["text"], key=values["once"])
        messages.success(request, _("Your addition was added. The triage reads it."))

    words = {"form_title": _("Add something"), "label": _("Add")}
    return one_form(request, opened, form, act, "referrals:referral", **words)
