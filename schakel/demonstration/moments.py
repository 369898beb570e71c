"""Moments counted from the day on which the demonstration is opened, so that it never grows old.

`W-6` is six working days back, `W+2` two working days ahead, `M-3` three months back; a clock time may follow
(`W+0 10:15`). `W+0` is today, or the first working day after it. No moment falls on a Saturday, a Sunday or a holiday.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from schakel.network.workdays import add_workdays, on_or_after

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
            raise ValueError(f"not a relative moment: {text!r}")
        clock = time.fromisoformat(found["clock"]) if found["clock"] else None
        return cls(found["unit"], int(found["count"]), clock)

    def __str__(self):
        clock = f" {self.clock:%H:%M}" if self.clock else ""
        return f"{self.unit}{self.count:+d}{clock}"

    def on(self, today):
        """The calendar day this is, when the demonstration is opened on `today`."""
        if self.unit == "M":
            return on_or_after(months_away(today, self.count))
        return add_workdays(on_or_after(today), self.count)

    def at(self, today):
        """The moment itself in Dutch time; noon where no clock time was written."""
        return datetime.combine(self.on(today), self.clock or NOON, HERE)


def months_away(day, count):
    """The same day of another month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
