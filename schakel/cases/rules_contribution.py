"""When may who confirm, draft, or say that they no longer use something? The database asks the same."""

from django.utils.translation import gettext_lazy as _

from schakel.access.verdict import ALLOWED, refuse
from schakel.network.models import Organisation

from .circle import Circle
from .models import Confirmation, Contribution
from .rules import CLOSED, is_recalled, seats_of


def may_confirm(professional, contribution, seats=None):
    """The organisation itself, of what was written down on its behalf and still stands."""
    seats = seats_of(professional, contribution.case) if seats is None else seats
    if not contribution.on_behalf:
        return refuse(_("This organisation brought it in itself; there is nothing to confirm."))
    if contribution.capacity_id not in {seat.capacity_id for seat in seats}:
        return refuse(_("Only the organisation itself confirms what was written down on its behalf."))
    if contribution.case.is_closed:
        return refuse(CLOSED)
    if is_recalled(contribution) or Contribution.objects.filter(replaces=contribution).exists():
        return refuse(_("This was recalled or corrected meanwhile."))
    if Confirmation.objects.filter(contribution=contribution).exists():
        return refuse(_("This was confirmed already."))
    return ALLOWED


def may_be_spoken_for(case, capacity, people, *, on_behalf):
    """What is written down on somebody's behalf must be for them to confirm: they sit there for everybody concerned."""
    if on_behalf and not Circle(case).sees(capacity.pk, {person.pk for person in people}):
        return refuse(_("This organisation takes no part for everybody this is about, and could not confirm it."))
    return ALLOWED


def may_keep_draft(professional, case, seats=None):
    """Whoever sits here, also in a closed case: what was brought in can be corrected there."""
    if not (seats_of(professional, case) if seats is None else seats):
        return refuse(_("Only who sits in the circle brings something in."))
    return ALLOWED


def may_say_not_used(asked):
    """Each for themselves, once."""
    return refuse(_("You confirmed this already.")) if asked.confirmed_at else ALLOWED


def asks_about_secrecy(seats):
    """Whether whoever sits here works where professional secrecy is asked about: in care."""
    return any(seat.capacity.organisation.chain == Organisation.Chain.CARE for seat in seats)
