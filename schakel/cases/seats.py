"""The seats of a case as its page shows them: who, for whom, since and until, why."""

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.people.models import Person
from schakel.people.showing import display_name
from schakel.vault.words import Keyring

from .models import Occupant, Seat, SeatPerson
from .rules import directs


def shown_seats(case, circle, reader):
    """Now, later and before, as far as the row policies show them."""
    everybody = Prefetch("occupants", Occupant.objects.select_related("professional"), to_attr="all_occupants")
    only = Prefetch("persons", SeatPerson.objects.all(), to_attr="only")
    seats = Seat.objects.filter(case=case).select_related("capacity__organisation").prefetch_related(everybody, only)
    names = {person.pk: display_name(person) for person in Person.objects.filter(file_id=case.pk)}
    rows = Keyring.of(case).reveal(seats)
    directing = directs(reader, case) and not case.is_closed
    groups = {"now": [], "later": [], "before": []}
    for seat in rows:
        seat.case = case
        seat.for_whom = _for_whom(seat, names)
        seat.sitting = [one for one in seat.all_occupants if _when(one) != "before"]
        seat.can_end = directing and not seat.ends_at
        groups[_when(seat)].append(seat)
    return groups


def _when(period):
    moment = timezone.now()
    if period.ends_at and period.ends_at <= moment:
        return "before"
    return "later" if period.starts_at > moment else "now"


def _for_whom(seat, names):
    if seat.whole_case:
        return _("the whole case")
    return _("for {names}").format(names=", ".join(names[row.person_id] for row in seat.only if row.person_id in names))
