"""What partners signed, who is mandated for what is hidden, and what may be expected of each."""

from datetime import timedelta

from schakel.network.models import Covenant, Mandate, PartnerProfile
from schakel.network.workdays import on_or_after

from .case_checks import sitting
from .load_houses import SINCE

VERSION = "Samenwerkingsafspraken, tweede versie"
CLOCK = timedelta(hours=9, minutes=45)  # at which they were registered


def load_partners(loading):
    region = loading.world.region
    house = loading.houses[region.house.key]
    manager = next(loading.people[one.key] for one in loading.world.people.values() if "manager" in one.roles)
    for one in region.organisation:
        if one.position != "house":
            PartnerProfile.objects.create(
                house=house, organisation=loading.organisations[one.key], offers=one.offers, author=manager
            )
    _covenants(loading, region, house, manager)
    _mandates(loading, house, manager)


def _covenants(loading, region, house, manager):
    regime = loading.regimes[house.slug, "complex_case"]
    at = loading.midnight(on_or_after(SINCE)) + CLOCK
    signed = [
        Covenant(regime=regime, capacity=loading.capacities[key], version=VERSION, since=SINCE, author=manager,
                 until=loading.on(one.covenant_ends))
        for one in region.organisation if one.position == "covenant" for key in one.capacity_keys()
    ]  # fmt: skip
    for covenant in signed:
        loading.put(covenant, at)


def _mandates(loading, house, manager):
    """Whoever sits in a case of a hidden regime was mandated for it before."""
    for regime in (one for one in loading.regimes.values() if one.hidden):
        cases = [one for one in loading.world.cases.values() if (one.house, one.regime) == (house.slug, regime.code)]
        Mandate.objects.bulk_create(
            Mandate(professional=loading.people[key], regime=regime, since=SINCE, author=manager)
            for key in sorted(set().union(*map(sitting, cases)))
        )
