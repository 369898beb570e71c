"""The end of a seat: sooner, further, given back, all at once."""

from uuid import uuid4

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import refuse
from schakel.audit.once import made_once
from schakel.audit.record import act, record
from schakel.network.models import Appointment, Partnership
from schakel.network.partners.actions import end_partnership
from schakel.network.roles import holds
from schakel.vault.words import Keyring

from .. import rules_circle
from ..filling import as_contact
from ..models import Occupant, Seat, SeatEnding, SeatPerson
from ..moments import later_or_now, until_day


@act("seat.shortened", gettext_noop("said that a seat ends sooner"))
def shorten_seat(*, by, seat, ends_on, why):
    """Let a seat end sooner, with the reason. (nl: einde van een plaats)"""
    ends_at = until_day(ends_on)
    rules_circle.may_change_end(by, seat, ends_at).enforce()
    seat.ends_at = ends_at
    seat.save(update_fields=["ends_at"])
    say_why(by, seat, why)
    record(by=by, file=seat.case, about=seat)
    return seat


def say_why(by, seat, why):
    """The reason of an end stands in the file, about those for whom the seat is."""
    ending = SeatEnding.objects.create(case=seat.case, seat=seat, author=by, about=sorted(seat.about))
    Keyring.of(seat.case).write(ending, why=why)


@made_once(Seat)
@act("seat.continued", gettext_noop("let a seat go on"))
def continue_seat(*, by, seat, ends_on, why, key=None):
    """Let a seat go on after its end: a new seat with a reason; who sits there goes on. (nl: plaats geven)"""
    rules_circle.may_go_on(by, seat).enforce()
    ends_at = until_day(ends_on)
    if ends_at is None and seat.role == Seat.Role.ADVISER:
        refuse(rules_circle.NEEDS_AN_END).enforce()
    if ends_at is not None and ends_at <= seat.ends_at:
        refuse(_("Choose a day after the end of the seat as it is now.")).enforce()
    rules_circle.may_be_seated(seat.case, seat.capacity).enforce()
    role = Seat.Role.PARTICIPANT if seat.role == Seat.Role.LEAD else seat.role  # leading is offered anew
    further = Seat.objects.create(
        id=key or uuid4(), case=seat.case, capacity=seat.capacity, role=role, whole_case=seat.whole_case,
        author=by, starts_at=seat.ends_at, ends_at=ends_at, follows=seat,
    )  # fmt: skip
    for row in seat.persons.all():
        SeatPerson.objects.create(seat=further, case=seat.case, person_id=row.person_id)
    for one in seat.occupants.not_over().filter(replaces=None):
        if rules_circle.can_sit(further.pk, one.professional_id):
            Occupant.objects.create(
                seat=further, professional_id=one.professional_id, named_by=by, starts_at=seat.ends_at
            )
    Keyring.of(seat.case).write(further, why=why)
    record(by=by, file=seat.case, about=further)
    return further


@as_contact()
@act("seat.given_back", gettext_noop("gave a seat back"))
def give_seat_back(*, by, seat, because):
    """Give a seat of one's organisation back, for one of a few reasons. (nl: plaats teruggeven)

    Never in own words: a contact who does not sit there writes nothing in the file.
    """
    rules_circle.may_give_back(by, seat).enforce()
    record(by=by, file=seat.case, about=seat)
    with connection.cursor() as cursor:
        cursor.execute("SELECT access.give_seat_back(%s, %s)", [seat.pk, Seat.Because(because).value])
        given_back = cursor.fetchone()[0]
    if not given_back:
        refuse(_("This seat has ended; the process director gives a new one where that is needed.")).enforce()
    return seat


@act("partnership.left", gettext_noop("let an organisation leave the house, seats included"))
def leave_house(*, by, partnership, why, last_day=None):
    """Let an organisation leave the house: its part, covenants and seats there. (nl: huis verlaten)

    With a last day to come the seats count until then, and end by themselves.
    """
    ended = end_partnership(by=by, partnership=partnership, why=why, last_day=last_day)
    if ended.until < timezone.localdate():
        end_seats_of(by=by, house=ended.house, organisation=ended.organisation)
    record(by=by, about=ended)
    return ended


@act("seat.left", gettext_noop("ended the seats of an organisation that left the house"))
def end_seats_of(*, by, house, organisation):
    """End all seats of an organisation that takes no part in the house any more. (nl: plaats beëindigen)

    Nobody learns in which cases, or how many: the database ends them, and writes it in the log of each.
    """
    if not holds(by, Appointment.Role.ADMINISTRATOR, house=house):
        refuse(_("Only the functional administrator of the house does this.")).enforce()
    if Partnership.objects.today().filter(house=house, organisation=organisation).exists():
        refuse(_("This organisation still takes part in the house. End that first.")).enforce()
    with connection.cursor() as cursor:
        cursor.execute("SELECT access.end_seats_of(%s, %s)", [house.pk, organisation.pk])
    record(by=by, about=organisation)


@as_contact()
@act("professional.let_go", gettext_noop("ended where a colleague takes part, and handed it over"))
def let_go(*, by, professional, successor=None):
    """A colleague leaves: everything they sit on ends, and a colleague sits there. (nl: deelname beëindigen)

    Agreements belong to a seat, so they go along. The answer is the seats, each with `handed_over`.
    """
    rules_circle.may_let_go(by, professional, successor).enforce()
    record(by=by, about=professional)
    return [_hand_over(by, one, successor) for one in _occupations(by, professional)]


def _occupations(by, professional):
    found = Occupant.objects.not_over().filter(
        professional=professional, seat__capacity__organisation=by.organisation_id
    )
    return list(found.select_related("seat__case", "seat__capacity"))


def _hand_over(by, occupation, successor):
    seat = occupation.seat
    replaces_nobody = occupation.replaces_id is None
    seat.handed_over = bool(
        successor
        and replaces_nobody
        and rules_circle.can_sit(seat.pk, successor.pk)
        and not Occupant.objects.now().filter(seat=seat, professional=successor, replaces=None).exists()
    )
    if seat.handed_over:
        following = Occupant.objects.create(
            seat=seat, professional=successor, named_by=by, starts_at=later_or_now(occupation.starts_at),
            ends_at=occupation.ends_at,
        )  # fmt: skip
        record(by=by, file=seat.case, about=following)
    occupation.ends_at = later_or_now(occupation.starts_at)
    occupation.save(update_fields=["ends_at"])
    record(by=by, file=seat.case, about=occupation)
    return seat
