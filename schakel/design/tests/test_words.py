"""Dates and moments, in Dutch."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone, translation

from schakel.design.parts import words


@pytest.fixture(autouse=True)
def dutch():
    with translation.override("nl"):
        yield


@pytest.mark.parametrize(
    ("left", "said"),
    [(-6, "6 dagen te laat"), (-1, "1 dag te laat"), (0, "vandaag"), (1, "nog 1 werkdag"), (4, "nog 4 werkdagen")],
)
def test_a_last_day_says_what_it_means(left, said):
    assert words.deadline(date(2026, 11, 30), left) == said


def test_a_day_far_away_is_named():
    year = timezone.localdate().year
    assert words.deadline(date(year, 11, 30), 12) == "vóór 30 november"


@pytest.mark.parametrize(("left", "meaning"), [(-6, "wrong"), (-1, "due"), (1, "due"), (4, "plain"), (None, "plain")])
def test_late_is_wrong_and_soon_is_due(left, meaning):
    assert words.urgency(left) == meaning


def test_another_year_is_told():
    assert words.day(date(2019, 3, 1)) == "1 maart 2019"
    assert words.day(date(2019, 3, 1), "full") == "vrijdag 1 maart 2019"
    assert words.day(None) == ""


def test_a_time_is_written_with_a_dot():
    assert words.clock(time(9, 5)) == "9.05 uur"
    assert words.moment(datetime(2019, 3, 1, 16, 42)) == "vr 1 maart 2019, 16.42 uur"


def test_moments_near_now_are_told_from_now():
    now = timezone.now()
    assert words.since(now) == "zojuist"
    assert words.since(timezone.localdate() - timedelta(days=1)) == "gisteren"
    assert words.since(timezone.localtime() - timedelta(days=1)).startswith("gisteren, ")
