"""How each of the three houses works: the two neighbours in full, and of all three what they set up themselves."""

from datetime import date, time

from schakel.houses.models import ClosedDay, HouseText, IntakeQuestion, ListEntry, Table
from schakel.network.models import Criterion, House, Municipality, Partnership, Regime

SINCE = date(2024, 1, 1)  # before anything in the demonstration happened


def load_houses(loading, colleague):
    """`colleague` puts down one of them for a house, as load_network does for the first."""
    for set_up in loading.world.houses.values():
        house = loading.houses.get(set_up.key) or _neighbour(loading, set_up)
        for person in loading.world.people.values():
            if person.house == set_up.key and person.key not in loading.people:
                colleague(loading, person)
        for one in set_up.approach:
            put_approach(loading, house, loading.world.approach(set_up.key, one.like))
        _way(house, set_up)
        _own(loading, house, set_up)


def put_places(loading, house, municipalities, organisations):
    """Where a house works, and with whom."""
    loading.houses[house.slug] = house
    for place in municipalities:
        loading.municipalities[place.code] = Municipality.objects.create(code=place.code, name=place.name, house=house)
    for one in organisations:
        organisation = loading.organisations[one.key]
        if organisation.keeper is None:
            organisation.keeper = house
            organisation.save(update_fields=["keeper"])
        if one.position != "house":
            Partnership.objects.create(house=house, organisation=organisation, position=one.position, since=SINCE)


def _neighbour(loading, set_up):
    """The house with the organisation that it is itself, and its municipalities."""
    house = House.objects.create(
        name=set_up.name, region=set_up.region, motto=set_up.motto, contact_point=set_up.contact_point,
        capacity=loading.capacities[f"zvh-{set_up.key}"], slug=set_up.key,
    )  # fmt: skip
    shared = [one for one in loading.world.region.organisation if one.key in set_up.also]
    put_places(loading, house, set_up.municipality, [*set_up.organisations(), *shared])
    return house


def _way(house, set_up):
    house.slug, house.urgent = set_up.key, set_up.urgent
    house.triage_way, house.triage_workdays = set_up.triage_way, set_up.triage_workdays
    house.liberation_day = set_up.liberation_day
    if set_up.triage_way == House.Triage.LIST:
        house.list_closes_on, house.list_closes_at = set_up.list_closes_on, time.fromisoformat(set_up.list_closes_at)
        house.list_meets_on, house.list_meets_at = set_up.list_meets_on, time.fromisoformat(set_up.list_meets_at)
    house.save()


def _own(loading, house, set_up):
    """Questions, texts, lists of the whole house, closed days and tables."""
    for name, labels in (("frame_kind", set_up.frame_kinds), ("postponement", set_up.postponement_grounds)):
        put_list(house, None, name, labels)
    for position, one in enumerate(set_up.question):
        IntakeQuestion.objects.create(
            house=house, regime=loading.regimes.get((set_up.key, one.regime)), text=one.text, help=one.help,
            kind=one.kind, choices=one.choices, required=one.required, position=position,
        )  # fmt: skip
    for one in set_up.text:
        made = HouseText.objects.create(house=house, key=one.key, text=one.text)
        loading.texts[house.pk, one.key] = str(made.pk)
    for one in set_up.closed_day:
        ClosedDay.objects.create(house=house, day=loading.on(one.on), reason=one.reason)
    for one in set_up.table:
        Table.objects.create(
            house=house, regime=loading.regimes[set_up.key, one.regime], name=one.name, rhythm=one.rhythm,
            weekday=one.weekday, begins=time.fromisoformat(one.begins), ends=time.fromisoformat(one.ends),
            place=one.place, link=one.link, chair=loading.people.get(one.chair),
        )  # fmt: skip


def put_list(house, regime, name, labels):
    for position, label in enumerate(labels):
        ListEntry.objects.create(house=house, regime=regime, list=name, label=label, position=position)


def put_approach(loading, house, words):
    """One approach of one house, with its criteria and lists."""
    made = Regime.objects.create(
        house=house, code=words.key, name=words.name, purpose=words.purpose, citation=words.citation,
        citation_link=words.link, verified=words.verified, verified_on=words.verified_on or None, remark=words.remark,
        kinds=words.kinds, formula=words.formula, hidden=words.compartment == "hidden",
        training=words.compartment == "training", takes_referrals=words.takes_referrals,
        asks_mandates=words.compartment == "hidden",
        retention_months=max((term.months for term in words.retention), default=None),
        refused_months=next((one.months for one in words.retention if one.event == "referral_refused"), None),
    )  # fmt: skip
    loading.regimes[house.slug, words.key] = made
    for criterion in words.criterion:
        row = Criterion.objects.create(regime=made, number=criterion.number, text=criterion.text, area=criterion.area)
        loading.criteria[house.slug, words.key, criterion.number] = row
    lists = {"life_domain": words.life_domains, "theme": words.themes, "closing_reason": words.closing_reasons}
    for name, keys in lists.items():
        put_list(house, made, name, [loading.label(key) for key in keys])
