from datetime import date

import pytest
from django.utils import translation

from schakel.people.dates import (
    Age,
    DateError,
    PartialDate,
    age,
    check_birth,
    check_death,
    parse_input,
    parse_registry,
)

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("19991112", PartialDate(1999, 11, 12)),
        ("19950200", PartialDate(1995, 2)),
        ("19680000", PartialDate(1968)),
        ("2015", PartialDate(2015)),
        ("00000000", PartialDate()),
        ("", None),
        (" ", None),
    ],
)
def test_the_registry_writes_zeros_for_what_is_unknown(text, expected):
    assert parse_registry(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12-11-1999", PartialDate(1999, 11, 12)),
        ("1-2-1999", PartialDate(1999, 2, 1)),
        ("12/11/1999", PartialDate(1999, 11, 12)),
        ("1999-11-12", PartialDate(1999, 11, 12)),
        ("00-11-1999", PartialDate(1999, 11)),
        ("11-1999", PartialDate(1999, 11)),
        ("00-00-1999", PartialDate(1999)),
        (" 1999 ", PartialDate(1999)),
        ("29-02-2000", PartialDate(2000, 2, 29)),
        ("", None),
    ],
)
def test_a_date_may_be_typed_in_part(text, expected):
    assert parse_input(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "31-02-1999",
        "29-02-1900",
        "12-13-1999",
        "12-00-1999",
        "00-00-0000-1",
        "gisteren",
        "1-1-99",
        "١-١-١٩٩٩",
        "12-11-0000",
    ],
)
def test_an_impossible_date_is_refused_without_repeating_it(text):
    with pytest.raises(DateError) as refusal:
        parse_input(text)
    assert text not in str(refusal.value)


@pytest.mark.parametrize("text", ["19990231", "19991301", "00001101", "19990012", "199911", "1999111２"])
def test_an_impossible_registry_date_is_refused(text):
    with pytest.raises(DateError):
        parse_registry(text)


@pytest.mark.parametrize(
    ("partial", "words", "typed", "earliest", "latest"),
    [
        (PartialDate(1999, 11, 12), "12 november 1999", "12-11-1999", date(1999, 11, 12), date(1999, 11, 12)),
        (PartialDate(1996, 2), "februari 1996", "02-1996", date(1996, 2, 1), date(1996, 2, 29)),
        (PartialDate(1968), "1968", "1968", date(1968, 1, 1), date(1968, 12, 31)),
    ],
)
def test_a_date_says_what_is_known_and_no_more(partial, words, typed, earliest, latest):
    with translation.override("nl"):
        assert str(partial) == words
    assert partial.as_input() == typed
    assert (partial.earliest(), partial.latest()) == (earliest, latest)
    assert parse_input(typed) == parse_registry(partial.as_registry()) == partial


def test_an_unknown_date_has_no_bounds():
    with translation.override("en"):
        assert str(PartialDate()) == "unknown"
    assert PartialDate().earliest() is PartialDate().latest() is None


@pytest.mark.parametrize(
    ("birth", "death", "expected"),
    [
        (PartialDate(1999, 11, 21), None, Age(27, 27)),
        (PartialDate(1999, 11, 22), None, Age(26, 26)),
        (PartialDate(1970), None, Age(55, 56)),
        (PartialDate(1995, 2), None, Age(31, 31)),
        (PartialDate(1995, 11), None, Age(30, 31)),
        (PartialDate(1911, 11, 11), PartialDate(2008), Age(96, 97)),
        (PartialDate(2000, 2, 29), PartialDate(2023, 2, 28), Age(22, 22)),
        (PartialDate(2000, 2, 29), PartialDate(2023, 3, 1), Age(23, 23)),
        (PartialDate(2026), None, Age(0, 0)),
        (PartialDate(1999, 11, 21), PartialDate(), None),
        (PartialDate(2000), PartialDate(1999), None),
        (PartialDate(), None, None),
        (None, None, None),
    ],
)
def test_an_age_is_a_range_when_a_date_is_known_in_part(birth, death, expected):
    assert age(birth, TODAY, death) == expected


def test_an_age_in_words_shows_both_possibilities():
    with translation.override("en"):
        assert str(Age(56, 57)) == "56 or 57 years"
        assert str(Age(56, 56)) == "56 years"


@pytest.mark.parametrize(
    "birth", [PartialDate(2026, 11, 22), PartialDate(2026, 12), PartialDate(2027), PartialDate(1879, 12, 31)]
)
def test_a_birth_in_the_future_or_before_1880_is_refused(birth):
    with pytest.raises(DateError):
        check_birth(birth, TODAY)


@pytest.mark.parametrize(
    "birth", [PartialDate(2026, 11, 21), PartialDate(2026, 11), PartialDate(2026), PartialDate(1880), PartialDate()]
)
def test_a_birth_that_can_be_true_is_accepted(birth):
    check_birth(birth, TODAY)


def test_nobody_dies_before_birth_or_tomorrow():
    with pytest.raises(DateError):
        check_death(PartialDate(1990), PartialDate(1991), TODAY)
    with pytest.raises(DateError):
        check_death(PartialDate(2027), None, TODAY)
    check_death(PartialDate(1991), PartialDate(1991, 5), TODAY)
