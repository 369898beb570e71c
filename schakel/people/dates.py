"""Dates that may be known in part: a year, a month of a year, a day, or only that there is one.

The registry writes eight digits with zeros for what is unknown: 19680000 is some day in 1968.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

OLDEST_BIRTH_YEAR = 1880  # nobody alive was born before; an older year is a slip of the keyboard
REGISTRY_FORM = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
DAY_FIRST = re.compile(r"(?:(?:([0-9]{1,2})[-/. ])?([0-9]{1,2})[-/. ])?([0-9]{4})")
YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")


class DateError(ValueError):
    """A date that cannot be; the message says why and never repeats the date."""

    def __init__(self, message):
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of which the day, the month or the whole may be unknown, written as 0 (nl: onvolledige datum)."""

    year: int = 0
    month: int = 0
    day: int = 0

    def __post_init__(self):
        if self.month and not self.year or self.day and not self.month:
            raise DateError(_("A day needs its month, and a month its year."))
        if not 0 <= self.year <= 9999:
            raise DateError(_("This year does not exist."))
        if not 0 <= self.month <= 12:
            raise DateError(_("This month does not exist."))
        if not 0 <= self.day <= (self._days_in_month() if self.month else 0):
            raise DateError(_("This day does not exist in that month."))

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        return cls(day.year, day.month, day.day)

    def __str__(self) -> str:
        """In words: "12 november 1999", "februari 1995", "1968", "onbekend"."""
        if not self.year:
            return str(_("unknown"))
        month = str(MONTHS[self.month]) if self.month else ""
        return " ".join(part for part in (str(self.day or ""), month, str(self.year)) if part)

    @property
    def is_known(self) -> bool:
        return bool(self.year)

    @property
    def is_complete(self) -> bool:
        return bool(self.day)

    def earliest(self) -> date | None:
        """The first day it can be; None when nothing is known."""
        return date(self.year, self.month or 1, self.day or 1) if self.year else None

    def latest(self) -> date | None:
        """The last day it can be; None when nothing is known."""
        if not self.year:
            return None
        return (
            date(self.year, 12, 31)
            if not self.month
            else date(self.year, self.month, self.day or self._days_in_month())
        )

    def as_registry(self) -> str:
        return f"{self.year:04}{self.month:02}{self.day:02}"

    def as_input(self) -> str:
        """As it is typed: 12-11-1999, 11-1999, 1999, or nothing."""
        if not self.year:
            return ""
        return "-".join(part for part in (_two(self.day), _two(self.month), f"{self.year:04}") if part)

    def _days_in_month(self) -> int:
        return calendar.monthrange(self.year, self.month)[1]


@dataclass(frozen=True, slots=True)
class Age:
    """An age in whole years; a range of two or more when a date is known in part (nl: leeftijd)."""

    lowest: int
    highest: int

    def __str__(self) -> str:
        if self.lowest == self.highest:
            return str(_("%(years)s years")) % {"years": self.lowest}
        if self.highest == self.lowest + 1:
            return str(_("%(lowest)s or %(highest)s years")) % {"lowest": self.lowest, "highest": self.highest}
        return str(_("%(lowest)s to %(highest)s years")) % {"lowest": self.lowest, "highest": self.highest}


def parse_registry(text: str) -> PartialDate | None:
    """A date as the registry writes it; nothing is None, zeros are a date that is there but unknown."""
    text = text.strip()
    if not text:
        return None
    if re.fullmatch(r"[0-9]{4}", text):
        return PartialDate(int(text))
    match = REGISTRY_FORM.fullmatch(text)
    if not match:
        raise DateError(_("The registry writes a date as eight digits."))
    return PartialDate(*(int(part) for part in match.groups()))


def parse_input(text: str) -> PartialDate | None:
    """A date as somebody types it: 12-11-1999, 00-11-1999, 11-1999, 1999 or 1999-11-12; nothing is None."""
    text = text.strip()
    if not text:
        return None
    if match := DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
    elif match := YEAR_FIRST.fullmatch(text):
        year, month, day = match.groups()
    else:
        raise DateError(_("Write a date as 12-11-1999, 11-1999 or 1999."))
    return PartialDate(int(year), int(month or 0), int(day or 0))


def check_birth(birth: PartialDate, today: date) -> None:
    """Refuses a birth in the future or before 1880; a partly known date only when it cannot be otherwise."""
    if not birth.is_known:
        return
    if birth.earliest() > today:
        raise DateError(_("A date of birth cannot lie in the future."))
    if birth.year < OLDEST_BIRTH_YEAR:
        raise DateError(_("A date of birth cannot lie before 1880."))


def check_death(death: PartialDate, birth: PartialDate | None, today: date) -> None:
    """Refuses a death in the future or before the birth."""
    if not death.is_known:
        return
    if death.earliest() > today:
        raise DateError(_("A date of death cannot lie in the future."))
    if birth and birth.is_known and death.latest() < birth.earliest():
        raise DateError(_("A date of death cannot lie before the date of birth."))


def age(birth: PartialDate | None, today: date, death: PartialDate | None = None) -> Age | None:
    """The age today, or at death; None when it cannot be known."""
    if birth is None or not birth.is_known:
        return None
    end = PartialDate.of(today) if death is None else death
    if not end.is_known or end.latest() < birth.earliest():
        return None
    return Age(max(0, _years(birth.latest(), end.earliest())), _years(birth.earliest(), end.latest()))


def _years(start: date, end: date) -> int:
    """Whole years; who is born on 29 February grows older on 1 March in other years."""
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def _two(number: int) -> str:
    return f"{number:02}" if number else ""
