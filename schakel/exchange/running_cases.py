"""Running cases from a spreadsheet: every cell is checked before anything is kept."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.utils.crypto import salted_hmac
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from schakel.network.models import Appointment, Capacity, Partnership, Professional, Regime
from schakel.network.roles import who_hold
from schakel.people.citizen_number import CitizenNumberError, is_valid, normalised
from schakel.people.dates import DateError, PartialDate, check_birth, parse_input
from schakel.people.text import TextError, clean_line, clean_text
from schakel.sheets.reading import Unreadable

MOST = 200  # cases in one file; more go in a second one
LONGEST_WORDS = 4_000
HEADINGS = [
    "Kenmerk", "Soort aanpak", "Fase", "Procesregisseur", "Procesondersteuner", "Aanleiding", "Doel", "Voornamen",
    "Voorvoegsel", "Achternaam", "Geboortedatum", "Geslacht", "Burgerservicenummer", "Deelnemers",
]  # fmt: skip
NEEDED = ["Kenmerk", "Soort aanpak", "Fase", "Procesregisseur", "Aanleiding", "Doel", "Achternaam"]
EXAMPLE = [
    "2026-014", "Complexe casus", "monitoring", "regisseur@huis.example", "", "Waarom deze casus loopt",
    "Wat de aanpak moet bereiken", "Anna", "de", "Voorbeeld", "12-03-1991", "vrouw", "", "Politie; GGZ",
]  # fmt: skip
PHASES = {
    "casusoverleg": "conference", "overleg": "conference", "plan van aanpak": "plan", "plan": "plan",
    "monitoring": "monitoring",
}  # fmt: skip
GENDERS = {"": "O", "man": "M", "m": "M", "vrouw": "V", "v": "V", "anders": "X", "x": "X", "onbekend": "O", "o": "O"}
PERSON = ["given_names", "prefix", "surname", "birth_date", "gender"]
LIMITS = {"Kenmerk": 60, "Voornamen": 200, "Voorvoegsel": 20, "Achternaam": 200}


class Wrong(Exception):
    """What is wrong with one cell; never what stands in it."""


@dataclass
class Row:
    """One case of the sheet: what it becomes, or what is wrong with it, cell by cell."""

    place: int  # as the spreadsheet counts
    reference: str
    values: dict = field(default_factory=dict)
    errors: list = field(default_factory=list)

    @property
    def person(self):
        """The fields of whom it is about."""
        return {name: self.values[name] for name in PERSON}

    @property
    def case(self):
        """What the case itself starts with."""
        return {name: value for name, value in self.values.items() if name not in PERSON}


def cells_of(sheet):
    """Rows of plain texts, one for each heading of ours, whatever their order; refuses a sheet of another kind."""
    found = [str(cell).strip().casefold() for cell in sheet[0]]
    missing = [name for name in NEEDED if name.casefold() not in found]
    if missing:
        raise Unreadable(_("These columns are missing: {names}.").format(names=", ".join(missing)))
    if len(sheet) - 1 > MOST:
        raise Unreadable(_("At most {count} cases at once; divide the sheet.").format(count=MOST))
    places = [found.index(name.casefold()) if name.casefold() in found else None for name in HEADINGS]
    return [[_text(row, place) for place in places] for row in sheet[1:]]


def checked(cells, house):
    """Every row with what it becomes or what is wrong; asks the house and its network once for all."""
    known, seen, rows = Known(house), set(), []
    for place, texts in enumerate(cells, start=2):
        if not any(texts):
            continue
        row = _checked(dict(zip(HEADINGS, texts, strict=True)), place, known)
        if row.reference in seen:
            row.errors.append(("Kenmerk", _("This stands in an earlier row as well.")))
        seen.add(row.reference)
        rows.append(row)
    return rows


class Known:
    """What a row can name: approaches, colleagues and partners of one house."""

    def __init__(self, house):
        self.house = house
        self.regimes = {name: one for one in Regime.objects.filter(house=house) for name in _names(one.name, one.code)}
        self.directors = _by_email(who_hold(house, Appointment.Role.PROCESS_DIRECTOR))
        self.supports = _by_email(who_hold(house, Appointment.Role.SUPPORT))
        partners = Partnership.objects.today().filter(house=house).values("organisation")
        self.capacities = {}
        for one in Capacity.objects.filter(organisation__in=partners).select_related("organisation"):
            for name in _names(str(one), one.organisation.name if not one.name else str(one)):
                self.capacities[name] = one


def _checked(cells, place, known):
    row = Row(place, cells["Kenmerk"])
    for name, text in cells.items():
        try:
            _in_bounds(name, text)
            row.values |= READ[name](text, known)
        except (Wrong, DateError, TextError, CitizenNumberError) as error:
            row.errors.append((name, str(error)))
    return row


def _in_bounds(name, text):
    if name in NEEDED and not text:
        raise Wrong(_("This is needed."))
    if text.startswith("="):
        raise Wrong(_("This is a formula. Put its outcome in the cell."))
    if len(text) > LIMITS.get(name, LONGEST_WORDS):
        raise Wrong(_("This is too long."))


def _reference(text, known):
    """The key of the case follows from it, so that the same file makes every case once; nobody can guess it."""
    digest = salted_hmac("running case", f"{known.house.pk}|{clean_line(text)}", algorithm="sha256").digest()
    return {"key": UUID(bytes=digest[:16], version=4)}


def _regime(text, known):
    return {"regime": _among(known.regimes, text, _("The house has no such approach."))}


def _phase(text, _known):
    return {"phase": _among(PHASES, text, _("Choose casusoverleg, plan van aanpak or monitoring."))}


def _director(text, known):
    reason = _("No process director of the house has this e-mail address.")
    return {"director": _among(known.directors, text, reason)}


def _support(text, known):
    reason = _("Nobody of the process support of the house has this e-mail address.")
    return {"support": _among(known.supports, text, reason) if text else None}


def _capacities(text, known):
    reason = _("An organisation in this cell takes no part in the house.")
    names = [name for name in text.split(";") if name.strip()]
    return {"capacities": list(dict.fromkeys(_among(known.capacities, name, reason) for name in names))}


def _birth(text, _known):
    if text.isdecimal() and len(text) == 5:
        raise Wrong(_("This is a day as a number. Make it a date, such as 12-03-1991."))
    birth = parse_input(text)
    if birth:
        check_birth(birth, localdate())
    return {"birth_date": birth.as_registry() if birth else ""}


def _gender(text, _known):
    return {"gender": _among(GENDERS, text, _("Choose man, vrouw, anders or onbekend."))}


def _number(text, _known):
    digits = "".join(sign for sign in text if sign.isdigit())
    if len(digits) == 8 and is_valid(f"0{digits}"):
        raise Wrong(_("The zero at the beginning seems lost. Make the cell text, and type all nine digits."))
    return {"number": normalised(text) if text else ""}


READ = {
    "Kenmerk": _reference, "Soort aanpak": _regime, "Fase": _phase, "Procesregisseur": _director,
    "Procesondersteuner": _support, "Deelnemers": _capacities, "Geboortedatum": _birth, "Geslacht": _gender,
    "Burgerservicenummer": _number, "Aanleiding": lambda text, _known: {"occasion": clean_text(text, lines=True)},
    "Doel": lambda text, _known: {"goal": clean_text(text, lines=True)},
    "Voornamen": lambda text, _known: {"given_names": clean_line(text)},
    "Voorvoegsel": lambda text, _known: {"prefix": clean_line(text)},
    "Achternaam": lambda text, _known: {"surname": clean_line(text)},
}  # fmt: skip


def _among(choices, text, reason):
    try:
        return choices[_plain(text)]
    except KeyError:
        raise Wrong(reason) from None


def _by_email(colleagues):
    working = Professional.objects.working().filter(pk__in=colleagues.values("pk")).exclude(email="")
    return {_plain(one.email): one for one in working}


def _names(*names):
    return {_plain(name) for name in names if name}


def _plain(text):
    return " ".join(text.casefold().split())


def _text(row, place):
    cell = row[place] if place is not None and place < len(row) else ""
    return PartialDate.of(cell).as_input() if isinstance(cell, date) else str(cell)
