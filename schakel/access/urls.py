"""Path converters; anything else in an address is not found before it reaches the database."""

from django.urls import register_converter


class NumberConverter:
    """The number of a referral or a case: `K7ZM-4QTD`."""

    regex = "[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}"

    def to_python(self, value):
        return value

    to_url = to_python


register_converter(NumberConverter, "number")
