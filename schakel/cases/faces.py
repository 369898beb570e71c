"""How a person of a case is written in a line or a drawing."""

from django.utils.translation import gettext as _

from schakel.people.showing import age_of, display_name


def short_name(person):
    """What fits in a drawing."""
    return person.given_names.split()[0] if person.given_names else display_name(person)


def describe(person):
    """One line: role, age, and that somebody died."""
    parts = [person.get_role_display(), str(age_of(person) or "")]
    if person.death_date:
        parts.append(_("deceased"))
    return " · ".join(part for part in parts if part)
