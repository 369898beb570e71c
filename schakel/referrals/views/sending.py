from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods

from schakel.access.verdict import Refused

from .. import actions, rules
from ..doors import opens_referral
from ..forms import WithdrawForm
from ..reading import Opened
from .pages import form_page, opened_or_refused, page


@require_http_methods(["GET", "POST"])
@opens_referral(gettext_noop("check a referral before sending"))
def send(request, referral):
    """Everything once more, what is missing, and the way to the triage."""
    opened = opened_or_refused(referral, rules.may_write(request.professional, referral))
    if request.method == "POST":
        try:
            actions.send(by=request.professional, referral=referral)
            messages.success(
                request, _("Your referral was sent to the triage of {house}.").format(house=referral.house)
            )
            return redirect("referrals:referral", referral.number)
        except Refused:
            opened = Opened(referral)
    may_send = rules.may_send(request.professional, referral, opened.missing)
    status = 422 if request.method == "POST" else 200
    return page(request, opened, "referrals/send.html", status=status, step="send", may_send=may_send)


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
