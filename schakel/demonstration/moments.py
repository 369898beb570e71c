"""Moments counted from the day on which the demonstration is opened, so that it never grows old.

`W-6` is six working days back, `W+2` two working days ahead, `M-3` three months back; a clock time may follow
(`W+0 10:15`). `W+0` is today, or the first working day after it. No moment falls on a Saturday, a Sunday or a holiday.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Amsterdam")
FORM = re.compile(r"(?P<unit>[WM])(?P<count>[+-]\d{1,3})(?: (?P<clock>\d{2}:\d{2}))?")
NOON = time(12, 0)


@dataclass(frozen=True)
class Moment:
    """A moment relative to the day of opening."""

    unit: str
    count: int
    clock: time | None = None

    @classmethod
    def parse(cls, text):
        """Read `W-6` or `M-3 09:30`; raises ValueError on anything else."""
        found = FORM.fullmatch(str(text))
        if not found:
            raise ValueError(f"geen relatief moment: {text!r}")
        clock = time.fromisoformat(found["clock"]) if found["clock"] else None
        return cls(found["unit"], int(found["count"]), clock)

    def __str__(self):
        clock = f" {self.clock:%H:%M}" if self.clock else ""
        return f"{self.unit}{self.count:+d}{clock}"

    def on(self, today):
        """The calendar day this is, when the demonstration is opened on `today`."""
        if self.unit == "M":
            return first_working_day(months_away(today, self.count))
        return working_days_away(today, self.count)

    def at(self, today):
        """The moment itself in Dutch time; noon where no clock time was written."""
        return datetime.combine(self.on(today), self.clock or NOON, HERE)


def easter(year):
    """Easter Sunday (Gauss, in the form of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def holidays(year):
    """Dutch holidays on which no conference is held."""
    king = date(year, 4, 27)
    spring = easter(year)
    found = {date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)}
    found |= {spring + timedelta(days) for days in (1, 39, 50)}
    found.add(king - timedelta(1) if king.weekday() == 6 else king)
    if year % 5 == 0:
        found.add(date(year, 5, 5))
    return found


def is_working_day(day):
    """Whether a house works on this day."""
    return day.weekday() < 5 and day not in holidays(day.year)


def first_working_day(day):
    """The day itself, or the first working day after it."""
    while not is_working_day(day):
        day += timedelta(1)
    return day


def working_days_away(day, count):
    """The working day that lies `count` working days from the first working day on or after `day`."""
    day = first_working_day(day)
    step = timedelta(1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def months_away(day, count):
    """The same day of another month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
