"""Who takes part: the house gives and ends seats, the organisation says who sits there."""

from uuid import uuid4

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import refuse
from schakel.audit.once import made_once
from schakel.audit.record import act, record
from schakel.network.models import Partnership
from schakel.vault.words import Keyring

from .. import rules, rules_circle
from ..editions import locked
from ..filling import as_contact
from ..models import Absence, Occupant, Seat, SeatPerson
from ..moments import from_day, later_or_now, until_day
from .absence import replace_on
from .seats import say_why

OF_THE_HOUSE = {Seat.Role.PROCESS_DIRECTOR, Seat.Role.PROCESS_SUPPORT}
THE_LEAD_IS_ACCEPTED = _("The lead on the content is offered to who takes part, and follows when it is accepted.")


@made_once(Seat)
@act("seat.given", gettext_noop("gave an organisation a seat"))
def give_seat(*, by, case, capacity, role, why, people=(), starts_on=None, ends_on=None, key=None):
    """Give an organisation a seat, for the whole case or for some of its persons. (nl: plaats geven)"""
    rules.may_give_seat(by, case).enforce()
    locked(case, together=("house",), otherwise=rules.CLOSED)  # seats of one case are given one after the other
    _fits_the_house(case, capacity, role, people)
    if role == Seat.Role.ADVISER and ends_on is None:
        refuse(rules_circle.NEEDS_AN_END).enforce()
    rules_circle.may_be_seated(case, capacity).enforce()
    if case.is_area and people:
        refuse(rules.AN_AREA_HAS_NO_PERSONS).enforce()
    period = {"starts_at": from_day(starts_on), "ends_at": until_day(ends_on)}
    rules.may_have_one_more(case, capacity, role, people, but=key, **period).enforce()
    seat = Seat.objects.create(
        id=key or uuid4(), case=case, capacity=capacity, role=role, whole_case=not people, author=by, **period
    )
    for person in people:
        SeatPerson.objects.create(seat=seat, case=case, person=person)
    Keyring.of(case).write(seat, why=why)
    record(by=by, file=case, about=seat)
    return seat


@act("seat.ended", gettext_noop("ended a seat"))
def end_seat(*, by, seat, why=""):
    """End a seat; whoever sat there sees nothing any more. (nl: plaats beëindigen)"""
    rules.may_end_seat(by, seat).enforce()
    seat.ends_at = later_or_now(seat.starts_at)
    seat.save(update_fields=["ends_at"])
    if why:
        say_why(by, seat, why)
    record(by=by, file=seat.case, about=seat)
    return seat


@as_contact()
@made_once(Occupant, signed="named_by")
@act("seat.occupied", gettext_noop("named a colleague for a seat"))
def name_occupant(*, by, seat, professional, starts_on=None, ends_on=None, key=None):
    """Name who sits on a seat of one's organisation, also for leave or a shift. (nl: wie er zit)"""
    rules.may_name(by, seat, professional).enforce()
    if not rules_circle.can_sit(seat.pk, professional.pk):
        refuse(rules_circle.LOCKED_OUT).enforce()
    if Occupant.objects.now().filter(seat=seat, professional=professional).exists():
        refuse(_("This colleague takes part on this seat already.")).enforce()
    occupant = Occupant.objects.create(
        id=key or uuid4(), seat=seat, professional=professional, named_by=by,
        starts_at=from_day(starts_on), ends_at=until_day(ends_on),
    )  # fmt: skip
    record(by=by, file=seat.case, about=occupant)
    _replaced_meanwhile(by, occupant)
    return occupant


def _replaced_meanwhile(by, occupant):
    """Whoever is named while they are away is replaced here as well."""
    away = Absence.objects.not_over().filter(professional=occupant.professional, every_seat=True)
    for absence in away if away.exists() else ():
        occupant.refresh_from_db()
        replace_on(by, occupant, absence)


@as_contact()
@act("occupation.ended", gettext_noop("ended that a colleague takes part"))
def end_occupation(*, by, occupant):
    """End for good that a colleague takes part. (nl: deelname beëindigen)"""
    rules.may_end_occupation(by, occupant).enforce()
    occupant.ends_at = later_or_now(occupant.starts_at)
    occupant.save(update_fields=["ends_at"])
    record(by=by, file=occupant.seat.case, about=occupant)
    return occupant


def _fits_the_house(case, capacity, role, people):
    if role == Seat.Role.LEAD:
        refuse(THE_LEAD_IS_ACCEPTED).enforce()
    if role in OF_THE_HOUSE and people:
        refuse(_("Who directs or supports the process does so for the whole case.")).enforce()
    if role in OF_THE_HOUSE and capacity.pk != case.house.capacity_id:
        refuse(_("Directing and supporting the process is the house's own.")).enforce()
    if not Partnership.objects.today().filter(house=case.house, organisation=capacity.organisation).exists():
        refuse(_("This organisation takes no part in this house.")).enforce()
