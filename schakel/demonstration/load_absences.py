"""Who always replaces whom, and who is away this week: the other sits on those seats meanwhile."""

from datetime import timedelta

from schakel.cases.models import Absence, Occupant, StandIn
from schakel.network.workdays import add_workdays

from .loading import BEGIN, END

CLOCK = timedelta(hours=10, minutes=5)  # on the working day before


def load_absences(loading):
    for person in loading.world.people.values():
        if person.deputy:
            professional = loading.people[person.key]
            contact = loading.contacts[professional.organisation_id]
            stands_in = {"professional": professional, "stand_in": loading.people[person.deputy]}
            loading.put(StandIn(**stands_in, appointed_by=contact), loading.yesterday())
    for given in loading.world.day.absence:
        _absence(loading, given)


def _absence(loading, given):
    """Arranged by the contact; not for seats in a hidden regime, of which no contact hears."""
    away, replacement = loading.people[given.who], loading.people[given.replacement]
    starts, ends = loading.at(given.since, BEGIN), loading.at(given.until, END)
    contact = loading.contacts[away.organisation_id]
    since = loading.midnight(add_workdays(starts.date(), -1)) + CLOCK
    row = Absence(professional=away, replacement=replacement, starts_at=starts, ends_at=ends, decided_by=contact)
    loading.put(row, since)
    for occupation, _at in list(loading.rows[Occupant]):
        if _is_replaced(occupation, away, replacement, loading):
            loading.put(
                Occupant(
                    seat=occupation.seat, professional=replacement, named_by=contact, replaces=occupation,
                    starts_at=max(starts, occupation.starts_at), ends_at=ends,
                ),
                since, file=occupation.seat.case_id,
            )  # fmt: skip


def _is_replaced(occupation, away, replacement, loading):
    case = occupation.seat.case
    if occupation.professional != away or occupation.ends_at or case.closed_at or case.regime.hidden:
        return False
    return not any(
        one.professional == replacement and one.seat == occupation.seat for one, _at in loading.rows[Occupant]
    )
