import pytest
from django.utils import translation

from schakel.people.names import (
    Name,
    TitleError,
    display,
    family_name,
    fold,
    formal,
    initials,
    listed,
    salutation_name,
    sort_key,
)
from schakel.people.text import TextError, clean_text


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Jan Peter", "J.P."),
        ("IJsbrand", "IJ."),
        ("Ijsbrand Jan", "IJ.J."),
        ("Anne-Fleur Belle", "A.B."),
        ("Theo Philip", "T.P."),
        ("Suzie Q", "S.Q"),
        ("J P", "J P"),
        ("Q Suzie", "Q S."),
        ("J.P.", "J.P."),
        ("Theodoor-Christiaan R. Philip ", "T.R.P."),
        ("Żáïŀëñøŕ Åłéèç", "Ż.Å."),
        ("?gđä", "g."),
        ("J\u0303ane", "J\u0303."),
        ("", ""),
    ],
)
def test_initials_are_one_letter_for_each_given_name(given, expected):
    assert initials(given) == expected


@pytest.mark.parametrize(
    ("use", "expected"),
    [
        ("E", "K. van Velzen"),
        ("P", "K. Van Den Berg"),
        ("V", "K. Van Den Berg-van Velzen"),
        ("N", "K. van Velzen-Van Den Berg"),
        ("", "K. van Velzen"),
    ],
)
def test_name_use_decides_whose_surname_is_used(use, expected):
    name = Name("Karin", "van", "Velzen", use=use, partner_prefix="Van Den", partner_surname="Berg")
    assert formal(name) == expected


def test_a_wish_for_a_partners_name_without_a_partner_keeps_the_own_name():
    assert display(Name("Jan", "de", "Vries", use="P")) == "Jan de Vries"


@pytest.mark.parametrize(
    ("title", "use", "expected"),
    [
        ("BS", "E", "J.A. barones van den Aedel"),
        ("BS", "V", "J.A. de Boer-barones van den Aedel"),
        ("BS", "N", "J.A. barones van den Aedel-de Boer"),
        ("BS", "P", "J.A. de Boer"),
        ("JH", "E", "Jonkheer J.A. van den Aedel"),
        ("JH", "V", "Jonkheer J.A. de Boer-van den Aedel"),
        ("JH", "P", "J.A. de Boer"),
        ("JV", "E", "Jonkvrouw J.A. van den Aedel"),
        ("JV", "N", "J.A. van den Aedel-de Boer"),
    ],
)
def test_titles_and_predicates_stand_where_the_registry_puts_them(title, use, expected):
    name = Name("Jo Anne", "van den", "Aedel", title, use, "de", "Boer")
    assert formal(name) == expected


def test_a_title_that_the_registry_does_not_know_is_refused():
    with pytest.raises(TitleError):
        Name("Jan", surname="Jansen", title="XX")


def test_a_prefix_has_a_capital_only_where_no_given_name_precedes_it():
    name = Name("Jan", "de", "Vries")
    assert display(name) == "Jan de Vries"
    assert family_name(name) == "de Vries"
    assert salutation_name(name) == "De Vries"
    assert display(Name(prefix="de", surname="Vries")) == "De Vries"
    assert salutation_name(Name("Piet", "'t", "Hart")) == "'t Hart"


def test_the_registrys_point_means_that_the_part_is_not_there():
    assert display(Name("Dian Marini Maya", surname=".")) == "Dian Marini Maya"
    assert display(Name(surname="Debrabandere")) == "Debrabandere"
    assert salutation_name(Name("Dian", surname=".")) == "Dian"
    with translation.override("en"):
        assert display(Name(surname=".")) == "name unknown"


def test_lists_are_ordered_by_surname_and_not_by_prefix():
    names = [
        Name("Piet", "van", "Zon"),
        Name("Bea", "de", "Åberg"),
        Name("Jan", "", "Vries"),
        Name("Jan", "de", "Vries"),
    ]
    assert [listed(name) for name in sorted(names, key=sort_key)] == [
        "Åberg, Bea de", "Vries, Jan", "Vries, Jan de", "Zon, Piet van",
    ]  # fmt: skip


def test_accents_survive_and_only_disappear_for_searching():
    name = Name("Zoe\u0308", surname="Bra\u030akendæl")
    assert display(name) == "Zoë Bråkendæl"
    assert fold("Bråkendæl Bronwaßer Łódź") == "brakendael bronwasser lodz"


@pytest.mark.parametrize("spoilt", ["Jan\x00", "Jan\ud800", "Jan\u202e", "J\nan"])
def test_a_name_with_an_unusable_character_is_refused_without_repeating_it(spoilt):
    with pytest.raises(TextError) as refusal:
        Name(surname=spoilt)
    assert "Jan" not in str(refusal.value)


def test_lines_may_break_only_where_that_is_asked_for():
    assert clean_text("one\r\ntwo", lines=True) == "one\r\ntwo"
    with pytest.raises(TextError):
        clean_text("one\ntwo")
