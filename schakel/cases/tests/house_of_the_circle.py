"""What the cases add to the promises over all tables: the circle in full (see schakel/access/tests/furniture.py)."""

from datetime import timedelta

from django.utils import timezone

from schakel.access.tests.proper_rows import capacity_of, me
from schakel.cases.models import (
    Absence,
    ConfidentialityStatement,
    Lock,
    SeatEnding,
    SeatProposal,
    SeatRequest,
    StandIn,
)

from .circle_rows import ROWS  # noqa: F401

COLLEAGUES = {  # contact: of whose colleagues
    "noor": {"noor", "sem", "jelmer", "hanneke", "ankie"}, "linda": {"linda", "pim", "polly", "gea"},
    "coen": {"coen", "sanne"}, "lieke": {"lieke"}, "bilal": {"bilal"},
}  # fmt: skip
DIRECTS = {"noor": {"family", "ended"}, "jelmer": {"street"}}


def furnish(house):
    world, now = house.world, timezone.now()
    for who, other in (("pim", "polly"), ("sanne", "coen")):
        pair = {"professional": me(house, who), "appointed_by": world.linda}
        house.add(StandIn.objects.create(**pair, stand_in=me(house, other)), who=who, other=other)
        period = {"starts_at": now, "ends_at": now + timedelta(days=9)}
        away = {"professional": me(house, who), "replacement": me(house, other), "decided_by": world.linda}
        house.add(Absence.objects.create(**away, **period), who=who, other=other)
    for who, file in (("polly", "family"), ("lieke", "street"), ("gea", "ended")):
        lock = Lock.objects.create(
            author=world.noor, professional=me(house, who), case=house.cases[file], about=[house.id[file]]
        )
        house.add(lock, who=who, file=file)
    for label in ("pim", "sanne", "bilal"):
        signed = {"seat": house.seats[label], "professional": me(house, label), "text_version": "1"}
        house.add(ConfidentialityStatement.objects.create(**signed), seat=label, who=label)
    for number, file, asker in (
        (house.cases["family"].number, "family", "bilal"), (house.cases["street"].number, "street", "coen"),
        ("ZZZZ-ZZZZ", None, "lieke"),
    ):  # fmt: skip
        house.add(_request(house, asker, number), file=file, who=asker, over=False)
    answered = _request(house, "bilal", house.cases["street"].number)
    SeatRequest.objects.filter(pk=answered.pk).update(outcome="granted", answered_at=now)
    house.add(answered, file="street", who="bilal", over=True)
    _content(house)


def _request(house, asker, number):
    return SeatRequest.objects.create(
        author=me(house, asker), asker=me(house, asker), house=house.world.house, number=number,
        capacity_id=capacity_of(house, asker),
    )  # fmt: skip


def _content(house):
    seats = {"family": "pim", "street": "pim in the street", "ended": "pim then"}
    for file, names in (("family", ["mother", "child"]), ("street", ["father"]), ("ended", ["son"])):
        for about in [{file}, *({name} for name in names)]:
            common = {"case": house.cases[file], "author": house.world.noor}
            common["about"] = [house.id[name] for name in about]
            college = {"capacity": house.world.capacities["college"], "proposed_by": house.world.pim}
            for row in (
                SeatEnding.objects.create(**common, seat=house.seats[seats[file]]),
                SeatProposal.objects.create(**common, **college),
            ):
                house.add(row, file=file, about=about)


def pair_exists(name, opened, one, contact):
    return name in (one.who, one.other) or one.who in COLLEAGUES.get(name, ())


def lock_exists(name, opened, one, contact):
    """Whoever directs, and the contact who fills a seat in that case; Polly is Linda's, who fills Pim's seat there."""
    return one.file in DIRECTS.get(name, ()) or contact and (name, one.who, one.file) == ("linda", "polly", "family")


def statement_exists(name, opened, one, contact):
    from schakel.access.tests.test_who_sees_what import FILLS, sees_seat

    return name == one.who or sees_seat(name, one.seat) or contact and one.seat in FILLS.get(name, ())


def request_exists(name, opened, one, contact):
    return name == one.who or one.file in DIRECTS.get(name, ())


EXISTS = {
    "cases_standin": pair_exists,
    "cases_absence": pair_exists,
    "cases_lock": lock_exists,
    "cases_confidentialitystatement": statement_exists,
    "cases_seatrequest": request_exists,
}


NOW = "ended_at = now()"
ANSWERED = "outcome = 'granted', answered_at = now(), author_id = access.me()"


WITHDRAWN_OR_GRANTED = (
    "author_id = access.me(), outcome = CASE WHEN asker_id = access.me() THEN '' ELSE 'granted' END, "
    "answered_at = CASE WHEN asker_id = access.me() THEN NULL ELSE now() END, "
    "withdrawn_at = CASE WHEN asker_id = access.me() THEN now() END"
)


NOT_WITHDRAWN = [  # what who asked may not make of it
    "", ", outcome = 'granted', answered_at = now()", ", withdrawn_at = now(), answered_at = now()",
    ", withdrawn_at = now(), outcome = 'granted'",
]  # fmt: skip


def request_changes(house, name, one):
    return not one.over and (name == one.who or one.file in DIRECTS.get(name, ()))


def of_contact_or_self(house, name, one):
    return name == one.who or one.who in COLLEAGUES.get(name, ())


def in_open_cases(house, name, one):
    return one.file in DIRECTS.get(name, set()) - {"ended"}


CHANGES = {
    "cases_standin": (NOW, lambda house, name, one: one.who in COLLEAGUES.get(name, ()), []),
    "cases_absence": (NOW, of_contact_or_self, []),
    "cases_lock": ("lifted_at = now()", lambda house, name, one: one.file in DIRECTS.get(name, ()), []),
    "cases_seatrequest": (
        WITHDRAWN_OR_GRANTED,
        request_changes,
        [
            "outcome = 'granted', answered_at = now()",
            "withdrawn_at = now(), author_id = access.me()",
            "outcome = 'granted', author_id = access.me()",
            "outcome = '', answered_at = now(), author_id = access.me()",
            f"{ANSWERED}, withdrawn_at = now()",
            *(("coen", f"author_id = access.me(){more}") for more in NOT_WITHDRAWN),
        ],
    ),
    "cases_seatproposal": (
        ANSWERED,
        in_open_cases,
        [
            "outcome = 'granted', answered_at = now(), author_id = %(coen)s",
            "outcome = 'granted', author_id = access.me()",
            "outcome = '', answered_at = now(), author_id = access.me()",
        ],
    ),
}

QUESTIONS = [
    "access.locks_i_see()", "access.statements_asked_of_me()", "access.seats_to_sign_for()",
    "access.proposals_to_answer(50)",
    "access.i_arrange_for(%(sanne)s, %(known)s)", "access.i_am_contact_for(%(sanne)s, %(known)s)",
    "access.whom_i_am_contact_for()", "access.is_replaced_on(%(known)s, %(sanne)s, %(known)s)",
    "access.is_my_stand_in_on(%(known)s, %(sanne)s, %(known)s)", "access.replacements_of_me()",
    "access.went_on_sitting(%(known)s, %(sanne)s)", "access.is_seat_of(%(known)s, %(known)s)",
    "access.seat_requests_i_make()", "access.seat_requests_i_answer()", "access.seat_requests_i_may_refuse()",
    "access.seat_requests_i_see()", "access.give_seat_back(%(known)s, 'no_task')",
    "access.end_seats_of(%(known)s, %(known)s)",
]  # fmt: skip
