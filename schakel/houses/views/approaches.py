from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from schakel.network.models import Criterion

from .. import actions, rules
from ..doors import setting_up
from ..forms import CriterionForm
from ..forms_approach import PHASES, ApproachForm, NewApproachForm
from .forming import form_page, once_key, values_of
from .lists import done


@setting_up
@require_http_methods(["GET", "POST"])
def new(request, house):
    """A kind of approach of the house's own."""

    def act(**values):
        return actions.add_approach(house=house, **once_key(values))

    form = NewApproachForm(request.POST or None, initial={"flexible_shell": True})
    return form_page(request, "houses/approach.html", form, act, said=_("The kind of approach was added."),
                     back=reverse("network:regimes"), one=house)  # fmt: skip


@setting_up
@require_http_methods(["GET", "POST"])
def approach(request, house, regime):
    """What follows from one legal ground."""
    regime = get_object_or_404(house.regimes.select_related("house"), pk=regime)
    initial = values_of(regime, ApproachForm.base_fields)
    initial |= {f"phase_{phase}": regime.phases.get(phase, []) for phase in PHASES}

    def act(**values):
        return actions.set_approach(regime=regime, **values)

    form = ApproachForm(request.POST or None, initial=initial)
    return form_page(request, "houses/approach.html", form, act, said=_("The kind of approach was changed."),
                     back=reverse("network:regime", args=[regime.pk]), one=house, regime=regime,
                     may_hide=rules.may_hide(request.professional, regime, not regime.hidden))  # fmt: skip


@setting_up
@require_http_methods(["GET", "POST"])
def criteria(request, house, regime):
    """The criteria of one approach, and the form for one more."""
    regime = get_object_or_404(house.regimes.select_related("house"), pk=regime)

    def act(**values):
        return actions.add_criterion(regime=regime, **values)

    retired = Criterion.every.filter(regime=regime, retired_at__isnull=False).select_related("author")
    return form_page(request, "houses/criteria.html", CriterionForm(request.POST or None), act, back=request.path,
                     said=_("The criterion was added. The formula says what it is worth."), one=house, regime=regime,
                     criteria=regime.criteria.all(), retired=retired[:20])  # fmt: skip


@setting_up
@require_http_methods(["GET", "POST"])
def criterion(request, house, criterion):
    """One criterion: in other words, or no more."""
    found = get_object_or_404(Criterion.objects.select_related("regime__house"), pk=criterion, regime__house=house)
    back = reverse("houses:criteria", args=[house.pk, found.regime_id])
    if request.POST.get("do") == "retire":
        return done(request, back, actions.retire_criterion, criterion=found)

    def act(**values):
        return actions.reword_criterion(criterion=found, **values)

    form = CriterionForm(request.POST or None, initial=values_of(found, CriterionForm.base_fields))
    return form_page(request, "houses/criterion.html", form, act, said=_("The criterion was changed."), back=back,
                     one=house, regime=found.regime, criterion=found)  # fmt: skip
