"""How a person of a file is written on a page: name, age, dates as far as they are known."""

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from schakel.people.dates import age, parse_registry
from schakel.people.names import Name, display


def name_of(person):
    """The name in full, as somebody uses it."""
    return display(
        Name(
            given_names=person.given_names, prefix=person.prefix, surname=person.surname, title=person.noble_title,
            use=person.name_use, partner_prefix=person.partner_prefix, partner_surname=person.partner_surname,
        )  # fmt: skip
    )


def first_name_of(person):
    """What fits in a drawing."""
    return person.given_names.split()[0] if person.given_names else name_of(person)


def born(person):
    return parse_registry(person.birth_date)


def died(person):
    return parse_registry(person.death_date)


def age_of(person):
    """In years, or a range of them; at death when somebody died; empty when it cannot be known."""
    years = age(born(person), localdate(), died(person))
    return str(years) if years else ""


def describe(person):
    """One line: role, age, and that somebody died."""
    parts = [person.get_role_display(), age_of(person)]
    if person.death_date:
        parts.append(_("deceased"))
    return " · ".join(part for part in parts if part)
