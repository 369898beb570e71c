"""The persons of a case in a list and in a drawing, both from what the reader may see."""

from django.utils.translation import gettext as _

from schakel.people.holding import Holding
from schakel.people.lists import WARN_DAYS
from schakel.people.models import Person
from schakel.people.rules import may_end_frame, may_mend_frame
from schakel.people.showing import age_of, display_name
from schakel.people.ties import is_to

from .faces import short_name
from .models import Correction, Seat


def people_shown(case, circle, warn_days=WARN_DAYS):
    """The persons with all that holds for them, and with what was corrected about them."""
    corrections = list(Correction.objects.filter(case=case).select_related("author"))
    holding = Holding(case, circle.persons, warn_days=warn_days, more_words=corrections)
    for person in holding.people:
        person.corrections = [one for one in corrections if one.about == [person.pk]]
    return holding


def mark_frames(professional, case, frames, standing):
    """Which of these legal frames whoever looks may correct or end."""
    for frame in frames:
        frame.may_mend = may_mend_frame(professional, case, frame, standing)
        frame.may_end = may_end_frame(professional, case, frame, standing)


def drawing(people, relations, circle):
    """The network around the first subject; None when there is nobody to draw around."""
    if not people:
        return None
    centre = next((person for person in people if person.role == Person.Role.SUBJECT), people[0])
    nodes = [_person_node(person, centre, relations) for person in people if person is not centre]
    return {"name": short_name(centre), "sub": centre.get_role_display(), "nodes": nodes + _organisations(circle)}


def _person_node(person, centre, relations):
    kind = next(filter(None, (is_to(relation, person.pk, centre.pk) for relation in relations)), "")
    years = age_of(person)
    sub = kind if kind or person.role == Person.Role.SYSTEM else person.get_role_display()
    return {
        "name": short_name(person), "sub": sub, "kind": "person", "tie": "plain" if kind else "loose",
        "full": display_name(person), "says": str(years or ""),
    }  # fmt: skip


def _organisations(circle):
    house = {Seat.Role.PROCESS_DIRECTOR, Seat.Role.PROCESS_SUPPORT}
    return [
        {
            "name": seat.capacity.organisation.short_name, "kind": "organisation",
            "sub": str(_("lead")) if seat.role == Seat.Role.LEAD else seat.capacity.name,
            "tie": "strong" if seat.role == Seat.Role.LEAD else "plain",
        }
        for seat in circle if seat.role not in house
    ]  # fmt: skip
