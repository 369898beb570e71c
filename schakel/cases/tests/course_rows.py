"""Rows of the course of a case as an honest colleague would write them, and what makes them improper."""

from datetime import date
from uuid import uuid4

from django.utils import timezone

from conftest import as_owner
from schakel.access.tests.proper_rows import elsewhere, may, me, of_case, one_of, signed
from schakel.access.tests.raw import Sql
from schakel.cases.models import Disclosure, HouseOffer, LeadOffer
from schakel.referrals.models import Referral

from .course_in_the_house import RUN


def answer(house, name):
    return signed(house, name, offer_id=house.course.lead.pk, accepted=False, ground="task")


def leads_refused(house):
    family, ended = house.id["family"], house.id["ended"]
    with as_owner():  # or that there was one already would be why
        LeadOffer.objects.filter(case_id=ended).update(ended_at=timezone.now())
    return [
        {"seat_id": house.seats["pim"].pk}, {"seat_id": house.seats["jelmer"].pk}, {"about": []},
        {"about": [house.id["father"]]}, {"ended_at": Sql("now()")},
        ("noor", {"case_id": family, "about": [family], "seat_id": house.seats["pim"].pk}),
        ("noor", {"case_id": ended, "about": [ended], "seat_id": house.seats["pim then"].pk}),
        ("pim", {}),
    ]  # fmt: skip


def house_offer(house, name):
    more = {"from_house_id": house.world.house.pk, "to_house_id": house.north.pk}
    return of_case("street", **more)(house, name)


def house_offers_refused(house):
    family, ended, own = house.id["family"], house.id["ended"], house.world.house.pk
    with as_owner():
        HouseOffer.objects.filter(case_id=ended).update(withdrawn_at=timezone.now())
    return [
        {"to_house_id": own}, {"from_house_id": house.north.pk, "to_house_id": own}, {"withdrawn_at": Sql("now()")},
        {"about": []}, {"about": [house.id["father"]]}, ("noor", {"case_id": family, "about": [family]}),
        ("noor", {"case_id": ended, "about": [ended]}), ("bilal", {}),
    ]  # fmt: skip


def house_request(house, name):
    """Jelmer offers the street's case in this very transaction."""
    both = {"from_house": house.world.house, "to_house": house.north}
    with as_owner():
        offer = HouseOffer.objects.create(
            case=house.cases["street"], author=house.world.jelmer, about=[house.id["street"]], **both
        )
    return {
        "id": offer.pk, "from_house_id": house.world.house.pk, "to_house_id": house.north.pk,
        "regime_id": house.world.regime.pk, "text": "x", "handover_days": 14,
    }  # fmt: skip


def house_requests_refused(house):
    own = house.world.house.pk
    return [
        {"id": uuid4()}, {"to_house_id": own}, {"from_house_id": house.north.pk},
        {"regime_id": house.north_regime.pk}, {"regime_id": house.other_regime.pk},
    ]  # fmt: skip


def house_answer(house, name):
    return signed(house, name, request_id=house.course.offers["in"].pk, accepted=False, reason="x")


def house_answers_refused(house):
    world, yes = house.world, {"accepted": True, "reason": "", "director_id": house.world.noor.pk}
    return [
        {"request_id": house.course.offers["out"].pk}, {"request_id": house.course.offers["taken back"].pk},
        {**yes, "regime_id": house.north_regime.pk}, {**yes, "regime_id": house.other_regime.pk},
        {**yes, "regime_id": world.regime.pk, "director_id": world.sem.pk},
    ]  # fmt: skip


def link(house, name):
    return signed(house, name, case_id=house.id["family"], other_id=house.id["ended"], kind="family", sealed=b"x")


def links_refused(house):
    street = house.id["street"]
    return [
        {"other_id": street}, {"case_id": street}, {"ended_at": Sql("now()")},
        ("jelmer", {"case_id": street}), ("sanne", {}),
    ]  # fmt: skip


def continuation(house, name):
    world, somebody = house.world, me(house, name)
    with as_owner():
        referral = Referral.objects.create(
            author=somebody, referrer=somebody, capacity=world.capacities["zvh"], house=world.house, regime=world.regime
        )
    return signed(
        house, name, case_id=house.id["ended"], referral_id=referral.pk, regime_id=world.regime.pk, kind="again"
    )


def disclosed(house, label="family"):
    return {"kind": "regime", "regime_id": house.other_regime.pk, "disclosure_id": one_of(Disclosure, label)(house)}


