"""What a schema cannot say about a message: the eleven test, calendars, characters, lengths and periods."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from schakel.people.citizen_number import NINE_DIGITS, is_valid
from schakel.people.dates import DateError, PartialDate, check_birth
from schakel.people.text import TextError, clean_text

from .formats import is_date, is_date_time
from .schema import EMPTY, Path, Wrong, texts

NAME = ("natuurlijkPersoon", "naam")
NUMBER = ("natuurlijkPersoon", "burgerservicenummer")
BIRTH = ("natuurlijkPersoon", "geboorte", "datum")
HOUSE_NUMBER = ("natuurlijkPersoon", "adres", "straatAdres", "huisnummer")
PERIOD = ("incident", "periodeVanTot")
OPTIONAL_TEXTS = {"voorletters1", "voornamen", "voorvoegselGeslachtsnaam"}
LONG_TEXTS = {"omschrijving", "verzoek", "situatieSchets", "nadereOmschrijving", "antwoord"}
LONGEST_LINE = 200  # characters; as long as the registry allows a surname to be
LONGEST = {"uRL": 2000, "voorvoegselGeslachtsnaam": 20, "registratienummer": 100}  # characters
HIGHEST_HOUSE_NUMBER = 99999  # the registry has five digits


def wrong_in(values, today: date) -> list[Wrong]:
    """Everything that is wrong though the schema allows it, as path and reason."""
    checks = (_unusable_texts(values), _number(values), _birth(values, today), _house_number(values), _period(values))
    return [wrong for check in checks for wrong in check]


def found(values, path: Path):
    """What stands at this path, or None."""
    for step in path:
        values = values.get(step) if isinstance(values, dict) else None
    return values


def _unusable_texts(values) -> Iterator[Wrong]:
    for path, text in texts(values):
        name = path[-1] if path else ""
        is_long = name in LONG_TEXTS
        try:
            clean = clean_text(text, lines=is_long)
        except TextError as error:
            yield path, str(error)
            continue
        if not clean and name not in OPTIONAL_TEXTS:
            yield path, EMPTY
        most = LONGEST.get(name, LONGEST_LINE)
        if not is_long and len(clean) > most:
            yield path, str(_("has more than %(most)s characters")) % {"most": most}


def _number(values) -> Iterator[Wrong]:
    number = found(values, NUMBER)
    if isinstance(number, str) and NINE_DIGITS.fullmatch(number.strip()) and not is_valid(number):
        yield NUMBER, _("does not pass the eleven test, so it is not a citizen service number")


def _birth(values, today: date) -> Iterator[Wrong]:
    birth = found(values, BIRTH)
    if not isinstance(birth, str) or not is_date(birth):
        return
    try:
        check_birth(PartialDate.of(date.fromisoformat(birth)), today)
    except DateError as error:
        yield BIRTH, str(error)


def _house_number(values) -> Iterator[Wrong]:
    number = found(values, HOUSE_NUMBER)
    if isinstance(number, bool) or not isinstance(number, int | float):
        return
    if number != int(number) or not 1 <= number <= HIGHEST_HOUSE_NUMBER:
        yield HOUSE_NUMBER, str(_("must be a whole number from 1 to %(most)s")) % {"most": HIGHEST_HOUSE_NUMBER}


def _period(values) -> Iterator[Wrong]:
    begin, end = (found(values, (*PERIOD, name)) for name in ("datumTijdBegin", "datumTijdEinde"))
    if not all(isinstance(moment, str) and is_date_time(moment) for moment in (begin, end)):
        return
    if datetime.fromisoformat(end.upper()) < datetime.fromisoformat(begin.upper()):
        yield (*PERIOD, "datumTijdEinde"), _("lies before the beginning")
