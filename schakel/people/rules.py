"""When may who write what about the persons of a file? The database answers; here is the reason in words.

A file is a referral or a case: this capability knows neither, only what the row policies say of it.
"""

from dataclasses import dataclass

from django.db import connection
from django.utils.translation import gettext_lazy as _

from schakel.access.verdict import ALLOWED, refuse

CLOSED = _("This case is closed: only correcting, recalling and holding are still possible.")
NO_PERSONS = _("This case is about an area. Is it about a person? Then make a referral.")
NOT_KEEPING = _(
    "Only the process director and the process support do this; in a referral, the referrer and the contact."
)
NOT_SITTING = _("Only who runs the file, or who sits in the circle for this person, writes this down.")
OUT_OF_SIGHT = _("Your seat is not for this person.")
STANDING = """
SELECT s.keeps, s.keeps_open, s.takes_people, s.sits, s.capacities, access.my_sight_in(%s)
FROM access.standing_in(%s) s
"""


@dataclass(frozen=True)
class Standing:
    """What whoever is acting may do with the persons of one file, asked once."""

    keeps: bool
    keeps_open: bool
    takes_people: bool
    sits: bool
    capacities: list
    sight: list


def standing_in(file):
    with connection.cursor() as cursor:
        cursor.execute(STANDING, [file.file_id, file.file_id])
        return Standing(*cursor.fetchone())


def is_closed(file):
    return bool(getattr(file, "is_closed", False))


def may_keep(professional, file, standing=None):
    """Persons, their relations, who has authority, their addresses: who keeps an open file about persons."""
    standing = standing or standing_in(file)
    if is_closed(file):
        return refuse(CLOSED)
    if standing.takes_people:
        return ALLOWED
    return refuse(NO_PERSONS if standing.keeps_open else NOT_KEEPING)


def may_alert(professional, file, standing=None):
    """Whoever keeps an open file, also one about an area."""
    if is_closed(file):
        return refuse(CLOSED)
    return ALLOWED if (standing or standing_in(file)).keeps_open else refuse(NOT_KEEPING)


def may_tell(professional, file, standing=None):
    """Frames and informing: who keeps the open file, and every seated organisation for itself."""
    standing = standing or standing_in(file)
    if is_closed(file):
        return refuse(CLOSED)
    if getattr(file, "is_area", False):
        return refuse(NO_PERSONS)
    return ALLOWED if standing.takes_people or standing.sits else refuse(NOT_SITTING)


def may_tell_about(professional, file, person, capacity, standing=None):
    """About whom one sees, and for another organisation only by who keeps the file."""
    standing = standing or standing_in(file)
    verdict = may_tell(professional, file, standing)
    if not verdict:
        return verdict
    if person.pk not in standing.sight:
        return refuse(OUT_OF_SIGHT)
    if standing.takes_people or capacity.pk in standing.capacities:
        return ALLOWED
    return refuse(_("You write this down for your own organisation only."))


def may_mend_frame(professional, file, frame, standing=None):
    """Who keeps the file, also a closed one; in an open one the organisation that brought it as well."""
    standing = standing or standing_in(file)
    if frame.person_id not in standing.sight:
        return refuse(OUT_OF_SIGHT)
    if standing.keeps or (standing.sits and frame.capacity_id in standing.capacities):
        return ALLOWED
    return refuse(_("Only who runs the file, or the organisation that brought this frame, changes it."))


def may_end_frame(professional, file, frame, standing=None):
    """Ending is no correction: not in a closed file, and once."""
    if is_closed(file):
        return refuse(CLOSED)
    if frame.ended_on:
        return refuse(_("This frame was ended already."))
    return may_mend_frame(professional, file, frame, standing)


def may_end_alert(professional, file, alert, standing=None):
    if alert.ended_on:
        return refuse(_("This alert was ended already."))
    return may_alert(professional, file, standing)


def may_undo(professional, file, thing, standing=None):
    """A relation or authority is taken back once, by who keeps the open file."""
    if thing.undone_at:
        return refuse(_("This was taken back already."))
    return may_keep(professional, file, standing)


def may_be_related(person, other):
    return ALLOWED if person.pk != other.pk else refuse(_("Choose two different persons."))


def may_hold_number(is_taken):
    if is_taken:
        return refuse(
            _(
                "Somebody in this file has this citizen service number already. Is it the same person? Then correct "
                "that person. Are they two, for example twins? Then check the number."
            )
        )
    return ALLOWED
