"""Being away and being replaced, arranged by the organisation itself, without the house."""

from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext_noop

from schakel.audit.once import made_once
from schakel.audit.record import act, record

from .. import rules_circle
from ..filling import as_contact
from ..models import Absence, Occupant, StandIn
from ..moments import from_day, later_or_now, until_day


@made_once(StandIn, signed="appointed_by")
@act("stand_in.appointed", gettext_noop("appointed a fixed replacement"))
def appoint_stand_in(*, by, professional, stand_in, key=None):
    """Appoint who always replaces a colleague; who did before no longer does. (nl: vaste vervanger)"""
    rules_circle.may_appoint(by, professional, stand_in).enforce()
    for before in StandIn.objects.standing().filter(professional=professional):
        _end(before)
    appointed = StandIn.objects.create(id=key or uuid4(), professional=professional, stand_in=stand_in, appointed_by=by)
    record(by=by, about=appointed)
    return appointed


@as_contact()
@made_once(Absence, signed="decided_by")
@act("absence.arranged", gettext_noop("arranged who replaces a colleague"))
def arrange_absence(*, by, professional, replacement, starts_on, ends_on, seats=None, key=None):
    """Say in one act that a colleague is away, and who sits on their seats meanwhile. (nl: afwezigheid)

    `seats` are ids of some of them; without it all, and those that are filled meanwhile. Seats in a hidden regime are
    not among them: whoever directs those cases arranges that. `left_empty` of the answer counts the seats where the
    replacement cannot sit. Each case keeps in its log on whose decision it was.
    """
    rules_circle.may_arrange(by, professional, replacement).enforce()
    absence = Absence.objects.create(
        id=key or uuid4(), professional=professional, replacement=replacement, decided_by=by,
        starts_at=from_day(starts_on), ends_at=until_day(ends_on), every_seat=seats is None,
    )  # fmt: skip
    absence.refresh_from_db()
    record(by=by, about=absence)
    replaced = [replace_on(by, one, absence) for one in occupations_of(professional, seats)]
    absence.left_empty = replaced.count(None)
    return absence


@as_contact()
@act("absence.ended", gettext_noop("ended that a colleague is replaced"))
def end_absence(*, by, absence):
    """A colleague is back: who replaced them sees those cases no longer. (nl: afwezigheid)"""
    rules_circle.may_end_absence(by, absence).enforce()
    _end(absence)
    record(by=by, about=absence)
    standing = Occupant.objects.not_over().filter(
        replaces__professional=absence.professional, professional=absence.replacement, ends_at__lte=absence.ends_at
    )
    for occupant in standing.select_related("seat__case"):
        occupant.ends_at = later_or_now(occupant.starts_at)
        occupant.save(update_fields=["ends_at"])
        record(by=by, file=occupant.seat.case, about=occupant)
    return absence


def occupations_of(professional, seats=None):
    """Where a colleague sits themselves, as far as I may arrange it: the rest is not among what I see."""
    found = Occupant.objects.not_over().filter(professional=professional, replaces=None, seat__case__closed_at=None)
    if seats is not None:
        found = found.filter(seat__in=seats)
    return list(found.exclude(seat__case__regime__hidden=True).select_related("seat__case__regime"))


def replace_on(by, occupation, absence):
    """Somebody sits here for as long as both last: the absence and where their colleague sits. None: they cannot."""
    starts_at = max(absence.starts_at, occupation.starts_at)
    ends_at = min(filter(None, [absence.ends_at, occupation.ends_at, occupation.seat.ends_at]))
    sits = Occupant.objects.not_over().filter(seat=occupation.seat_id, professional=absence.replacement)
    if ends_at <= starts_at or sits.exists():
        return occupation  # nothing to do
    if not rules_circle.can_sit(occupation.seat_id, absence.replacement_id, occupation.pk):
        return None
    occupant = Occupant.objects.create(
        seat=occupation.seat, professional=absence.replacement, named_by=by, replaces=occupation,
        starts_at=later_or_now(starts_at), ends_at=ends_at,
    )  # fmt: skip
    record(by=by, file=occupation.seat.case, about=occupant)
    return occupant


def _end(row):
    row.ended_at = timezone.now()
    row.save(update_fields=["ended_at"])
