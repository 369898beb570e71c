"""The citizen service number (nl: burgerservicenummer): nine digits that pass the eleven test.

No message, error or representation here ever repeats a number.
"""

import re

from django.utils.translation import gettext_lazy as _

NINE_DIGITS = re.compile(r"[0-9]{9}")
SEPARATORS = str.maketrans("", "", " .-\u00a0\u2009\u202f")
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
TEST_RANGES = ("9999", "0000")


class CitizenNumberError(ValueError):
    """Something that cannot be a citizen service number; says why, not what."""

    def __init__(self, message):
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


def is_valid(number: str) -> bool:
    """Nine digits, not all zero, that pass the eleven test (nl: elfproef)."""
    return isinstance(number, str) and bool(NINE_DIGITS.fullmatch(number)) and _passes_eleven_test(number)


def normalised(text: str) -> str:
    """The nine digits without separators, leading zeros kept; refuses anything else.

    Eight digits are refused rather than completed: a zero that a spreadsheet dropped and a digit that somebody forgot
    look alike, and the second would be another person.
    """
    digits = text.translate(SEPARATORS) if isinstance(text, str) else ""
    if not NINE_DIGITS.fullmatch(digits):
        raise CitizenNumberError(_("A citizen service number has nine digits, leading zeros included."))
    if not _passes_eleven_test(digits):
        raise CitizenNumberError(_("This is not a citizen service number: the digits do not pass the check."))
    return digits


def is_test_number(number: str) -> bool:
    """A number from the ranges in which no real person is registered (9999xxxxx, 0000xxxxx)."""
    return is_valid(number) and number.startswith(TEST_RANGES)


def _passes_eleven_test(digits: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=True))
    return total % 11 == 0 and digits != "000000000"
