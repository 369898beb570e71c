"""How a person of a file is shown: the name as they use it, dates as far as they are known, the age."""

from django.utils import timezone
from django.utils.translation import gettext as _

from .dates import age, parse_registry
from .names import Name, display

ADULT = 18  # years


def name_of(person):
    """The name of a person, in the parts that names.py knows."""
    return Name(
        given_names=person.given_names, prefix=person.prefix, surname=person.surname, title=person.noble_title,
        use=person.name_use, partner_prefix=person.partner_prefix, partner_surname=person.partner_surname,
    )  # fmt: skip


def display_name(person):
    """The name; of whom none is known "onbekende man", so that nobody makes one up."""
    name = name_of(person)
    if name.given_names or name.surname or name.partner_surname:
        return display(name)
    words = {"M": _("unknown man"), "V": _("unknown woman")}
    return words.get(person.gender, _("unknown person"))


def birth_of(person):
    return parse_registry(person.birth_date)


def death_of(person):
    return parse_registry(person.death_date)


def age_of(person):
    """The age today, or at death; None when it cannot be known."""
    return age(birth_of(person), timezone.localdate(), death_of(person))


def is_child(person):
    """Whether this is, or may be, somebody under age; somebody of whom no date is known is not called a child."""
    years = age_of(person)
    return years is not None and death_of(person) is None and years.lowest < ADULT


def life_line(person):
    """One line under a name: "12 november 1999 · 27 jaar", "februari 1995 · overleden in 2020"."""
    return " · ".join(part for part in (_birth_words(person), _death_words(person) or _age_words(person)) if part)


def _birth_words(person):
    birth = birth_of(person)
    if birth is None or not birth.is_known:
        return _("date of birth unknown")
    return _("born {date}").format(date=birth)


def _age_words(person):
    years = age_of(person)
    return str(years) if years else ""


def _death_words(person):
    death = death_of(person)
    if death is None:
        return ""
    return _("deceased {date}").format(date=death) if death.is_known else _("deceased, date unknown")
