from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods

from .. import actions, rules
from ..doors import opens_referral
from ..forms import WithdrawForm
from ..receipt import receipt_of
from .pages import form_page, opened_or_refused, page
from .steps import step_page, written


@require_http_methods(["GET", "POST"])
@opens_referral(gettext_noop("check a referral before sending"))
def send(request, referral):
    """Everything once more, what is missing, whether it can wait, and the way to the triage."""
    on = "referrals:receipt" if "send" in request.POST else "referrals:send"
    return step_page(request, referral, "send", save=_send if "send" in request.POST else None, then=on)


def _send(by, opened, form):
    actions.write_and_send(by=by, referral=opened.referral, **written(opened, form))


@require_GET
@opens_referral(gettext_noop("read the receipt of a referral"))
def receipt(request, referral):
    """That it arrived: number, date, by when one hears; nothing of what it says."""
    opened = opened_or_refused(referral, rules.is_sent(request.professional, referral))
    return page(request, opened, "referrals/receipt.html", text=receipt_of(referral))


@require_http_methods(["GET", "POST"])
@opens_referral(gettext_noop("withdraw a referral"))
def withdraw(request, referral):
    """Take it back, after asking once why."""
    opened = opened_or_refused(referral, rules.may_withdraw(request.professional, referral))
    form = WithdrawForm(request.POST or None)

    def act(form):
        actions.withdraw(by=request.professional, referral=referral, reason=form.cleaned_data["reason"])
        messages.success(request, _("The referral was withdrawn."))

    return form_page(request, opened, "referrals/withdraw.html", form, act, "referrals:referral")


@require_http_methods(["GET", "POST"])
@opens_referral(gettext_noop("throw away the draft of a referral"))
def throw_away(request, referral):
    """Destroy a draft, after asking once."""
    opened = opened_or_refused(referral, rules.may_throw_away(request.professional, referral))
    if request.method == "POST":
        actions.throw_away(by=request.professional, referral=referral)
        messages.success(request, _("The draft was thrown away. Nothing of it is left."))
        return redirect(reverse("referrals:referrals"))
    return page(request, opened, "referrals/throw_away.html")
