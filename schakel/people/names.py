"""Dutch names: given names, prefix (nl: voorvoegsel), surname, a partner's name and noble titles.

How name use (01.61.10), titles and initials combine follows the published rules of the registry's own interface
(Haal Centraal BRP bevragen, `aanschrijfwijze` and `voorletters`), with one exception: IJ is one letter here.

Deliberately absent: "mevrouw" and "de heer" (gender says nothing about how somebody wants to be addressed), courtesy
titles taken from a partner, and academic titles (the registry does not hold them).
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from .text import clean_line

NO_NAMES = {"nn", "n n", "onbekend", "onbekende", "onbekende man", "onbekende vrouw", "onbekende persoon", "naamloos"}
STANDARD_UNKNOWN = "."  # how the registry writes a surname or given name that is unknown or not there
PREDICATES = {"JH": "jonkheer", "JV": "jonkvrouw"}
TITLES = {
    "B": "baron", "BS": "barones", "G": "graaf", "GI": "gravin", "H": "hertog", "HI": "hertogin", "M": "markies",
    "MI": "markiezin", "P": "prins", "PS": "prinses", "R": "ridder",
}  # fmt: skip
WITHOUT_ACCENT_TO_DROP = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ŧ": "t",
        "ħ": "h",
        "ı": "i",
        "ŋ": "n",
        "ĸ": "k",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)
TYPED_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")


class NameUse(StrEnum):
    """Whose surname somebody uses (nl: naamgebruik)."""

    OWN = "E"
    PARTNER = "P"
    PARTNER_OWN = "V"
    OWN_PARTNER = "N"


class TitleError(ValueError):
    """A code that is not in the registry's table of titles and predicates (table 38)."""


@dataclass(frozen=True, slots=True, repr=False)
class Name:
    """What somebody is called, in the registry's parts (nl: naam)."""

    given_names: str = ""
    prefix: str = ""
    surname: str = ""
    title: str = ""
    use: NameUse = NameUse.OWN
    partner_prefix: str = ""
    partner_surname: str = ""

    def __post_init__(self):
        for part in ("given_names", "prefix", "surname", "partner_prefix", "partner_surname"):
            value = clean_line(getattr(self, part))
            object.__setattr__(self, part, "" if value == STANDARD_UNKNOWN else value)
        object.__setattr__(self, "use", NameUse(self.use or NameUse.OWN))
        if self.title and self.title not in PREDICATES | TITLES:
            raise TitleError(str(_("This noble title is not in the table of the registry.")))

    def __str__(self) -> str:
        return display(self)

    def __repr__(self) -> str:
        return "Name(…)"  # representations end up in server logs and error reports


def is_no_name(text: str) -> bool:
    """Whether this stands where a name is not known: "NN", "onbekend", "onbekende man"."""
    return fold(re.sub(r"[^\w ]", "", clean_line(text))) in NO_NAMES


def display(name: Name) -> str:
    """The name in full as somebody uses it: "Jan de Vries", "Jonkvrouw Anna 's Streeveld"; alone "De Vries"."""
    return _compose(name, name.given_names)


def formal(name: Name) -> str:
    """The name as it stands on a letter: initials and the surname in use, "J.P. baron van Aedel"."""
    return _compose(name, initials(name.given_names))


def family_name(name: Name) -> str:
    """The surname in use as it stands inside a sentence: "de Vries", "Janse-Molenaar"."""
    own = _spaced(name.prefix, name.surname)
    partner = _spaced(name.partner_prefix, name.partner_surname)
    return _combined(name.use, own, partner)


def salutation_name(name: Name) -> str:
    """The surname in use where no given name precedes it: "De Vries" as in "mevrouw De Vries"."""
    return with_capital(family_name(name) or name.given_names)


def listed(name: Name) -> str:
    """The name for an ordered list, by surname: "Vries, Jan de"."""
    first, rest = _in_order_of_surname(name)
    return ", ".join(part for part in (first, _spaced(name.given_names, rest)) if part) or str(_("name unknown"))


def sort_key(name: Name) -> tuple[str, str, str]:
    """Orders by the surname in use, then given names, and only then by prefix: De Vries stands under V."""
    first, prefix = _in_order_of_surname(name)
    return _ordered(first or name.given_names), _ordered(name.given_names), _ordered(prefix)


def initials(given_names: str) -> str:
    """One letter for each given name: "Jan Peter" J.P., "IJsbrand" IJ., "Anne-Fleur Belle" A.B., "Suzie Q" S.Q."""
    result = ""
    for word in clean_line(given_names).split():
        initial = _initial(word)
        glue = " " if result and not result.endswith(".") and initial else ""
        result += glue + initial
    return result


def with_capital(text: str) -> str:
    """The text with its first letter a capital, as at the start of a sentence; 's and 't keep their small letter."""
    if text[:1] in ("'", "\u2019"):
        return text
    if text[:2] == "ij":
        return "IJ" + text[2:]
    return text[:1].upper() + text[1:]


def fold(text: str) -> str:
    """The text without capitals and accents, for ordering and searching only: "Bråkendæl" becomes "brakendael"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return plain.translate(WITHOUT_ACCENT_TO_DROP)


def _compose(name: Name, given: str) -> str:
    own = _spaced(TITLES.get(name.title, ""), name.prefix, name.surname)
    partner = _spaced(name.partner_prefix, name.partner_surname)
    family = _combined(name.use, own, partner)
    return with_capital(_spaced(_predicate(name), given, family)) or str(_("name unknown"))


def _combined(use: NameUse, own: str, partner: str) -> str:
    if not partner or use == NameUse.OWN:
        return own
    if not own or use == NameUse.PARTNER:
        return partner
    return f"{partner}-{own}" if use == NameUse.PARTNER_OWN else f"{own}-{partner}"


def _predicate(name: Name) -> str:
    """The registry drops "jonkvrouw" beside a partner's name, and any predicate where the own name is not used."""
    uses_partner = bool(name.partner_surname) and name.use != NameUse.OWN
    if uses_partner and (name.title == "JV" or name.use == NameUse.PARTNER):
        return ""
    return PREDICATES.get(name.title, "")


def _in_order_of_surname(name: Name) -> tuple[str, str]:
    uses_partner = bool(name.partner_surname) and name.use in (NameUse.PARTNER, NameUse.PARTNER_OWN)
    prefix = name.partner_prefix if uses_partner else name.prefix
    family = family_name(name)
    return family.removeprefix(prefix).strip(), prefix


def _initial(word: str) -> str:
    if TYPED_INITIALS.fullmatch(word):
        return word
    letters = re.sub(r"^[\W_]+", "", word)
    if len(letters) <= 1:
        return letters
    if letters[:2] in ("IJ", "Ij", "ij"):
        return "IJ."
    end = 1
    while end < len(letters) and unicodedata.combining(letters[end]):
        end += 1
    return letters[:end] + "."


def _ordered(text: str) -> str:
    return re.sub(r"[^\w\s-]", "", fold(text))


def _spaced(*parts: str) -> str:
    return " ".join(part for part in parts if part)
