"""The seats of a case as its page shows them: who, for whom, since and until, why."""

from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.people.showing import display_name
from schakel.vault.words import Keyring

from .circle import Circle, with_occupants
from .models import Occupant, Seat
from .rules import may_direct, may_end_seat


def all_seats(case):
    """Every seat there is or was, as far as the row policies show it, and the circle that holds now."""
    seats = with_occupants(Seat.objects.filter(case=case), Occupant.objects.all())
    for seat in seats:
        seat.case = case
        seat.shown = [one for one in seat.sitting if _when(one) != "before"]
        seat.sitting = [one for one in seat.sitting if _when(one) == "now"]
    return seats, Circle(case, [seat for seat in seats if _when(seat) == "now"])


def shown_seats(seats, circle, professional):
    """Now, later and before, each with its reason where the reader may know it; who directs may end them."""
    names = {person.pk: display_name(person) for person in circle.persons}
    mine = circle.of(professional)
    directs = may_direct(professional, circle.case, mine)
    groups = {"now": [], "later": [], "before": []}
    for seat in sorted(Keyring.of(circle.case).reveal(seats), key=_in_order):
        seat.for_whom = _for_whom(seat, names)
        seat.can_end = directs and not seat.ends_at
        seat.may_end = may_end_seat(professional, seat, mine) if seat.can_end else None
        groups[_when(seat)].append(seat)
    return groups


def _in_order(seat):
    """Who runs the case, who leads on the content, then the others by name."""
    first = [Seat.Role.PROCESS_DIRECTOR, Seat.Role.PROCESS_SUPPORT, Seat.Role.LEAD]
    return first.index(seat.role) if seat.role in first else len(first), str(seat.capacity)


def _when(period):
    moment = timezone.now()
    if period.ends_at and period.ends_at <= moment:
        return "before"
    return "later" if period.starts_at > moment else "now"


def _for_whom(seat, names):
    if seat.whole_case:
        return _("the whole case")
    return _("for {names}").format(names=", ".join(names[row.person_id] for row in seat.only if row.person_id in names))
