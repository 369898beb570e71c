"""When may who do what with a conference? The database asks the same; here is the reason in words."""

from django.utils.translation import gettext_lazy as _

from schakel.access.verdict import ALLOWED, refuse
from schakel.cases.circle import Circle, in_my_sight, seats_that_see, sits
from schakel.cases.rules import CLOSED, NOT_RUNNING_IT, RUNNING

NOT_BEGUN = _("The conference has not begun yet.")
ENDED = _("The conference has ended; what was held is held.")


def runs(professional, case, circle=None):
    """Whether this professional directs or supports the process of this case; pages hand over the circle they have."""
    return any(seat.role in RUNNING for seat in (circle or Circle(case)).of(professional))


def may_run(professional, case, circle=None):
    """Whoever runs an open case."""
    if case.is_closed:
        return refuse(CLOSED)
    return ALLOWED if runs(professional, case, circle) else refuse(NOT_RUNNING_IT)


def may_convene(professional, case, about=()):
    """Whoever runs the case, about whom they see, convenes."""
    verdict = may_run(professional, case)
    if verdict and about and not in_my_sight(about):
        return refuse(_("Your seat is not for everybody this is about."))
    return verdict


def may_chair(professional, case, about):
    """Somebody who occupies a seat that sees what it is about."""
    if sits(professional, seats_that_see(case, about)):
        return ALLOWED
    return refuse(_("The chair has to occupy a seat that sees what the conference is about."))


def may_move(professional, conference, circle=None):
    """Whoever runs the case moves what has not begun."""
    if conference.started_at:
        return refuse(_("The conference has begun: its date, time and place stand."))
    return may_run(professional, conference.case, circle)


def may_start(professional, conference, circle=None):
    if conference.started_at:
        return refuse(_("The conference has begun already."))
    return may_run(professional, conference.case, circle)


def may_lead(professional, conference, circle=None):
    """Whoever runs the case leads a conference that is going on: from stage to stage, and to its end."""
    if conference.has_ended:
        return refuse(ENDED)
    if not conference.started_at:
        return refuse(NOT_BEGUN)
    return may_run(professional, conference.case, circle)


def may_write_down(professional, conference, circle=None):
    """Attendance, conclusions and decisions: during the conference, and after it when the minutes are made."""
    if not conference.started_at:
        return refuse(NOT_BEGUN)
    return may_run(professional, conference.case, circle)


def may_record_attendance(professional, conference, how):
    """Who cannot come says so beforehand; who is there is recorded from the beginning on."""
    if how == "apologies":
        return may_run(professional, conference.case)
    return may_write_down(professional, conference)


def may_be_recorded(conference, capacity, somebody=None):
    """Attendance is of organisations with a seat that sees what this is about, and of whoever occupies it."""
    seats = [s for s in seats_that_see(conference.case, conference.about) if s.capacity_id == capacity.pk]
    if not seats:
        return refuse(_("This organisation has no seat that sees what the conference is about."))
    if somebody and not sits(somebody, seats):
        return refuse(_("This professional does not occupy a seat of this organisation now."))
    return ALLOWED


def may_decide(_professional, conference):
    """Whoever sees an open case with a conference that has begun; in whose name, the form and the act say."""
    if conference.case.is_closed:
        return refuse(CLOSED)
    return ALLOWED if conference.started_at else refuse(NOT_BEGUN)


def deciding_capacities(professional, conference, circle):
    """In whose name somebody may record a decision: who runs the case in everybody's, a participant in their own."""
    seats = seats_that_see(conference.case, conference.about, circle)
    mine = {seat.pk for seat in circle.of(professional)}
    all_of_them = runs(professional, conference.case, circle)
    return {seat.capacity_id for seat in seats if all_of_them or seat.pk in mine}


def may_record_decision(professional, conference, capacity):
    """Whoever runs the case, or whoever sits in the capacity that decided, writes its decision down."""
    if conference.case.is_closed:
        return refuse(CLOSED)
    if not conference.started_at:
        return refuse(NOT_BEGUN)
    known = may_be_recorded(conference, capacity)
    if not known or runs(professional, conference.case):
        return known
    seats = [s for s in seats_that_see(conference.case, conference.about) if s.capacity_id == capacity.pk]
    if sits(professional, seats):
        return ALLOWED
    return refuse(_("Only whoever sits in this capacity, or runs the case, records its decision."))
