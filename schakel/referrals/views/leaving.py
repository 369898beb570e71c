"""What a colleague who left did not finish: handed on or thrown away, unread."""

from django import forms
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from schakel.access.doors import signed_in
from schakel.design.forms import Form
from schakel.network.asking import attempt, done, may_try
from schakel.network.models import Professional

from .. import actions, rules
from ..leaving import left_behind

RULE = "the contact of an organisation; others find nothing here"


class HandOnForm(Form):
    """Who goes on with it."""

    colleague = forms.ModelChoiceField(None, label=gettext_lazy("Who goes on with it?"))

    def __init__(self, *args, organisation, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["colleague"].queryset = Professional.objects.working().filter(organisation=organisation)


@signed_in(RULE)
@require_GET
def left(request):
    """Drafts, and what was sent and waits: numbers and days."""
    names = Professional.objects.filter(organisation=request.professional.organisation_id).in_bulk()
    found = left_behind()
    for one in found:
        one.colleague = names.get(one.referrer)
    return render(request, "referrals/left.html", {"found": found})


@signed_in(RULE)
@require_http_methods(["GET", "POST"])
def hand_on(request, referral):
    """Choose who goes on with it."""
    one = _find(referral)
    form = HandOnForm(request.POST or None, organisation=request.professional.organisation_id)
    if may_try(form, rules.may_deal_with(request.professional, one)):
        given = {"by": request.professional, "left": one, "colleague": form.cleaned_data["colleague"]}
        if attempt(form, actions.hand_on, **given):
            return done(request, _("Your colleague finds it among their own referrals."), "referrals:left")
    return render(request, "referrals/hand_on.html", {"form": form, "one": one}, status=422 if form.is_bound else 200)


@signed_in(RULE)
@require_http_methods(["GET", "POST"])
def throw_away_left(request, referral):
    """Destroy a draft, after asking once."""
    one = _find(referral)
    rules.may_throw_away_left(request.professional, one).enforce()
    if request.method == "POST":
        actions.throw_away_left(by=request.professional, left=one)
        return done(request, _("The draft was thrown away. Nothing of it is left."), "referrals:left")
    return render(request, "referrals/throw_away_left.html", {"one": one})


def _find(key):
    found = next((one for one in left_behind() if one.pk == key), None)
    if found is None:
        raise Http404
    return found
