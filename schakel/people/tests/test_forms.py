"""The form that asks for a person."""

import pytest
from django.utils import translation

from schakel.people.forms import ChangedPersonForm, NewPersonForm, values_of
from schakel.people.models import Person
from schakel.people.showing import display_name

NUMBER = "999990019"


@pytest.fixture(autouse=True)
def dutch():
    with translation.override("nl"):
        yield


def form(**values):
    once = "7d0c2f4e-6f0c-4dd8-9d0a-2b0f6f3a5a01"
    return NewPersonForm({"once": once, "role": "subject", "surname": "Testvogel", "name_use": "E"} | values)


def test_a_surname_is_enough():
    assert form().is_valid()


def test_without_any_name_it_says_so():
    wrong = form(surname=" ")

    assert list(wrong.errors) == ["surname"]


@pytest.mark.parametrize(
    "typed, kept",
    [("1968", "19680000"), ("11-1999", "19991100"), ("12-11-1999", "19991112"), ("", ""), ("onbekend", "00000000")],
)
def test_a_date_is_kept_as_far_as_it_is_known(typed, kept):
    good = form(birth_date=typed)

    assert good.is_valid(), good.errors
    assert good.read_names()["birth_date"] == kept


@pytest.mark.parametrize("typed", ["31-02-1999", "13-1999", "1850", "2999", "gisteren", "19\x0099", "٣-٣-١٩٩٩x"])
def test_a_date_that_cannot_be_is_refused_and_stays_on_the_screen(typed):
    wrong = form(birth_date=typed)

    assert list(wrong.errors) == ["birth_date"]
    assert typed in wrong["birth_date"].value()


def test_who_died_was_born_before():
    assert list(form(birth_date="1990", death_date="1980").errors) == ["death_date"]


def test_a_number_with_a_wrong_check_digit_is_refused_and_never_shown_again():
    wrong = form(citizen_number="999990018")

    assert list(wrong.errors) == ["citizen_number"]
    assert "999990018" not in str(wrong)
    assert "999990018" not in str(wrong.errors)


def test_a_good_number_is_read_once_and_not_shown_either():
    good = form(citizen_number="9999.90.019")

    assert good.is_valid(), good.errors
    assert good.read_number() == NUMBER
    assert NUMBER not in str(good)


@pytest.mark.parametrize("text", ["Vo\x00gel", "Vo\ud800gel", "Vo\u202egel", "x" * 2_000_000])
def test_a_name_that_cannot_be_kept_is_refused(text):
    assert list(form(surname=text).errors) == ["surname"]


def test_whoever_uses_the_partners_name_has_one():
    assert list(form(name_use="P").errors) == ["partner_surname"]


def test_a_deceased_person_of_whom_the_date_is_unknown_stays_so_when_something_else_is_corrected():
    person = Person(surname="Testvogel", death_date="00000000", birth_date="19680000")
    shown = ChangedPersonForm(initial=values_of(person))
    sent = {name: shown[name].value() or "" for name in shown.fields}
    again = ChangedPersonForm(sent | {"edition": 1})

    assert again.is_valid(), again.errors
    assert again.read_names()["death_date"] == "00000000"
    assert again.read_names()["birth_date"] == "19680000"


def test_of_whom_the_name_is_not_known_nobody_makes_one_up():
    """Said in so many words it is accepted, wholly or in part; what stands for a name is not."""
    assert form(surname="", nameless="on").is_valid()
    assert form(surname="", given_names="Bakkie", nameless="on").is_valid()
    for typed in ("NN", "n.n.", "Onbekend", "onbekende man"):
        wrong = form(surname=typed, nameless="on")
        assert list(wrong.errors) == ["surname"] and "geen naam" in str(wrong.errors["surname"])
    assert form(surname="Nannings").is_valid()


@pytest.mark.parametrize(
    ("gender", "shown"), [("M", "onbekende man"), ("V", "onbekende vrouw"), ("O", "onbekende persoon")]
)
def test_lists_say_that_the_name_is_not_known(gender, shown):
    assert display_name(Person(gender=gender)) == shown
    assert display_name(Person(gender=gender, given_names="Bakkie")) == "Bakkie"
    assert values_of(Person(gender=gender))["nameless"] and not values_of(Person(surname="Vogel"))["nameless"]
