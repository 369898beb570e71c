"""A case that runs elsewhere already, and goes on here."""

from uuid import uuid4

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.access.fields import Start
from schakel.audit.record import act, record
from schakel.people.keeping import add_person
from schakel.vault.words import Keyring

from .. import rules, rules_circle
from ..models import Case, Seat
from .founding import _first_seat


@act("case.taken_in", gettext_noop("took in a running case"))
def take_in_running_case(
    *, by, house, regime, phase, director, support=None, occasion, goal, person, number="", capacities=(), key=None
):
    """Take in a case that runs already, in its phase and with its circle. (nl: lopende casus overnemen)

    `person` are the fields of whom it is about; `capacities` get a seat, and their contacts say who sits there.
    """
    rules.may_open(by, house).enforce()
    case = Case.objects.create(
        id=key or uuid4(), author=by, house=house, regime=regime, phase=phase, opened_by=by, is_area=False
    )
    case.refresh_from_db()
    ring = Keyring.new(case)
    ring.write(case, occasion=occasion, goal=goal)
    add_person(ring, number=number, **person)
    _first_seat(case, ring, Seat.Role.PROCESS_DIRECTOR, director, by)
    if support:
        _first_seat(case, ring, Seat.Role.PROCESS_SUPPORT, support, by)
    for capacity in capacities:
        rules_circle.may_be_seated(case, capacity).enforce()
        seat = Seat.objects.create(case=case, capacity=capacity, whole_case=True, starts_at=Start(), author=by)
        ring.write(seat, why=_("Took part already when the case was taken in."))
    record(by=by, file=case, about=case)
    return case
