"""Which municipalities belong to the house; what is wrong is corrected here."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from schakel.access.doors import signed_in

from ..asking import done
from ..models import House, Municipality
from ..partners.register import house_set_up
from . import actions

RULE = "the functional administrator of a house; others read why not"


@signed_in(RULE)
@require_GET
def municipalities(request):
    """Those of my house, those of no house, and those that became part of another."""
    house = house_set_up(request)
    present = Municipality.objects.present()
    gone = Municipality.objects.filter(house=house).exclude(pk__in=present.values("pk"))
    values = {"house": house, "ours": list(present.filter(house=house)),
              "free": list(present.filter(house=None)), "gone": list(gone)}  # fmt: skip
    return render(request, "network/municipalities.html", values)


@signed_in(RULE)
@require_POST
def take(request, house, municipality):
    """Let my house serve a municipality that no other has."""
    house, municipality = get_object_or_404(House, pk=house), _municipality(municipality)
    actions.take(by=request.professional, municipality=municipality, house=house)
    return done(request, _("The municipality belongs to your house now."), "network:municipalities")


@signed_in(RULE)
@require_POST
def let_go(request, municipality):
    """Let go of one, so that another house can take it."""
    actions.let_go(by=request.professional, municipality=_municipality(municipality))
    return done(request, _("Another house can take this municipality now."), "network:municipalities")


def _municipality(key):
    return get_object_or_404(Municipality.objects.select_related("house"), pk=key)
