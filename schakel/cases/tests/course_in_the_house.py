"""The course of a case in the full house: lead, hand-over, links, disclosures, notes; and who sees which of it."""

from datetime import date, timedelta
from types import SimpleNamespace
from uuid import uuid4

from django.utils import timezone

from schakel.cases.models import (
    Case,
    CaseLink,
    Continuation,
    Disclosure,
    Handover,
    HouseAnswer,
    HouseOffer,
    HouseRequest,
    LeadAnswer,
    LeadOffer,
    ProcessNote,
    TakenOver,
)
from schakel.network.models import Capacity, House, Organisation, Regime

LONG_AGO = timezone.now() - timedelta(days=9)
RUN = {"noor": {"family", "ended"}, "sem": {"family"}, "jelmer": {"street"}}
WHOLE = {"family": {"noor", "sem", "pim"}, "street": {"jelmer", "bilal", "pim"}, "ended": {"noor", "pim"}}
RECEIVE = {"hanneke", "noor", "jelmer"}
PEOPLE = {"family": ["mother", "child"], "street": ["father"], "ended": ["son"]}


def furnish(house):
    house.course = SimpleNamespace(offers={})
    _another_house(house)
    _leads(house)
    _moving(house)
    _beside(house)
    for label, names in PEOPLE.items():
        for about in ({label}, *({name} for name in names)):
            _about(house, label, about)


def _another_house(house):
    """A house up north, with the same kind of approach; its own cases are nobody's here."""
    north = Organisation.objects.create(name="ZVH Noord", short_name="ZVH Noord", kind="house", chain="none")
    capacity = Capacity.objects.create(organisation=north)
    house.north = House.objects.create(name="ZVH Noord", region="Noord", capacity=capacity)
    common = {"name": "x", "purpose": "x", "takes_referrals": True}
    house.north_regime = Regime.objects.create(house=house.north, code="complex", **common)
    house.other_regime = Regime.objects.create(house=house.world.house, code="other", **common)
    for regime in (house.north_regime, house.other_regime):
        house.add(regime, house=regime.house)


def _leads(house):
    """In the family's case the police was asked before, and is asked now; in the street the municipality said no."""
    family, street, author = house.cases["family"], house.cases["street"], house.world.pim
    ended = LeadOffer.objects.create(case=family, seat=house.seats["pim"], author=author, about=[family.pk])
    LeadOffer.objects.filter(pk=ended.pk).update(ended_at=timezone.now())
    open_now = LeadOffer.objects.create(case=family, seat=house.seats["pim"], author=author, about=[family.pk])
    refused = LeadOffer.objects.create(case=street, seat=house.seats["bilal"], author=author, about=[street.pk])
    house.course.lead, house.course.ended_lead = open_now, ended
    house.add(ended, seat="pim", file="family", over=True)
    house.add(open_now, seat="pim", file="family", over=False)
    house.add(refused, seat="bilal", file="street", over=False)
    closed = house.cases["ended"]
    never = LeadOffer.objects.create(case=closed, seat=house.seats["pim then"], author=author, about=[closed.pk])
    house.add(never, seat="pim then", file="ended", over=False)
    answer = LeadAnswer.objects.create(offer=refused, author=house.world.bilal, accepted=False, ground="task")
    house.add(answer, seat="bilal")


def _moving(house):
    """The family's case is offered up north and waits, the street's was refused; one of theirs is offered here."""
    world = house.world
    theirs = Case.objects.create(author=world.coen, opened_by=world.coen, house=house.north, regime=house.north_regime)
    Case.objects.filter(pk=theirs.pk).update(opened_at=LONG_AGO)
    taken_back = _offered(house, theirs, house.north, world.house, house.north_regime, file="north", over=True)
    HouseOffer.objects.filter(pk=taken_back.pk).update(withdrawn_at=timezone.now())
    _offered(house, theirs, house.north, world.house, house.north_regime, file="north", over=False, label="in")
    _offered(
        house, house.cases["family"], world.house, house.north, world.regime, file="family", over=False, label="out"
    )
    refused = _offered(house, house.cases["street"], world.house, house.north, world.regime, file="street", over=True)
    house.course.offers["taken back"] = taken_back
    _offered(house, house.cases["ended"], world.house, house.north, world.regime, file="ended", over=False)
    answer = HouseAnswer.objects.create(request_id=refused.pk, author=world.coen, accepted=False, reason="x")
    house.add(answer, file="street")
    common = {"house": world.house, "reason": "away", "number_of_cases": 1}
    house.add(
        Handover.objects.create(author=world.noor, giver=world.noor, taker=world.jelmer, **common),
        who={"noor", "jelmer"},
    )
    house.add(
        Handover.objects.create(author=world.ankie, giver=world.sem, taker=world.noor, **common),
        who={"ankie", "sem", "noor"},
    )


