"""What in a text about an area points to a person."""

import pytest

from schakel.cases.traces import personal_traces


@pytest.mark.parametrize(
    "text",
    [
        "BSN 999990019", "999 990 019", "9999.90.019", "mail jan@voorbeeld.nl", "bel 06 12345678", "+31 (0)20 1234567",
        "kenteken 12-ABC-3", "XX-99-XX reed weg", "mevrouw van der Berg", "op Reigerlaan 12",
        "postcode 1234 AB", "dhr. J. Smit", "de familie Testvogel",
    ],
)  # fmt: skip
def test_this_does(text):
    assert personal_traces(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "Op 14-11-2026 drie meldingen", "123456789 euro",
        "tussen 22.00 en 04.00 uur", "In de garage slapen er drie.",
        "mevrouwen met een hond", "Havenhoofd 12-14", "Wet 2023-456", "in 2026 op de Dorpsstraat", "Marktplein 1",
        "de heer die daar loopt",
    ],
)  # fmt: skip
def test_this_does_not(text):
    assert not personal_traces(text)
