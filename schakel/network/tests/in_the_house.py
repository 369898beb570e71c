"""The network in the full house: what Ankie sets up, and what the contacts of the organisations keep themselves.

Ankie is the administrator of the house that keeps every organisation; Coen speaks for `ggz`, whose Sanne it is about.
"""

from conftest import as_owner
from schakel.access.tests.proper_rows import may, me
from schakel.access.tests.raw import Sql
from schakel.network.models import (
    Appointment,
    Capacity,
    Covenant,
    Mandate,
    Municipality,
    Organisation,
    PartnerProfile,
    Partnership,
    Professional,
)

from .world import LONG_AGO

STAFF = ["ankie", "noor", "jelmer", "sem", "hanneke"]
CONTACTS = {"noor": "zvh", "linda": "police", "coen": "ggz", "lieke": "school", "bilal": "town"}
TODAY, TOMORROW, YESTERDAY = Sql("access.today()"), Sql("access.today() + 1"), Sql("access.today() - 1")
LAST_WEEK = "access.today() - 7"
BECAUSE = "ended_because = 'x'"
ELSEWHERE = Sql("(SELECT id FROM network_house WHERE name = 'Elders')")
QUESTIONS = [
    *(f"access.{name}()" for name in (
        "houses_i_work_for", "organisations_i_keep", "organisations_i_found",
    )),
    "access.my_houses_as(ARRAY['administrator', 'triage'])", "access.is_a_house(%(known)s)",
    *(f"access.{name}(%(sanne)s, %(known)s)" for name in (
        "takes_part", "works_at", "works_with", "i_mandate", "has_mandate", "under_covenant", "left_covenant",
    )),
    "access.has_left(%(known)s)",
]  # fmt: skip


def furnish(house):
    """A second house that keeps an organisation of its own, and one row of each kind to change."""
    from schakel.network.models import House

    world = house.world
    own = Organisation.objects.create(name="Huis Elders", short_name="Elders", kind="house", chain="none")
    other = House.objects.create(
        name="Elders", region="Elders", capacity=Capacity.objects.create(organisation=own, name="")
    )
    theirs = Organisation.objects.create(
        name="Opvang Elders", short_name="Opvang", kind="shelter", chain="care", keeper=other
    )
    stranger = Professional.objects.create(name="Vera", function="x", organisation=theirs)
    left = Professional.objects.create(
        name="Vertrokken", function="x", organisation=world.organisations["ggz"], left_on=LONG_AGO
    )
    Municipality.objects.create(code="9990", name="Elders", house=other)
    Municipality.objects.create(code="9991", name="Niemandsland")
    for one in Municipality.objects.all():
        house.add(one)
    for one in Organisation.objects.all():
        house.add(one, organisation=one.pk)
    Partnership.objects.create(house=other, organisation=theirs, position="covenant", since=LONG_AGO)
    for one in Partnership.objects.all():
        house.add(one, house=one.house_id, over=False)
    past = Partnership.objects.create(
        house=world.house, organisation=theirs, position="flexible", since=LONG_AGO, until=LONG_AGO
    )
    house.add(past, house=world.house.pk, over=True)
    for one in Professional.objects.all():
        house.add(one, organisation=one.organisation_id, over=one == left)
    Appointment.objects.create(professional=stranger, house=other, role="manager", since=LONG_AGO)
    for one in Appointment.objects.all():
        house.add(one, professional=one.professional_id, house=one.house_id, over=False)
    past = Appointment.objects.create(
        professional=world.pim, house=world.house, role="manager", since=LONG_AGO, until=LONG_AGO
    )
    house.add(past, professional=world.pim.pk, house=world.house.pk, over=True)
    _of_regimes(house, world)


def _of_regimes(house, world):
    for over in (False, True):
        until = LONG_AGO if over else None
        for name, contact in (("sanne", "coen"), ("coen", "ankie")):
            mandate = Mandate.objects.create(
                professional=me(house, name), regime=world.regime, since=LONG_AGO, until=until,
                author=me(house, contact),
            )  # fmt: skip
            house.add(mandate, professional=me(house, name).pk, over=over)
        covenant = Covenant.objects.create(
            regime=world.regime, capacity=world.capacities["ggz"], version="2024", since=LONG_AGO, until=until,
            author=world.ankie,
        )  # fmt: skip
        house.add(covenant, over=over)
    profile = PartnerProfile.objects.create(
        house=world.house, organisation=world.organisations["ggz"], offers="Behandeling", author=world.coen
    )
    house.add(profile)


