"""What the functional administrator reads: who takes part, who does what, what was signed."""

from django.shortcuts import get_object_or_404

from ..models import Appointment, Capacity, Covenant, House, Organisation, Partnership, Regime
from ..roles import houses_of
from ..rules import may_administer


def house_set_up(request):
    """The house that I set up; of several the one asked for."""
    may_administer(request.professional).enforce()
    mine = House.objects.filter(pk__in=houses_of(request.professional, Appointment.Role.ADMINISTRATOR))
    found = [house for house in mine.order_by("name") if str(house.pk) == request.GET.get("house")]
    return found[0] if found else get_object_or_404(mine.order_by("name")[:1])


def roles_in(house):
    """Who holds which role in this house today."""
    held = Appointment.objects.today().filter(house=house).select_related("professional__organisation")
    return held.order_by("role", "professional__name")


def taking_part(house):
    """Partners of today and of what is to come, with how."""
    found = Partnership.objects.not_over().filter(house=house).select_related("organisation")
    return found.order_by("organisation__name")


def not_yet_partners(house):
    """Organisations that are there, but take no part in this house today."""
    there = Partnership.objects.today().filter(house=house).values("organisation")
    return Organisation.objects.exclude(pk__in=there).exclude(kind="house").order_by("name")


def covenants_in(house):
    found = Covenant.objects.filter(regime__house=house).select_related("regime", "capacity__organisation")
    return found.order_by("capacity__organisation__name", "-since")


def regimes_of(house):
    return Regime.objects.filter(house=house)


def capacities_in(house):
    """The capacities of those who take part."""
    there = Partnership.objects.today().filter(house=house).values("organisation")
    return Capacity.objects.filter(organisation__in=there).select_related("organisation")
