"""Relative moments fall on working days and are counted in working days."""

from datetime import date, timedelta

import pytest

from schakel.demonstration.moments import Moment
from schakel.network.workdays import is_workday


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("W+0", date(2026, 11, 21), date(2026, 11, 23)),
        ("W-1", date(2026, 11, 21), date(2026, 11, 20)),
        ("W+1", date(2026, 11, 20), date(2026, 11, 23)),
        ("W-1", date(2027, 3, 30), date(2027, 3, 25)),
        ("W+0", date(2027, 4, 27), date(2027, 4, 28)),
        ("M-1", date(2027, 3, 31), date(2027, 3, 1)),
        ("M-3", date(2027, 4, 15), date(2027, 1, 15)),
    ],
)
def test_a_moment_is_counted_in_working_days(text, today, day):
    assert Moment.parse(text).on(today) == day


@pytest.mark.parametrize("text", ["", "W", "W6", "W-6 9:30", "W-6 25:00", "vandaag", "W-6 ", "D-1", "W--1"])
def test_anything_else_is_no_moment(text):
    with pytest.raises(ValueError):
        Moment.parse(text)


@pytest.mark.parametrize("text", ["W+0", "W-6", "W+35", "M-3", "M+11"])
def test_no_moment_ever_falls_on_a_weekend_or_holiday(text):
    today = date(2026, 1, 1)
    for step in range(1500):
        assert is_workday(Moment.parse(text).on(today + timedelta(step)))


def test_a_clock_time_is_dutch_time():
    assert Moment.parse("W+0 10:15").at(date(2026, 11, 23)).isoformat() == "2026-11-23T10:15:00+01:00"
    assert Moment.parse("W+0 10:15").at(date(2027, 7, 1)).isoformat() == "2027-07-01T10:15:00+02:00"


def test_a_moment_is_written_as_it_was_read():
    assert str(Moment.parse("W-6 09:30")) == "W-6 09:30"
