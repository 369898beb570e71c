"""How each of the three houses works: the two neighbours in full, and of all three what they set up themselves."""

from dataclasses import replace
from datetime import time

from schakel.houses.models import ClosedDay, HouseText, IntakeQuestion, ListEntry, Table
from schakel.network.models import Capacity, Criterion, House, Municipality, Organisation, Regime


def load_houses(loading, colleague, approach):
    """`colleague` and `approach` put down one of them for a house, as load_network does for the first."""
    for set_up in loading.world.houses.values():
        house = loading.house if set_up.key == loading.world.region.house.key else _neighbour(loading, set_up)
        for person in set_up.staff:
            colleague(loading, person, house)
        regimes = _approaches(loading, set_up, house, approach)
        _way(house, set_up)
        _own(loading, house, set_up, regimes)


def _neighbour(loading, set_up):
    """The house with the organisation that it is itself, and its municipalities."""
    own = Organisation.objects.create(name=set_up.name, short_name=set_up.short_name, kind="house", chain="government")
    capacity = Capacity.objects.create(organisation=own, name="")
    house = House.objects.create(
        name=set_up.name, region=set_up.region, motto=set_up.motto, contact_point=set_up.contact_point,
        capacity=capacity,
    )  # fmt: skip
    own.keeper = house
    own.save(update_fields=["keeper"])
    for person in set_up.staff:
        loading.capacities[person.capacities[0]] = capacity
    for place in set_up.municipality:
        Municipality.objects.create(code=place.code, name=place.name, house=house)
    return house


def _approaches(loading, set_up, house, approach):
    """Its approaches by the key that they have in `regimes.toml`."""
    if not set_up.approach:
        return loading.regimes
    made = {}
    for one in set_up.approach:
        like = loading.world.regime(one.like)
        words = replace(
            like, name=one.name or like.name, formula=one.formula or like.formula,
            criterion=one.criterion or like.criterion,
        )  # fmt: skip
        lists = {"life_domain": one.life_domains, "theme": one.themes, "closing_reason": one.closing_reasons}
        made[one.like] = approach(house, words, lists, one.retention_months or None)
    return made


def _way(house, set_up):
    house.slug, house.urgent = set_up.key, set_up.urgent
    house.triage_way, house.triage_workdays = set_up.triage_way, set_up.triage_workdays
    house.liberation_day = set_up.liberation_day
    if set_up.triage_way == House.Triage.LIST:
        house.list_closes_on, house.list_closes_at = set_up.list_closes_on, time.fromisoformat(set_up.list_closes_at)
        house.list_meets_on, house.list_meets_at = set_up.list_meets_on, time.fromisoformat(set_up.list_meets_at)
    house.save()


def _own(loading, house, set_up, regimes):
    """Questions, texts, lists of the whole house, closed days and tables."""
    for name, labels in (("frame_kind", set_up.frame_kinds), ("postponement", set_up.postponement_grounds)):
        put_list(house, None, name, labels)
    for position, one in enumerate(set_up.question):
        IntakeQuestion.objects.create(
            house=house, regime=regimes.get(one.regime), text=one.text, help=one.help, kind=one.kind,
            choices=one.choices, required=one.required, position=position,
        )  # fmt: skip
    for one in set_up.text:
        made = HouseText.objects.create(house=house, key=one.key, text=one.text)
        if house == loading.house:
            loading.texts[one.key] = str(made.pk)
    for one in set_up.closed_day:
        ClosedDay.objects.create(house=house, day=loading.on(one.on), reason=one.reason)
    for one in set_up.table:
        Table.objects.create(
            house=house, regime=regimes[one.regime], name=one.name, rhythm=one.rhythm, weekday=one.weekday,
            begins=time.fromisoformat(one.begins), ends=time.fromisoformat(one.ends), place=one.place, link=one.link,
            chair=loading.people.get(one.chair),
        )  # fmt: skip


def put_list(house, regime, name, labels):
    for position, label in enumerate(labels):
        ListEntry.objects.create(house=house, regime=regime, list=name, label=label, position=position)


def put_approach(house, words, lists, months):
    """One approach of one house, with its criteria and lists."""
    made = Regime.objects.create(
        house=house, code=words.key, name=words.name, purpose=words.purpose, citation=words.citation,
        citation_link=words.link, verified=words.verified, verified_on=words.verified_on or None, remark=words.remark,
        kinds=words.kinds, formula=words.formula, hidden=words.compartment == "hidden",
        training=words.compartment == "training", takes_referrals=words.takes_referrals, retention_months=months,
        refused_months=next((one.months for one in words.retention if one.event == "referral_refused"), None),
    )  # fmt: skip
    for criterion in words.criterion:
        Criterion.objects.create(regime=made, number=criterion.number, text=criterion.text, area=criterion.area)
    for name, labels in lists.items():
        put_list(house, made, name, labels)
    return made
