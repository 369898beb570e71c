"""The set-up of two houses, for the promises over all tables and pages: Ankie changes her own and never the other."""

from datetime import date, time

from schakel.access.tests.proper_rows import may, me
from schakel.access.tests.raw import Sql
from schakel.houses.models import Change, ClosedDay, HouseText, IntakeQuestion, ListEntry, Table
from schakel.network.models import Capacity, Criterion, House, Organisation, Regime

SET_UP = [IntakeQuestion, ClosedDay, HouseText, ListEntry, Table]


def furnish(house):
    world = house.world
    organisation = Organisation.objects.create(name="Buurhuis", short_name="Buurhuis", kind="house", chain="none")
    capacity = Capacity.objects.create(organisation=organisation)
    house.neighbour = House.objects.create(name="Buurhuis", region="Buur", slug="buurhuis", capacity=capacity)
    house.approach_next_door = Regime.objects.create(house=house.neighbour, code="x", name="x", purpose="x")
    Criterion.objects.create(regime=house.approach_next_door, number=1, text="x")
    for entry in ListEntry.objects.all():
        house.add(entry, house=world.house)
    for one, regime in ((world.house, world.regime), (house.neighbour, house.approach_next_door)):
        house.add(one, house=one)
        for criterion in regime.criteria.all():
            house.add(criterion, house=one)
        for row in set_up_of(one, regime):
            house.add(row, house=one)
    for regime in Regime.objects.select_related("house"):
        house.add(regime, house=regime.house)
    retired = ClosedDay.objects.create(house=world.house, day=date(2026, 1, 2), retired_at="2026-01-01T00:00Z")
    house.add(retired, house=None)  # what was retired holds still


def set_up_of(house, regime):
    return (
        IntakeQuestion.objects.create(house=house, regime=regime, text="x"),
        ClosedDay.objects.create(house=house, day=date(2026, 12, 28)),
        HouseText.objects.create(house=house, key="plan", text="x"),
        ListEntry.objects.create(house=house, regime=regime, list="theme", label="x"),
        Table.objects.create(
            house=house, regime=regime, name="x", rhythm="weekly", weekday=1, begins=time(9), ends=time(10)
        ),
        Change.objects.create(house=house, author_id=_somebody(), event="x", what="x"),
    )


def _somebody():
    from schakel.network.models import Professional

    return Professional.objects.first().pk


def of_my_house(**more):
    def write(house, name):
        found = {key: value(house) if callable(value) else value for key, value in more.items()}
        return {"house_id": house.world.house.pk, "author_id": me(house, name).pk, **found}

    return write


def approach(house):
    return house.world.regime.pk


def elsewhere(house):
    """In the house next door, retired from the start, about an approach of another house."""
    return [{"house_id": house.neighbour.pk}, {"retired_at": Sql("now()")}]


def with_an_approach(house):
    return [*elsewhere(house), {"regime_id": house.approach_next_door.pk}]


A_TABLE = {"name": "x", "rhythm": "weekly", "weekday": 1, "begins": time(9), "ends": time(10)}
ROWS = {
    "houses_intakequestion": may("ankie", write=of_my_house(text="x", regime_id=approach), refused=with_an_approach,
                                 accepted=lambda house: [("ankie", {"regime_id": None})]),
    "houses_closedday": may("ankie", write=of_my_house(day=date(2026, 12, 29)), refused=elsewhere),
    "houses_housetext": may("ankie", write=of_my_house(key="lead", text="x"), refused=elsewhere),
    "houses_listentry": may("ankie", write=of_my_house(list="theme", label="y", regime_id=approach),
                            refused=with_an_approach,
                            accepted=lambda house: [("ankie", {"regime_id": None, "list": "frame_kind"})]),
    "houses_table": may("ankie", write=of_my_house(regime_id=approach, **A_TABLE), refused=with_an_approach),
    "houses_change": may("ankie", write=of_my_house(event="x", what="x"),
                         refused=lambda house: [{"house_id": house.neighbour.pk}]),
    "network_regime": may(
        "ankie",
        write=lambda house, name: {
            "house_id": house.world.house.pk, "code": "y", "name": "y", "purpose": "y", "phases": Sql("'{}'")
        },
        refused=lambda house: [{"house_id": house.neighbour.pk}],
    ),
    "network_criterion": may(
        "ankie",
        write=lambda house, name: {
            "regime_id": house.world.regime.pk, "number": 9, "text": "y", "author_id": me(house, name).pk
        },
        refused=lambda house: [{"regime_id": house.approach_next_door.pk}, {"retired_at": Sql("now()")}],
    ),
}  # fmt: skip


def hers(house, name, one):
    return name == "ankie" and one.house == house.world.house


CHANGES = {
    **{model._meta.db_table: ("retired_at = now()", hers, []) for model in [*SET_UP, Criterion]},
    "network_house": ("motto = 'y'", hers, []),
    "network_regime": ("formula = 'y'", hers, ["hidden = true"]),  # a case runs under it
}
QUESTIONS = [
    "access.public_houses()", "access.regimes_i_set_up()", "access.may_be_hidden(%(known)s, true)",
    "access.is_regime_of(%(known)s, %(known)s)",
]  # fmt: skip
OPEN = ["houses:house"]
