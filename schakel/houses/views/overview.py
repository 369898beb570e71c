from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from schakel.access.doors import signed_in
from schakel.network.models import Appointment, House, Municipality
from schakel.network.partners import register
from schakel.network.roles import houses_of
from schakel.network.rules import may_administer

from .. import actions
from ..doors import setting_up
from ..forms import HouseForm
from ..models import ListEntry
from .forming import form_page, values_of

ON_A_PAGE = 25


@signed_in("the functional administrator of a house; others read why not")
@require_GET
def mine(request):
    """The set-up of my house, or of which of my houses?"""
    may_administer(request.professional).enforce()
    houses = list(House.objects.filter(pk__in=houses_of(request.professional, Appointment.Role.ADMINISTRATOR)))
    if len(houses) == 1:
        return redirect("houses:overview", houses[0].pk)
    return render(request, "houses/mine.html", {"houses": houses})


@setting_up
@require_GET
def overview(request, house):
    """Everything a house sets up, in groups, with how much there is of it."""
    counts = {
        "regimes": house.regimes.count(), "questions": house.intake_questions.count(),
        "days": house.closed_days.count(), "tables": house.tables.count(), "texts": house.texts.count(),
        "entries": ListEntry.objects.filter(house=house).count(), "partners": register.taking_part(house).count(),
        "covenants": register.covenants_in(house).count(), "roles": register.roles_in(house).count(),
        "municipalities": Municipality.objects.present().filter(house=house).count(),
    }  # fmt: skip
    values = {"counts": counts, "recent": house.changes.select_related("author")[:5], "of_house": f"?house={house.pk}"}
    return render(request, "houses/overview.html", {"one": house, **values})


@setting_up
@require_http_methods(["GET", "POST"])
def way(request, house):
    """How the triage works, what a working day is, and what the public page says."""
    form = HouseForm(request.POST or None, initial=values_of(house, HouseForm.base_fields))

    def act(**values):
        return actions.set_house(house=house, **values)

    back = reverse("houses:way", args=[house.pk])
    return form_page(request, "houses/way.html", form, act, said=_("The way of working was changed."), back=back,
                     one=house)  # fmt: skip


@setting_up
@require_GET
def changes(request, house):
    """Who changed what, and when."""
    page = Paginator(house.changes.select_related("author"), ON_A_PAGE).get_page(request.GET.get("pagina"))
    return render(request, "houses/changes.html", {"one": house, "page": page})


@setting_up
@require_GET
def change(request, house, change):
    """One change: what stood, and what stands."""
    found = get_object_or_404(house.changes.select_related("author"), pk=change)
    return render(request, "houses/change.html", {"one": house, "change": found})
