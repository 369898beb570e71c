"""The seats of a case as its page shows them: who, for whom, since and until, why."""

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.people.showing import display_name

from .circle import Circle, with_occupants
from .models import Lock, Occupant, Seat, SeatEnding, SeatProposal, SeatRequest
from .rules import may_direct, may_end_seat


def all_seats(case):
    """Every seat there is or was, as far as the row policies show it, and the circle that holds now."""
    seats = with_occupants(
        Seat.objects.with_covenant().filter(case=case),
        Occupant.objects.select_related("replaces__professional"),
        statements=True,
    )
    for seat in seats:
        seat.case = case
        signed = {one.professional_id for one in getattr(seat, "signed", ())}
        for one in seat.sitting:
            one.must_sign = seat.asks_statement and one.professional_id not in signed
        seat.shown = [one for one in seat.sitting if _when(one) != "before"]
        seat.sitting = [one for one in seat.sitting if _when(one) == "now" and _goes_on(one)]
    return seats, Circle(case, [seat for seat in seats if _when(seat) == "now"])


def _goes_on(occupant):
    """Who replaces somebody sits there as long as that one would."""
    return occupant.replaces is None or _when(occupant.replaces) == "now"


def shown_seats(seats, circle, professional, ring, endings):
    """Now, later and before, each with its reason where the reader may know it; who directs may end them."""
    names = {person.pk: display_name(person) for person in circle.persons}
    mine = circle.of(professional)
    directs = may_direct(professional, circle.case, mine)
    groups = {"now": [], "later": [], "before": []}
    ring.reveal([*seats, *(_endings(circle.case, seats) if endings else ())])
    for seat in sorted(seats, key=_in_order):
        seat.for_whom = _for_whom(seat, names)
        seat.can_end = directs and not seat.ends_at
        seat.may_end = may_end_seat(professional, seat, mine, circle) if seat.can_end else None
        groups[_when(seat)].append(seat)
    return groups


def _endings(case, seats):
    """Why each ended; those that say so are put on their seat, to be read together with it."""
    found = list(SeatEnding.objects.filter(case=case))
    for seat in seats:
        seat.endings = [one for one in found if one.seat_id == seat.pk]
    return found


ANYTHING = """
SELECT EXISTS (SELECT FROM cases_seatending WHERE case_id = %(case)s),
       EXISTS (SELECT FROM cases_seatproposal WHERE case_id = %(case)s),
       EXISTS (SELECT FROM cases_lock WHERE case_id = %(case)s),
       EXISTS (SELECT FROM cases_seatrequest WHERE number = %(number)s)
"""


def what_there_is(case):
    """Are there endings, proposals, locks, requests? One question instead of four, for in most cases there are none."""
    with connection.cursor() as cursor:
        cursor.execute(ANYTHING, {"case": case.pk, "number": case.number})
        return dict(zip(["endings", "proposals", "locks", "requests"], cursor.fetchone(), strict=True))


def waiting(case, ring, directs, there):
    """What is asked about the circle, and who is kept out of it: as far as the row policies show it."""
    proposals, locks, requests = [], [], []
    if there["proposals"]:
        found = SeatProposal.objects.filter(case=case).select_related("capacity__organisation", "proposed_by")
        proposals = list(found)
    if directs and there["locks"]:
        locks = list(Lock.objects.filter(case=case).select_related("professional__organisation", "author"))
    if directs and there["requests"]:
        found = SeatRequest.objects.filter(number=case.number)
        requests = list(found.select_related("capacity__organisation", "asker"))
    if proposals or locks:
        ring.reveal([*proposals, *locks])
    return {"proposals": proposals, "requests": requests, "locks": locks}


def _in_order(seat):
    """Who runs the case, who leads on the content, then the others by name."""
    first = [Seat.Role.PROCESS_DIRECTOR, Seat.Role.PROCESS_SUPPORT, Seat.Role.LEAD]
    return first.index(seat.role) if seat.role in first else len(first), str(seat.capacity)


def _when(period):
    moment = timezone.now()
    if getattr(period, "lapsed", False) or period.ends_at and period.ends_at <= moment:
        return "before"
    return "later" if period.starts_at > moment else "now"


def _for_whom(seat, names):
    if seat.whole_case:
        return _("the whole case")
    return _("for {names}").format(names=", ".join(names[one] for one in seat.only if one in names))
