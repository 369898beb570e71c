from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.network.workdays import (
    LiberationDay,
    add_workdays,
    calendar_of,
    is_workday,
    next_workday,
    on_or_after,
    public_holidays,
    workdays_between,
    workdays_left,
)

DAYS = st.dates(date(2015, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 1),
        date(2026, 4, 3),  # Good Friday
        date(2026, 4, 6),  # Easter Monday
        date(2026, 4, 27),  # King's Day
        date(2026, 5, 14),  # Ascension
        date(2016, 5, 5),  # Ascension on 5 May, no lustrum
        date(2026, 5, 25),  # Whit Monday
        date(2026, 12, 25),
        date(2025, 5, 5),  # lustrum
        date(2038, 4, 26),  # Easter Monday on its latest day
        date(2026, 11, 21),  # Saturday
        date(2026, 11, 22),  # Sunday
    ],
)
def test_holidays_and_weekends_are_no_workdays(day):
    assert not is_workday(day)


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 5, 5),  # no lustrum
        date(2026, 12, 24),
        date(2026, 12, 31),
        date(2026, 4, 2),
        date(2026, 5, 15),
        date(2025, 4, 28),
    ],
)
def test_other_weekdays_are_workdays(day):
    assert is_workday(day)


def test_kings_day_moves_to_saturday_when_it_falls_on_a_sunday():
    in_2025 = public_holidays(2025, True, LiberationDay.LUSTRUM)
    assert date(2025, 4, 26) in in_2025
    assert date(2025, 4, 27) not in in_2025


def test_a_house_chooses_good_friday_and_5_may():
    works_on = calendar_of(good_friday=False, liberation_day="never")
    assert is_workday(date(2026, 4, 3), works_on)
    assert is_workday(date(2025, 5, 5), works_on)
    assert not is_workday(date(2026, 5, 5), calendar_of(liberation_day="always"))


def test_a_choice_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="sometimes"):
        calendar_of(liberation_day="sometimes")


def test_days_on_which_the_house_is_closed_count_as_holidays():
    closed = calendar_of([date(2026, 12, 24)])
    assert not is_workday(date(2026, 12, 24), closed)
    assert next_workday(date(2026, 12, 23), closed) == date(2026, 12, 28)


def test_a_term_skips_weekend_and_easter():
    assert add_workdays(date(2026, 4, 1), 2) == date(2026, 4, 7)
    assert add_workdays(date(2026, 4, 7), -2) == date(2026, 4, 1)
    assert add_workdays(date(2026, 4, 4), 0) == date(2026, 4, 4)
    assert add_workdays(date(2026, 4, 4), 1) == date(2026, 4, 7)


def test_a_day_in_the_weekend_moves_to_monday_and_a_workday_stays():
    assert on_or_after(date(2026, 11, 21)) == date(2026, 11, 23)
    assert on_or_after(date(2026, 11, 23)) == date(2026, 11, 23)
    assert next_workday(date(2026, 11, 23)) == date(2026, 11, 24)


def test_workdays_are_counted_after_the_start_and_with_the_end():
    assert workdays_between(date(2026, 4, 1), date(2026, 4, 7)) == 2
    assert workdays_between(date(2026, 4, 7), date(2026, 4, 1)) == -2
    assert workdays_between(date(2026, 4, 7), date(2026, 4, 7)) == 0


@given(DAYS, st.integers(1, 60))
def test_adding_and_counting_agree(day, number):
    end = add_workdays(day, number)
    assert is_workday(end)
    assert workdays_between(day, end) == number


@given(DAYS)
def test_a_year_has_a_believable_number_of_weekday_holidays(day):
    weekdays = [holiday for holiday in public_holidays(day.year, True, LiberationDay.LUSTRUM) if holiday.weekday() < 5]
    assert 5 <= len(weekdays) <= 9


def test_what_is_over_is_late_also_when_nobody_worked_since():
    saturday, sunday, monday = date(2026, 11, 21), date(2026, 11, 22), date(2026, 11, 23)
    assert [workdays_left(saturday, today) for today in (saturday, sunday, monday)] == [0, -1, -1]
    assert workdays_left(monday, saturday) == 1
