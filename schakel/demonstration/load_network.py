"""The house, its partners, who works where, and the kinds of approach."""

from schakel.network.models import (
    Appointment,
    Capacity,
    House,
    Organisation,
    Professional,
)
from schakel.signin.models import Account

from .load_houses import SINCE, load_houses, put_approach, put_places
from .load_partners import load_partners


def load_network(loading):
    """Everything that the cases refer to."""
    _organisations(loading)
    _house(loading)
    for person in loading.world.people.values():
        if person.house == loading.world.region.house.key:
            _professional(loading, person)
    lists = loading.world.regimes
    loading.labels = {entry.key: entry.label for entry in [*lists.life_domain, *lists.closing_reason, *lists.theme]}
    for regime in lists.regime:
        house = loading.houses[loading.world.region.house.key]
        put_approach(loading, house, regime)
    load_houses(loading, _professional)
    load_partners(loading)


def _organisations(loading):
    for one in loading.world.organisations:
        organisation = Organisation.objects.create(
            name=one.name, short_name=one.short_name, kind=one.kind, chain=one.chains[0]
        )
        loading.organisations[one.key] = organisation
        for key, name in zip(one.capacity_keys(), one.capacities, strict=True):
            loading.capacities[key] = Capacity.objects.create(organisation=organisation, name=name)


def _house(loading):
    region = loading.world.region
    house = region.house
    made = House.objects.create(
        name=house.name, region=house.key.title(), motto=house.motto, contact_point=house.contact_point, slug=house.key,
        capacity=loading.capacities[house.own_organisation], triage_workdays=house.triage_term_working_days,
    )  # fmt: skip
    put_places(loading, made, region.municipality, region.organisation)


def _professional(loading, person):
    """A colleague, with an account when they are a persona: one click, and no password that fits."""
    organisation = loading.capacities[person.capacities[0]].organisation
    professional = Professional.objects.create(
        name=person.name, function=person.title, organisation=organisation, phone=person.telephone, email=person.email,
        left_on=loading.on(person.left),
    )  # fmt: skip
    loading.people[person.key] = professional
    for role in person.roles:
        Appointment.objects.create(
            professional=professional, house=loading.houses[person.house], role=role, since=SINCE
        )
    if person.contact:
        loading.contacts[organisation.pk] = professional
        Appointment.objects.create(
            professional=professional, organisation=organisation, role=Appointment.Role.CONTACT, since=SINCE
        )
    if person.account:
        account = Account(username=person.key, professional_id=professional.pk)
        account.set_unusable_password()
        account.save(using="default", force_insert=True)  # as the owner: the door itself makes no accounts
