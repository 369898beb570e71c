"""The house, its partners, who works where, and the kinds of approach."""

from datetime import date

from schakel.network.models import (
    Appointment,
    Capacity,
    House,
    Municipality,
    Organisation,
    Partnership,
    Professional,
)
from schakel.signin.models import Account

from .load_houses import load_houses, put_approach

SINCE = date(2024, 1, 1)  # before anything in the demonstration happened


def load_network(loading):
    """Everything that the cases refer to."""
    _organisations(loading)
    _house(loading)
    for person in loading.world.people.values():
        _professional(loading, person)
    lists = loading.world.regimes
    loading.labels = {entry.key: entry.label for entry in [*lists.life_domain, *lists.closing_reason, *lists.theme]}
    for regime in lists.regime:
        _regime(loading, regime)
    load_houses(loading, _professional, put_approach)


def _organisations(loading):
    for one in loading.world.region.organisation:
        organisation = Organisation.objects.create(
            name=one.name, short_name=one.short_name, kind=one.kind, chain=one.chains[0]
        )
        loading.organisations[one.key] = organisation
        for key, name in zip(one.capacity_keys(), one.capacities, strict=True):
            loading.capacities[key] = Capacity.objects.create(organisation=organisation, name=name)


def _house(loading):
    region = loading.world.region
    house = region.house
    loading.house = House.objects.create(
        name=house.name, region=house.key.title(), motto=house.motto, contact_point=house.contact_point,
        capacity=loading.capacities[house.own_organisation], triage_workdays=house.triage_term_working_days,
    )  # fmt: skip
    Organisation.objects.filter(keeper=None).update(keeper=loading.house)
    for place in region.municipality:
        Municipality.objects.create(code=place.code, name=place.name, house=loading.house)
    for one in region.organisation:
        if one.position != "house":
            Partnership.objects.create(
                house=loading.house, organisation=loading.organisations[one.key], position=one.position, since=SINCE
            )


def _professional(loading, person, house=None):
    """A colleague, with an account when they are a persona: one click, and no password that fits."""
    organisation = loading.capacities[person.capacities[0]].organisation
    professional = Professional.objects.create(name=person.name, function=person.title, organisation=organisation)
    loading.people[person.key] = professional
    for role in person.roles:
        Appointment.objects.create(professional=professional, house=house or loading.house, role=role, since=SINCE)
    if person.contact:
        loading.contacts[organisation.pk] = professional
        Appointment.objects.create(
            professional=professional, organisation=organisation, role=Appointment.Role.CONTACT, since=SINCE
        )
    if person.account:
        account = Account(username=person.key, professional_id=professional.pk)
        account.set_unusable_password()
        account.save(using="default", force_insert=True)  # as the owner: the door itself makes no accounts


def _regime(loading, regime):
    chosen = {"life_domain": regime.life_domains, "theme": regime.themes, "closing_reason": regime.closing_reasons}
    lists = {name: [loading.label(key) for key in keys] for name, keys in chosen.items()}
    months = max((term.months for term in regime.retention), default=None)
    made = loading.regimes[regime.key] = put_approach(loading.house, regime, lists, months)
    for criterion in made.criteria.all():
        loading.criteria[regime.key, criterion.number] = criterion
