"""Words that stand in lists point to nobody."""

from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError

from schakel.conferences.frame_words import points_to_nobody

RUBEN = SimpleNamespace(given_names="Ruben Jan", surname="Kwartelaar", partner_surname="")
ELS = SimpleNamespace(given_names="Anne-Fleur", surname="Bråkendæl", partner_surname="Vries")


@pytest.mark.parametrize(
    "title",
    [
        "Ruben bellen", "ruben bellen", "Rubens intake", "Woning van de Kwartelaars", "Gesprek met brakendael",
        "Overleg met R.K.", "Contact met J. de Vogel", "Dossier 999990019", "Bel 06-12345678",
        "Mail naar iemand@voorbeeld.nl", "Geboren 12-11-1991", "Kind van 12 november 1991", "Wie is geboren 1991-11-12",
        "Fleur naar school",
    ],
)  # fmt: skip
def test_what_points_to_somebody_is_refused(title):
    with pytest.raises(ValidationError) as error:
        points_to_nobody(title, [RUBEN, ELS])
    assert "lijsten" in error.value.messages[0]


@pytest.mark.parametrize(
    "title",
    [
        "Intake vóór plaatsing", "Contact leggen met de wijkagent", "Schuldenoverzicht", "Huisbezoek op 12-01-2027",
        "Plek in de maatschappelijke opvang", "Art. 2.3 Wmo onderzoeken", "Uiterlijk 1 december 2026 beschikken", "",
    ],
)  # fmt: skip
def test_what_is_about_the_work_is_not(title):
    points_to_nobody(title, [RUBEN, ELS])


def test_a_name_that_the_writer_does_not_see_is_not_given_away_by_a_refusal():
    points_to_nobody("Ruben bellen", [ELS])
