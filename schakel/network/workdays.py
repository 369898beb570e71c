"""Working days (nl: werkdagen): no weekend, no public holiday, no day on which the house is closed.

Terms of a house are its own policy, so which days count is its own choice too: Good Friday and 5 May are settings.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

import holidays
from django.utils import timezone

GOOD_FRIDAY = "goede vrijdag"
LIBERATION_DAY = "bevrijdingsdag"
SATURDAY = 5


class LiberationDay(StrEnum):
    """In which years the house is closed on 5 May (nl: Bevrijdingsdag)."""

    LUSTRUM = "lustrum"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Calendar:
    """On which weekdays a house does not work."""

    extra_days: frozenset[date] = frozenset()
    good_friday: bool = True  # government offices are closed; many collective agreements work on
    liberation_day: LiberationDay = LiberationDay.LUSTRUM


ORDINARY = Calendar()


def of_house(house) -> Calendar:
    """On which weekdays this house does not work; asked once for each house that was read."""
    if not hasattr(house, "_calendar"):
        closed = house.closed_days.values_list("day", flat=True)
        house._calendar = calendar_of(closed, good_friday=house.good_friday, liberation_day=house.liberation_day)
    return house._calendar


def calendar_of(
    extra_days: Collection[date] = (), *, good_friday: bool = True, liberation_day: str = "lustrum"
) -> Calendar:
    """A calendar from what a house filled in."""
    return Calendar(frozenset(extra_days), good_friday, LiberationDay(liberation_day))


def is_workday(day: date, calendar: Calendar = ORDINARY) -> bool:
    """Whether the house works on this day."""
    if day.weekday() >= SATURDAY or day in calendar.extra_days:
        return False
    return day not in public_holidays(day.year, calendar.good_friday, calendar.liberation_day)


def next_workday(day: date, calendar: Calendar = ORDINARY) -> date:
    """The first working day after this day."""
    return add_workdays(day, 1, calendar)


def on_or_after(day: date, calendar: Calendar = ORDINARY) -> date:
    """This day when it is a working day, or else the next one: where a term that ends in a weekend moves to."""
    return day if is_workday(day, calendar) else next_workday(day, calendar)


def add_workdays(day: date, number: int, calendar: Calendar = ORDINARY, *, house=None) -> date:
    """The working day that lies this number of working days after (or, when negative, before) a day.

    The day itself does not count: a term of one working day from Friday ends on Monday. Zero is the day itself.
    With a house, its own closed days count as well.
    """
    calendar = of_house(house) if house else calendar
    step = timedelta(days=1 if number > 0 else -1)
    for _ in range(abs(number)):
        day += step
        while not is_workday(day, calendar):
            day += step
    return day


def workdays_between(start: date, end: date, calendar: Calendar = ORDINARY) -> int:
    """How many working days lie after the start up to and including the end; negative when the end comes first."""
    if end < start:
        return -sum(is_workday(end + timedelta(days=days), calendar) for days in range((start - end).days))
    return sum(is_workday(start + timedelta(days=days), calendar) for days in range(1, (end - start).days + 1))


def workdays_left(due: date, today: date | None = None, *, house=None) -> int:
    """How many working days are left until a last day; negative when it is over, also when nobody worked since."""
    today = today or timezone.localdate()
    left = workdays_between(today, due, of_house(house) if house else ORDINARY)
    return min(left, -1) if due < today else left


@lru_cache(maxsize=512)
def public_holidays(year: int, good_friday: bool, liberation_day: LiberationDay) -> frozenset[date]:
    """The Dutch public holidays of a year."""
    chosen = {LIBERATION_DAY} | (set() if good_friday else {GOOD_FRIDAY})
    listed = holidays.country_holidays("NL", years=year, language="nl")
    # a day may carry two names: in 2016 Ascension fell on 5 May
    days = {day for day in listed if any(name.lower() not in chosen for name in listed.get_list(day))}
    if liberation_day == LiberationDay.ALWAYS or (liberation_day == LiberationDay.LUSTRUM and year % 5 == 0):
        days.add(date(year, 5, 5))
    return frozenset(days)