def _offered(house, case, one, other, regime, *, file, over, label=""):
    both = {"from_house": one, "to_house": other}
    offer = HouseOffer.objects.create(case=case, author=house.world.pim, about=[case.pk], **both)
    # Offered in a transaction long ago: who offers writes the request at that moment only.
    HouseOffer.objects.filter(pk=offer.pk).update(offered_at=LONG_AGO)
    house.add(offer, file=file, over=over)
    request = HouseRequest.objects.create(id=offer.pk, regime=regime, text="x", handover_days=14, **both)
    house.add(request, file=file, here=file == "north" and not over)
    house.course.offers[label] = offer
    return offer


def _beside(house):
    """Noor and Pim take part in both linked cases; Pim in the ended one and in the street's, which came after it."""
    author, family, street, ended = house.world.noor, *(house.cases[one] for one in ("family", "street", "ended"))
    house.add(
        CaseLink.objects.create(case=family, other=ended, author=author, kind="family", sealed=b"x"),
        who={"noor", "pim"},
        files={"family", "ended"},
    )
    house.add(
        CaseLink.objects.create(case=street, other=ended, author=author, kind="group", sealed=b"x"),
        who={"pim"},
        files={"street", "ended"},
    )
    Case.objects.filter(pk=street.pk).update(referral_id=uuid4())
    street.refresh_from_db()
    after = {"author": author, "regime": house.world.regime, "kind": "again"}
    house.add(Continuation.objects.create(case=ended, referral_id=street.referral_id, **after), who={"pim"})
    house.add(Continuation.objects.create(case=ended, referral_id=uuid4(), **after), who=set())


def _about(house, label, about):
    world, case = house.world, house.cases[label]
    facts = {"file": label, "about": about}
    common = {"case": case, "author": world.pim, "about": sorted(house.id[name] for name in about)}
    row = Disclosure.objects.create(
        **common, outcome="given", decided_on=date(2026, 11, 1), to_regime=house.other_regime
    )
    house.add(row, **facts)
    house.add(TakenOver.objects.create(**common, capacity=world.capacities["police"]), **facts)
    for capacity in ("zvh", "police"):
        row = ProcessNote.objects.create(**common, audience=[world.capacities[capacity].pk])
        house.add(row, ours=capacity == "zvh", **facts)


def _seen_with_the_seat(name, opened, one, contact):
    from schakel.access.tests.test_who_sees_what import FILLS, sees_seat

    return sees_seat(name, one.seat) or (contact and one.seat in FILLS.get(name, ()))


def _seen_by_who_runs(name, opened, one, contact):
    from schakel.access.tests.test_who_sees_what import sight_of

    return one.ours and one.file == opened and one.file in RUN.get(name, ()) and one.about <= sight_of(name)


def _of_the_whole(name, opened, one, contact):
    return name in WHOLE.get(one.file, ())


EXISTS = {
    "cases_leadoffer": _seen_with_the_seat,
    "cases_leadanswer": _seen_with_the_seat,
    "cases_handover": lambda name, opened, one, contact: name in one.who,
    "cases_houseoffer": _of_the_whole,
    "cases_houserequest": lambda name, opened, one, contact: (
        _of_the_whole(name, opened, one, contact) or (one.here and name in RECEIVE)
    ),
    "cases_houseanswer": _of_the_whole,
    "cases_caselink": lambda name, opened, one, contact: name in one.who and opened in one.files,
    "cases_continuation": lambda name, opened, one, contact: name in one.who,
    "cases_processnote": _seen_by_who_runs,
}
READERS = {"cases_processnote": ("noor", "family")}
