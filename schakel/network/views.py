from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from schakel.access.doors import signed_in
from schakel.access.verdict import Conflict, Refused

from . import actions, rules
from .forms import FormulaForm
from .models import Appointment, Regime
from .roles import houses_of
from .wording import in_conjunctions, ways


@signed_in("the functional administrator of a house; others read why not")
@require_GET
def regimes(request):
    """The kinds of approach of the houses that I administer."""
    rules.may_administer(request.professional).enforce()
    houses = houses_of(request.professional, Appointment.Role.ADMINISTRATOR)
    found = list(Regime.objects.filter(house__in=houses).prefetch_related("criteria"))
    for regime in found:
        regime.words = in_conjunctions(regime.formula)
    return render(request, "network/regimes.html", {"regimes": found, "houses": houses})


@signed_in("the functional administrator of its house; others read why not")
@require_http_methods(["GET", "POST"])
def regime(request, regime):
    """One kind of approach: its ground, its criteria, and the formula that can be changed."""
    regime = get_object_or_404(Regime.objects.select_related("house"), pk=regime)
    rules.may_administer(request.professional).enforce()
    may_set = rules.may_set_formula(request.professional, regime)
    form = FormulaForm(request.POST or None, initial=_values(regime), regime=regime)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_formula(by=request.professional, regime=regime, **form.cleaned_data)
            messages.success(request, _("The formula was changed. The triage judges by it from now on."))
            return redirect("network:regime", regime.pk)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        except Conflict as conflict:
            return _overtaken(request, form, conflict.saved)
    return _page(request, regime, form, may_set=may_set)


def _values(regime):
    return {"formula": in_conjunctions(regime.formula), "edition": regime.edition}


def _overtaken(request, form, saved):
    """Somebody else set it meanwhile: both versions, and the way to send mine again."""
    differences = form.overtaken(_values(saved))
    may_set = rules.may_set_formula(request.professional, saved)
    return _page(request, saved, form, may_set=may_set, differences=differences)


def _page(request, regime, form, **context):
    criteria = list(regime.criteria.all())
    values = {"regime": regime, "form": form, "criteria": criteria, "ways": ways(regime, criteria)} | context
    status = 409 if context.get("differences") else 422 if form.is_bound else 200
    return render(request, "network/regime.html", values, status=status)
