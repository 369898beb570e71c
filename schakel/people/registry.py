"""From a person of the national registry to a person of a file: the same names, dates and secrecy."""

from .gender import Gender
from .models import Person

KNOWN_GENDERS = {Gender.MALE: Person.Gender.MALE, Gender.FEMALE: Person.Gender.FEMALE}
DECEASED_AT_AN_UNKNOWN_DATE = "00000000"


def person_fields(registered):
    """What a file keeps of a registry person, as keyword arguments for `add_person`."""
    return {
        **name_fields(registered.name),
        "birth_date": registry_date(registered.birth),
        "death_date": _death(registered),
        "gender": KNOWN_GENDERS.get(registered.gender, Person.Gender.UNKNOWN),
        "secret_address": registered.is_secret,
    }


def name_fields(name):
    return {
        "given_names": name.given_names, "noble_title": name.title, "prefix": name.prefix, "surname": name.surname,
        "name_use": str(name.use), "partner_prefix": name.partner_prefix, "partner_surname": name.partner_surname,
    }  # fmt: skip


def address_fields(address):
    """Where the registry says somebody lives; None when it does not know."""
    if not address.is_known:
        return None
    return {
        "lines": "\n".join(address.street_lines()),
        "postcode": "" if address.is_abroad else address.spaced_postcode(),
        "place": "" if address.is_abroad else address.place,
    }


def registry_date(date):
    """Eight digits; "" for no date, zeros for one that is there but unknown."""
    return date.as_registry() if date is not None else ""


def _death(registered):
    if registered.death is None and registered.is_deceased:
        return DECEASED_AT_AN_UNKNOWN_DATE
    return registry_date(registered.death)
