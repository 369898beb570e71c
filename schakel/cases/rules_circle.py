"""When may who do what about the circle? The database asks the same; here is the reason in words."""

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.access.verdict import ALLOWED, refuse
from schakel.network.models import Appointment
from schakel.network.roles import holds

from . import rules
from .models import Lock, Seat, SeatRequest, StandIn
from .models.asking import Outcome

MOST_REQUESTS = 25  # that wait at the same time; parameter
ANSWERED = _("This was answered already.")
NOT_ASKED_OF_YOU = _("Only who directs the case answers this.")
NOT_THEIRS = _("Only the contact of the organisation arranges who replaces whom.")
A_REFUSAL_WOULD_TELL = _("In this kind of approach a refusal would say that the case exists. Leave it unanswered.")
LOCKED_OUT = _("This colleague cannot take part: locked out of this case, or without the mandate that it asks.")
NEEDS_AN_END = _("A seat for an adviser has an end date.")
GOES_ON = _("An end is not put off. Give a new seat that goes on from there, with the reason.")


def may_ask_for_a_seat(professional):
    """Everybody, whatever the number; as many at the same time as somebody can mean."""
    waiting = SeatRequest.objects.filter(asker=professional, outcome="", withdrawn_at=None)
    if waiting.count() >= MOST_REQUESTS:
        return refuse(_("You asked for many seats that were not answered yet. Withdraw some first."))
    return ALLOWED


def may_withdraw_request(professional, request):
    if request.asker_id != professional.pk:
        return refuse(_("Only who asked withdraws this."))
    return refuse(ANSWERED) if request.outcome or request.withdrawn_at else ALLOWED


def may_answer_request(professional, request, case, outcome):
    """Who directs the case with that number, once."""
    if request.outcome or request.withdrawn_at:
        return refuse(ANSWERED)
    if request.number != case.number or not rules.directs(professional, case):
        return refuse(NOT_ASKED_OF_YOU)
    if outcome == Outcome.REFUSED and case.regime.hidden:
        return refuse(A_REFUSAL_WOULD_TELL)
    return rules.may_give_seat(professional, case) if outcome == Outcome.GRANTED else ALLOWED


def may_propose(professional, case, seats=None):
    """Whoever sits in an open case."""
    return rules.may_bring_in(professional, case, seats)


def may_answer_proposal(professional, proposal):
    return refuse(ANSWERED) if proposal.outcome else rules.may_give_seat(professional, proposal.case)


def may_be_seated(case, capacity):
    """What the kind of approach asks of an organisation that takes part: the database says it, here is why not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT access.may_be_seated(%s, %s)", [case.pk, capacity.pk])
        if cursor.fetchone()[0]:
            return ALLOWED
    if not case.regime.may_be_present(capacity.organisation.kind, case.phase):
        return refuse(_("In this kind of approach such an organisation takes no part in this phase."))
    return refuse(
        _("For this kind of approach the organisation is under no covenant, and it does not come in per case.")
    )


def may_change_end(professional, seat, ends_at):
    """Sooner, not later: going on longer is a new seat."""
    if seat.ends_at and ends_at > seat.ends_at:
        return refuse(GOES_ON)
    return rules.may_end_seat(professional, seat)


def may_go_on(professional, seat):
    """A seat that has an end goes on as a new one, while the case is open."""
    if not seat.ends_at or seat.ends_at <= timezone.now():
        return refuse(_("Only a seat with an end that is still to come goes on from there."))
    if Seat.objects.filter(follows=seat).exists():
        return refuse(_("This seat goes on already."))
    return rules.may_give_seat(professional, seat.case)


def may_give_back(professional, seat):
    """The contact, for their own organisation; not the seats from which the house directs."""
    if seat.role in rules.RUNNING:
        return refuse(_("The house does not give back the seat from which it directs; hand the case over."))
    return rules.may_fill(professional, seat)


def may_lock_out(professional, case, somebody, seats=None):
    """Who directs locks somebody out; everybody themselves."""
    directing = rules.directs(professional, case, seats)
    if somebody is not None and somebody != professional and not directing:
        return refuse(_("Only who directs the case locks somebody else out."))
    if somebody is not None and Lock.objects.standing().filter(case=case, professional=somebody).exists():
        return refuse(_("This colleague is locked out already."))
    if somebody is not None and _alone_directs(somebody, case):
        return refuse(_("Nobody else directs this case. Hand it over first."))
    if not directing and not rules.seats_of(professional, case):
        return refuse(_("Only who takes part says this of themselves."))
    return ALLOWED


def _alone_directs(somebody, case):
    director = Seat.Role.PROCESS_DIRECTOR
    return rules.directs(somebody, case) and not any(
        rules.directs(one.professional, case)
        for seat in Seat.objects.now().filter(case=case, role=director)
        for one in seat.occupants.now().exclude(professional=somebody).select_related("professional")
    )


def may_lift(professional, lock):
    if lock.lifted_at:
        return refuse(_("This was lifted already."))
    return ALLOWED if rules.directs(professional, lock.case) else refuse(rules.NOT_DIRECTING)


def is_contact_for(professional, colleague):
    return holds(professional, Appointment.Role.CONTACT, organisation=colleague.organisation_id)


def may_appoint(professional, colleague, stand_in):
    """The contact, of two different colleagues."""
    if not is_contact_for(professional, colleague):
        return refuse(NOT_THEIRS)
    return _are_two_colleagues(colleague, stand_in)


def may_arrange(professional, colleague, replacement):
    """The contact for each colleague; a colleague for themselves, by the replacement that the contact appointed."""
    if is_contact_for(professional, colleague):
        return _are_two_colleagues(colleague, replacement)
    if professional != colleague:
        return refuse(NOT_THEIRS)
    appointed = StandIn.objects.standing().filter(professional=colleague, stand_in=replacement)
    if not appointed.exists():
        return refuse(_("You name only the fixed replacement that your contact appointed. Ask your contact."))
    return _are_two_colleagues(colleague, replacement)


def may_end_absence(professional, absence):
    if absence.ended_at:
        return refuse(_("This absence has ended already."))
    if absence.professional == professional or is_contact_for(professional, absence.professional):
        return ALLOWED
    return refuse(NOT_THEIRS)


def may_let_go(professional, colleague, successor):
    """The contact ends everything a colleague sits on; who goes on is somebody else."""
    if not is_contact_for(professional, colleague):
        return refuse(NOT_THEIRS)
    return _are_two_colleagues(colleague, successor) if successor else ALLOWED


def _are_two_colleagues(one, other):
    if one == other:
        return refuse(_("Choose two different colleagues."))
    if one.organisation_id != other.organisation_id:
        return refuse(_("Only somebody of the organisation itself can sit on its seat."))
    return ALLOWED


def can_sit(seat, professional, replaced=None):
    """Whether the database would let me name this colleague here: who is locked out sits nowhere in the case."""
    statement = "SELECT access.is_colleague(%s, %s) OR access.is_my_stand_in_on(%s, %s, %s)"
    with connection.cursor() as cursor:
        cursor.execute(statement, [seat, professional, seat, professional, replaced])
        return cursor.fetchone()[0]


def only_for_a_contact():
    return refuse(NOT_THEIRS)