def organisation_of(house, key):
    return house.world.organisations[key].pk


def of(**values):
    """A row whose values are said, or follow from who writes it."""

    def write(house, name):
        return {key: value(house, name) if callable(value) else value for key, value in values.items()}

    return write


def registered_now(house):
    """What is not registered in this transaction was not founded by me: an organisation of the other house."""
    return Organisation.objects.get(name="Opvang Elders").pk


def theirs(house):
    with as_owner():
        return registered_now(house)


def founded(house):
    """By Noor, in this very transaction."""
    facts = {"name": "Nieuw", "short_name": "Nieuw", "kind": "school", "chain": "care"}
    with as_owner():
        return Organisation.objects.create(**facts, author=house.world.noor, keeper=house.world.house).pk


def stranger(house):
    with as_owner():
        return Professional.objects.get(name="Vera").pk


def gone(house):
    with as_owner():
        return Professional.objects.get(name="Vertrokken").pk


ROWS = {
    "network_organisation": may(
        *STAFF,
        write=of(
            name="Nieuw", short_name="Nieuw", kind="school", chain="care", author_id=lambda h, n: me(h, n).pk,
            keeper_id=lambda h, n: h.world.house.pk,
        ),
        refused=lambda house: [{"keeper_id": ELSEWHERE}, {"kind": "house"}, {"keeper_id": None}],
    ),
    "network_capacity": may(
        "ankie",
        write=of(name="x", organisation_id=lambda h, n: organisation_of(h, "ggz")),
        refused=lambda house: [{"organisation_id": theirs(house)}],
    ),
    "network_partnership": may(
        "ankie",
        write=of(
            house_id=lambda h, n: h.world.house.pk, organisation_id=lambda h, n: organisation_of(h, "ggz"),
            position="flexible", since=TODAY,
        ),
        refused=lambda house: [
            {"house_id": ELSEWHERE}, {"since": YESTERDAY}, {"until": YESTERDAY}, ("noor", {}),
            ("noor", {"organisation_id": founded(house), "position": "covenant"}),
            ("noor", {"organisation_id": founded(house), "house_id": ELSEWHERE}),
        ],
        accepted=lambda house: [("noor", {"organisation_id": founded(house)})],
    ),
    "network_professional": may(
        "coen", "ankie",
        write=of(name="Nieuw", function="x", organisation_id=lambda h, n: organisation_of(h, "ggz")),
        refused=lambda house: [
            {"organisation_id": organisation_of(house, "police")}, ("ankie", {"organisation_id": theirs(house)}),
            {"left_on": TODAY},
        ],
    ),
    "network_appointment": may(
        "ankie",
        write=of(
            house_id=lambda h, n: h.world.house.pk, role="triage", since=TODAY,
            professional_id=lambda h, n: h.world.pim.pk,
        ),
        refused=lambda house: [
            {"professional_id": house.world.ankie.pk}, {"house_id": ELSEWHERE}, {"since": YESTERDAY},
            {"until": YESTERDAY}, {"professional_id": stranger(house)}, {"professional_id": gone(house)},
            {"role": "contact"},
            {"role": "contact", "house_id": None, "organisation_id": theirs(house), "professional_id": stranger(house)},
            {"role": "contact", "house_id": None, "organisation_id": organisation_of(house, "ggz")},
            {"role": "manager", "house_id": None, "organisation_id": organisation_of(house, "police")},
            (
                "noor",
                {"role": "contact", "house_id": None, "organisation_id": organisation_of(house, "police")},
            ),
        ],
        accepted=lambda house: [
            (
                "ankie",
                {"role": "contact", "house_id": None, "organisation_id": organisation_of(house, "police")},
            )
        ],
    ),
    "network_mandate": may(
        "ankie", "coen",
        write=of(
            professional_id=lambda h, n: h.world.sanne.pk, regime_id=lambda h, n: h.world.regime.pk, since=TODAY,
            author_id=lambda h, n: me(h, n).pk,
        ),
        refused=lambda house: [
            ("coen", {"professional_id": house.world.coen.pk}), ("coen", {"professional_id": house.world.pim.pk}),
            {"professional_id": gone(house)}, {"since": YESTERDAY}, {"until": YESTERDAY},
            ("ankie", {"professional_id": house.world.ankie.pk}), ("ankie", {"professional_id": stranger(house)}),
            ("noor", {}),
        ],
    ),
    "network_covenant": may(
        "ankie",
        write=of(
            regime_id=lambda h, n: h.world.regime.pk, capacity_id=lambda h, n: h.world.capacities["ggz"].pk,
            version="x", since=TODAY, author_id=lambda h, n: me(h, n).pk, registered_at=Sql("now()"),
        ),
        refused=lambda house: [
            {"until": YESTERDAY}, {"since": YESTERDAY}, {"reason": "x", "until": YESTERDAY},
            {"since": Sql("access.today() - 2"), "until": YESTERDAY},
            {"registered_at": Sql("now() - interval '1 day'")}, {"ended_at": Sql("now()")}, {"ended_because": "x"},
        ],
        accepted=lambda house: [
            {"since": YESTERDAY, "reason": "x"}, {"since": YESTERDAY, "until": YESTERDAY, "reason": "x"},
        ],
    ),
    "network_partnerprofile": may(
        "bilal", "ankie",
        write=of(
            house_id=lambda h, n: h.world.house.pk, organisation_id=lambda h, n: organisation_of(h, "town"),
            offers="x", author_id=lambda h, n: me(h, n).pk,
        ),
        refused=lambda house: [
            {"organisation_id": organisation_of(house, "police")}, {"house_id": ELSEWHERE},
            ("ankie", {"organisation_id": theirs(house)}),
        ],
    ),
}  # fmt: skip


