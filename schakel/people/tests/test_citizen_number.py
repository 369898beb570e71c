import traceback

import pytest

from schakel.people.citizen_number import CitizenNumberError, is_test_number, is_valid, normalised


@pytest.mark.parametrize("number", ["999990639", "000009830", "111222333"])
def test_nine_digits_that_pass_the_eleven_test_are_valid(number):
    assert is_valid(number)


@pytest.mark.parametrize(
    "number",
    ["999990638", "00009830", "000000000", "9999906390", "99999063a", "999990639\n", "٩٩٩٩٩٠٦٣٩", "", None, 999990639],
)
def test_anything_else_is_not_valid(number):
    assert not is_valid(number)


def test_separators_go_and_leading_zeros_stay():
    assert normalised(" 0000.09.830 ") == "000009830"


@pytest.mark.parametrize("number", ["999990638", "99999063", "123456789", "000000000"])
def test_a_refusal_never_repeats_the_number(number):
    with pytest.raises(CitizenNumberError) as refusal:
        normalised(number)
    assert number not in str(refusal.value) + repr(refusal.value) + repr(refusal.value.args)
    last_line = traceback.format_exception_only(refusal.value)
    assert number not in "".join(last_line)


def test_every_single_wrong_digit_is_noticed():
    number = "999990639"
    for place in range(9):
        for digit in "0123456789".replace(number[place], ""):
            assert not is_valid(number[:place] + digit + number[place + 1 :])


def test_numbers_of_the_test_ranges_are_recognised():
    assert is_test_number("999990639")
    assert is_test_number("000009830")
    assert not is_test_number("111222333")
    assert not is_test_number("999990638")
