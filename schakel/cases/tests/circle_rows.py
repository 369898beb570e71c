"""Rows of the circle in full as an honest colleague would write them, and what makes them improper."""

from datetime import timedelta

from django.utils import timezone

from conftest import as_owner
from schakel.access.tests.proper_rows import capacity_of, elsewhere, may, me, not_about_others, of_case
from schakel.access.tests.raw import Sql
from schakel.cases.models import Occupant, Seat

EVERYBODY = [
    "polly",
    "linda",
    "pim",
    "gea",
    "sanne",
    "coen",
    "lieke",
    "bilal",
    "noor",
    "jelmer",
    "sem",
    "hanneke",
    "ankie",
]
TOMORROW = Sql("now() + interval '1 day'")


def a_pair(house, name):
    return {
        "professional_id": house.world.gea.pk,
        "stand_in_id": house.world.polly.pk,
        "appointed_by_id": me(house, name).pk,
    }


def away(house, name):
    return {
        "professional_id": house.world.gea.pk, "replacement_id": house.world.polly.pk, "starts_at": Sql("now()"),
        "ends_at": TOMORROW, "decided_by_id": me(house, name).pk,
    }  # fmt: skip


def away_accepted(house):
    world = house.world
    return [
        ("pim", {"professional_id": world.pim.pk}),
        ("sanne", {"professional_id": world.sanne.pk, "replacement_id": world.coen.pk}),
    ]


def away_refused(house):
    world = house.world
    return [
        {"professional_id": world.sanne.pk, "replacement_id": world.coen.pk}, {"replacement_id": world.sanne.pk},
        {"replacement_id": world.gea.pk}, {"starts_at": Sql("now() - interval '1 day'")}, {"ended_at": Sql("now()")},
        ("pim", {"professional_id": world.pim.pk, "replacement_id": world.gea.pk}),
        ("polly", {"professional_id": world.pim.pk}),
    ]  # fmt: skip


def a_lock(house, name):
    return of_case(professional_id=house.world.hanneke.pk)(house, name)


def locks_accepted(house):
    world, mother = house.world, house.id["mother"]
    return [
        ("noor", {"case_id": house.id["ended"], "about": [house.id["ended"]]}),
        ("pim", {"professional_id": world.pim.pk}),
        ("sanne", {"professional_id": world.sanne.pk, "about": [mother]}),
    ]  # fmt: skip


def locks_refused(house):
    world = house.world
    return [
        *not_about_others(house), {"lifted_at": Sql("now()")}, ("pim", {"professional_id": world.polly.pk}),
        ("polly", {"professional_id": world.polly.pk}), ("sem", {"professional_id": world.pim.pk}),
    ]  # fmt: skip


def a_seat_to_sign_for(house, name="gea"):
    """Gea sits there for an organisation without a covenant, and signed nothing yet."""
    with as_owner():
        seat = Seat.objects.create(
            case=house.cases["street"], capacity=house.world.capacities["police"], author=house.world.jelmer,
            starts_at=timezone.now() - timedelta(hours=1),
        )  # fmt: skip
        Seat.objects.filter(pk=seat.pk).update(asks_statement=True)
        gea = house.world.gea
        Occupant.objects.create(seat=seat, professional=gea, named_by=house.world.linda, starts_at=seat.starts_at)
    return seat.pk


def a_statement(house, name):
    return {"seat_id": a_seat_to_sign_for(house), "professional_id": me(house, name).pk, "text_version": "1"}


def a_request(house, name):
    return {
        "author_id": me(house, name).pk, "asker_id": me(house, name).pk, "capacity_id": capacity_of(house, name),
        "house_id": house.world.house.pk, "number": "AAAA-AAAA",
    }  # fmt: skip


def requests_refused(house):
    return [
        {"capacity_id": capacity_of(house, "sanne")}, {"outcome": "granted"}, {"answered_at": Sql("now()")},
        {"withdrawn_at": Sql("now()")}, {"asker_id": house.world.pim.pk},
    ]  # fmt: skip


def requests_accepted(house):
    return [("polly", {"number": case.number}) for case in house.cases.values()]


def a_proposal(house, name):
    return of_case(capacity_id=capacity_of(house, "bilal"), proposed_by_id=me(house, name).pk)(house, name)


def proposals_refused(house):
    return [
        *elsewhere(house),
        {"outcome": "granted"},
        {"answered_at": Sql("now()")},
        {"proposed_by_id": house.world.sem.pk},
    ]


def an_ending(house, name):
    return of_case(seat_id=house.seats["pim"].pk)(house, name)


def endings_refused(house):
    ended = {"case_id": house.id["ended"], "about": [house.id["ended"]], "seat_id": house.seats["pim then"].pk}
    return [*elsewhere(house), {"seat_id": house.seats["pim in the street"].pk}, ended]


ROWS = {
    "cases_standin": may(
        "linda",
        write=a_pair,
        refused=lambda house: [
            {"stand_in_id": house.world.sanne.pk},
            {"stand_in_id": house.world.gea.pk},
            {"professional_id": house.world.sanne.pk, "stand_in_id": house.world.coen.pk},
            {"ended_at": Sql("now()")},
        ],
    ),
    "cases_absence": may("linda", write=away, refused=away_refused, accepted=away_accepted),
    "cases_lock": may("noor", write=a_lock, refused=locks_refused, accepted=locks_accepted),
    "cases_confidentialitystatement": may(
        "gea",
        write=a_statement,
        refused=lambda house: [{"seat_id": house.seats["pim"].pk}, {"professional_id": house.world.polly.pk}],
    ),
    "cases_seatrequest": may(*EVERYBODY, write=a_request, refused=requests_refused, accepted=requests_accepted),
    "cases_seatproposal": may("noor", "sem", "pim", write=a_proposal, refused=proposals_refused),
    "cases_seatending": may("noor", write=an_ending, refused=endings_refused),
}