def continuations_refused(house):
    family = house.id["family"]
    return [
        {"case_id": family}, {"case_id": house.id["street"]}, {"referral_id": house.id["asked"]},
        {"regime_id": house.other_regime.pk}, {"regime_id": house.north_regime.pk}, {"kind": "regime"},
        {**disclosed(house, "street"), "case_id": family}, {**disclosed(house), "disclosure_id": None},
    ]  # fmt: skip


def note(house, name):
    return of_case(about=["mother"], audience=[house.world.capacities["zvh"].pk])(house, name)


def notes_refused(house):
    zvh, police = (house.world.capacities[one].pk for one in ("zvh", "police"))
    return [
        *elsewhere(house), {"audience": []}, {"audience": [police]}, {"audience": [zvh, police]},
        {"done_at": Sql("now()")}, ("pim", {"audience": [police]}),
    ]  # fmt: skip


ROWS = {
    "cases_leadoffer": may(
        "jelmer", write=of_case("street", seat_id=lambda house, name: house.seats["bilal"].pk), refused=leads_refused
    ),
    "cases_leadanswer": may(
        "pim",
        "linda",
        write=answer,
        refused=lambda house: [
            {"offer_id": house.course.ended_lead.pk},
            {"accepted": True, "ground": "", "lead_professional_id": house.world.gea.pk},
        ],
        accepted=lambda house: [
            ("linda", {"accepted": True, "ground": "", "lead_professional_id": house.world.pim.pk})
        ],
    ),
    "cases_houseoffer": may("jelmer", write=house_offer, refused=house_offers_refused),
    "cases_houserequest": may("jelmer", write=house_request, refused=house_requests_refused),
    "cases_houseanswer": may(
        "hanneke",
        "noor",
        "jelmer",
        write=house_answer,
        refused=house_answers_refused,
        accepted=lambda house: [
            (
                "hanneke",
                {
                    "accepted": True,
                    "reason": "",
                    "director_id": house.world.noor.pk,
                    "regime_id": house.world.regime.pk,
                },
            )
        ],
    ),
    "cases_caselink": may("noor", write=link, refused=links_refused),
    "cases_continuation": may(
        "noor",
        write=continuation,
        refused=continuations_refused,
        accepted=lambda house: [("noor", {**disclosed(house), "case_id": house.id["family"]})],
    ),
    "cases_disclosure": may(
        "noor", "sem", write=of_case(about=["mother"], outcome="given", decided_on=date(2026, 11, 1)), refused=elsewhere
    ),
    "cases_takenover": may(
        "noor",
        write=of_case(capacity_id=lambda house, name: house.world.capacities["police"].pk),
        refused=elsewhere,
    ),
    "cases_processnote": may("noor", "sem", write=note, refused=notes_refused),
}
SIGNED = "author_id = access.me()"
CHANGES = {
    "cases_leadoffer": (
        f"ended_at = now(), {SIGNED}",
        lambda house, name, one: not one.over and name in ("noor", "jelmer") and one.file in RUN[name] - {"ended"},
        ["ended_at = now()"],
    ),
    "cases_houseoffer": (
        "withdrawn_at = now()",
        lambda house, name, one: not one.over and name == "noor" and one.file == "family",
        [],
    ),
    "cases_caselink": ("ended_at = now()", lambda house, name, one: name == "noor" and "noor" in one.who, []),
    "cases_processnote": (
        "done_at = now()",
        lambda house, name, one: one.ours and one.file in RUN.get(name, ()),
        [],
    ),
}
QUESTIONS = [
    *(f"access.{name}()" for name in (
        "lead_offers_i_see", "houses_i_receive_for", "house_requests_i_see", "answered_by_a_house",
        "continuations_i_see",
    )),
    "access.calls_to_make(50)", "access.can_lead(%(known)s, %(known)s)",
    "access.may_answer_the_lead(%(known)s, NULL)", "access.may_leave(%(known)s, %(known)s)",
    "access.is_my_offer(%(known)s, %(known)s, %(known)s, %(known)s)",
    "access.may_answer_house(%(known)s, NULL, NULL)", "access.may_continue(%(known)s, 'again', %(known)s, NULL)",
    "access.take_over(%(known)s)", "access.hand_over(%(known)s, %(known)s, %(known)s, %(sanne)s, 'away', NULL)",
]  # fmt: skip