def theirs_to_keep(house, name, one):
    """Contacts of their own organisation, the administrator of all that the house keeps; nobody of oneself."""
    organisations = house.world.organisations
    own = name in CONTACTS and one.organisation == organisations[CONTACTS[name]].pk
    kept = name == "ankie" and one.organisation in {found.pk for found in organisations.values()}
    return (own or kept) and one.pk != me(house, name).pk and not one.over


def mandates_to_end(house, name, one):
    return name in ("coen", "ankie") and one.professional != me(house, name).pk and not one.over


def of_my_house(house, name, one):
    return name == "ankie" and one.house == house.world.house.pk and not one.over


def roles_to_end(house, name, one):
    elsewhere = one.house not in (None, house.world.house.pk)
    return name == "ankie" and one.professional != me(house, name).pk and not elsewhere and not one.over


CHANGES = {
    "network_municipality": (
        "house_id = NULL",
        lambda house, name, one: one.row.house_id in [None] + [house.world.house.pk] * (name == "ankie"),
        ["house_id = (SELECT id FROM network_house WHERE name = 'Elders')"],
    ),
    "network_organisation": (
        "name = 'y'",
        lambda house, name, one: name == "ankie" and one.row.keeper_id == house.world.house.pk,
        ["kind = 'house'"],
    ),
    "network_partnership": (
        "until = access.today(), ended_because = 'x'",
        of_my_house,
        [f"{BECAUSE}, until = NULL", f"{BECAUSE}, until = {LAST_WEEK}", "until = access.today()"],
    ),
    "network_professional": ("function = 'y'", theirs_to_keep, [f"left_on = {LAST_WEEK}"]),
    "network_appointment": ("until = access.today()", roles_to_end, ["until = NULL", f"until = {LAST_WEEK}"]),
    "network_mandate": ("until = access.today()", mandates_to_end, ["until = NULL", f"until = {LAST_WEEK}"]),
    "network_covenant": (
        f"{BECAUSE}, until = access.today(), ended_at = now()",
        lambda house, name, one: name == "ankie" and not one.over,
        [
            f"{BECAUSE}, ended_at = now(), until = NULL",
            f"{BECAUSE}, ended_at = now(), until = '2019-12-31'",
            "until = access.today(), ended_at = now()",
            f"{BECAUSE}, until = access.today(), ended_at = NULL",
        ],
    ),
    "network_partnerprofile": (
        "offers = 'y', author_id = access.me()",
        lambda house, name, one: name in ("coen", "ankie"),
        ["offers = 'y', author_id = %(sanne)s"],
    ),
}
