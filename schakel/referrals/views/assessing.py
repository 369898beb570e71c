from django.contrib import messages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods

from .. import actions, rules
from ..doors import opens_referral
from ..forms import AssessForm
from .pages import form_page, opened_or_refused


@require_http_methods(["GET", "POST"])
@opens_referral(gettext_noop("assess a referral"))
def assess(request, referral):
    """The referral beside the triage's judgement on it."""
    opened = opened_or_refused(referral, rules.may_assess(request.professional, referral))
    form = AssessForm(request.POST or None, initial={"edition": referral.edition}, referral=referral)

    def act(form):
        values = form.cleaned_data
        done = actions.decide(
            by=request.professional, referral=referral, edition=values["edition"], outcome=values["outcome"],
            findings=form.read_criteria(), answer=values["answer"], director=values["director"],
            support=values["support"], key=values["once"],
        )  # fmt: skip
        messages.success(request, _said(done))

    return form_page(request, opened, "referrals/assess.html", form, act, "referrals:referral")


def _said(done):
    if done.case:
        return _("The referral was assessed. Case {number} is open.").format(number=done.case.number)
    return _("The referral was assessed. The referrer can read the answer.")
