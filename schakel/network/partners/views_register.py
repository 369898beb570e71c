"""Setting up a house: its partners, who does what in it, and the register of covenants."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from schakel.access.doors import signed_in

from .. import kinds
from ..asking import among, attempt, done, form_page, may_try
from ..models import Covenant
from . import actions, register, rules
from .forms import CovenantForm, EndForm, OrganisationForm, PartnerForm

PER_PAGE = 25
RULE = "the functional administrator of a house; others read why not"


@signed_in(RULE)
@require_GET
def register_of_partners(request):
    """Who takes part in my house, and how."""
    house = register.house_set_up(request)
    page = Paginator(register.taking_part(house), PER_PAGE).get_page(request.GET.get("page"))
    for one in page.object_list:
        one.kind_in_words = kinds.in_words(one.organisation.kind)
    return render(request, "network/register.html", {"house": house, "page": page})


@signed_in(RULE)
@require_http_methods(["GET", "POST"])
def new_partner(request):
    """An organisation that was not there yet."""
    house = register.house_set_up(request)
    form = OrganisationForm(request.POST or None)
    if may_try(form, rules.may_bring_in(request.professional, house)):
        values = dict(form.cleaned_data)
        given = {"by": request.professional, "house": house, "key": values.pop("once")}
        if made := attempt(form, actions.register_organisation, **given, **values):
            return done(request, _("The organisation takes part."), "network:partner", made.pk)
    words = {"title": _("A new partner"), "label": _("Add"), "lead": str(house)}
    return form_page(request, form, **_among_partners(), **words)


@signed_in(RULE)
@require_http_methods(["GET", "POST"])
def known_partner(request):
    """An organisation that takes part in another house already."""
    house = register.house_set_up(request)
    form = PartnerForm(request.POST or None, organisations=register.not_yet_partners(house))
    if may_try(form, rules.may_bring_in(request.professional, house)):
        given = {"by": request.professional, "house": house}
        if attempt(form, actions.add_partner, **given, **form.cleaned_data):
            return done(request, _("The organisation takes part."), "network:register")
    words = {"title": _("A partner of another house, too"), "label": _("Add"), "lead": str(house)}
    return form_page(request, form, **_among_partners(), **words)


@signed_in(RULE)
@require_GET
def roles(request):
    """Who does what in my house."""
    house = register.house_set_up(request)
    return render(request, "network/roles.html", {"house": house, "held": list(register.roles_in(house))})


@signed_in(RULE)
@require_GET
def covenants(request):
    """What was signed, in which capacity, for which kind of approach."""
    house = register.house_set_up(request)
    page = Paginator(register.covenants_in(house), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "network/covenants.html", {"house": house, "page": page})


@signed_in(RULE)
@require_http_methods(["GET", "POST"])
def covenant(request):
    """Register what an organisation signed."""
    house = register.house_set_up(request)
    chosen = {"regimes": register.regimes_of(house), "capacities": register.capacities_in(house)}
    form = CovenantForm(request.POST or None, **chosen)
    if may_try(form, rules.may_bring_in(request.professional, house)):
        values = dict(form.cleaned_data)
        given = {"by": request.professional, "key": values.pop("once")}
        if attempt(form, actions.register_covenant, **given, **values):
            return done(request, _("The covenant was registered."), "network:covenants")
    words = {"title": _("Register a covenant"), "label": _("Register"), "lead": str(house)}
    return form_page(request, form, **_among_covenants(), **words)


@signed_in(RULE)
@require_http_methods(["GET", "POST"])
def end_covenant(request, covenant):
    """An organisation leaves a covenant."""
    found = get_object_or_404(Covenant.objects.select_related("regime", "capacity__organisation"), pk=covenant)
    form = EndForm(request.POST or None)
    if may_try(form, rules.may_end_covenant(request.professional, found)):
        given = {"by": request.professional, "covenant": found}
        if attempt(form, actions.end_covenant, **given, **form.cleaned_data):
            return done(request, _("The covenant has ended."), "network:covenants")
    notice = _(
        "From the next day it takes part in no case of this kind. What it owes about the past stays: keeping, "
        "answering, destroying."
    )
    words = {"title": _("A partner leaves the covenant"), "label": _("End the covenant"), "lead": str(found.capacity)}
    return form_page(request, form, notice=notice, **_among_covenants(), **words)


def _among_partners():
    return among(_("Partners of the house"), reverse("network:register"))


def _among_covenants():
    return among(_("Register of covenants"), reverse("network:covenants"))
