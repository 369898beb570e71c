"""When may who do what with the plan? The database asks the same; here is the reason in words."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from schakel.access.verdict import ALLOWED, refuse
from schakel.cases.circle import Circle, in_my_sight, sees, sits
from schakel.cases.rules import CLOSED
from schakel.conferences.rules import may_run, runs

WITHDRAWN = _("This agreement was withdrawn.")
DONE = _("This agreement is done.")


def may_plan(professional, case, about=(), circle=None):
    """Whoever runs the case, about whom they see, writes goals and agreements down."""
    verdict = may_run(professional, case, circle)
    if verdict and about and not in_my_sight(about):
        return refuse(_("Your seat is not for everybody this is about."))
    return verdict


def may_own(case, seat, about, owner=None):
    """Only an organisation that sits in this case, and sees whom it is about, owns an agreement."""
    held = next((one for one in Circle(case) if one.pk == seat.pk), None)
    if held is None or not sees(held, about):
        return refuse(_("Only an organisation with a seat that sees whom this is about can own an agreement."))
    if owner and not sits(owner, [held]):
        return refuse(_("This professional does not occupy that seat now."))
    return ALLOWED


def may_stand_under(case, goal, about):
    """An agreement stands under a goal that everybody sees who sees the agreement."""
    if goal is None or about == [case.pk] or set(goal.about) <= set(about):
        return ALLOWED
    return refuse(_("Not everybody who sees this agreement sees that goal. Choose the same persons, or no goal."))


def may_answer(professional, agreement, circle=None):
    """Whoever sits on the owner's seat says whether it is agreed; nobody else can do that for them."""
    refusal = _stands_no_more(agreement)
    if refusal is not None:
        return refusal
    if sits(professional, _seats_of(agreement, circle)):
        return ALLOWED
    organisation = agreement.seat.capacity
    return refuse(gettext("Only whoever sits here for {organisation} answers.").format(organisation=organisation))


def may_report(professional, agreement, circle=None):
    """The owner's seat says how it goes; after a call, whoever runs the case writes that down."""
    refusal = _stands_no_more(agreement)
    if refusal is not None:
        return refusal
    circle = circle or Circle(agreement.case)
    if sits(professional, _seats_of(agreement, circle)) or runs(professional, agreement.case, circle):
        return ALLOWED
    organisation = agreement.seat.capacity
    return refuse(gettext("Only whoever sits here for {organisation} reports.").format(organisation=organisation))


def may_change(professional, agreement, circle=None):
    """Whoever runs the case moves the date or withdraws what is not done."""
    refusal = _stands_no_more(agreement)
    return may_run(professional, agreement.case, circle) if refusal is None else refusal


def _stands_no_more(agreement):
    """The refusal for what was withdrawn or done, or in a closed case; None when it stands."""
    if agreement.case.is_closed:
        return refuse(CLOSED)
    if agreement.withdrawn_at:
        return refuse(WITHDRAWN)
    if _is_done(agreement):
        return refuse(DONE)
    return None


def _is_done(agreement):
    """Lists bring the answer along; otherwise it is asked."""
    known = getattr(agreement, "is_done", None)
    return agreement.reports.filter(done=True).exists() if known is None else known


def _seats_of(agreement, circle):
    return [seat for seat in circle or Circle(agreement.case) if seat.pk == agreement.seat_id]
