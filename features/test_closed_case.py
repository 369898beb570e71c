"""In a closed case three things can still be done: correct, recall and hold. Everything else is refused, with why."""

import re

import pytest
from ground.doing import fill_in, follow, press, text_of
from ground.looking import look

ONLY = "Deze casus is gesloten: alleen corrigeren, intrekken en de vernietiging stoppen kan nog."
REFUSED = [
    "gezin/toevoegen/", "gezin/relatie/", "inbreng/toevoegen/", "deelnemers/toevoegen/", "afsluiten/",
    "overleggen/nieuw/", "plan/doel/", "plan/afspraak/",
]  # fmt: skip


@pytest.fixture
def case(house):
    return f"/casussen/{house.case_about('Scholeksterman')}/"


def test_a_wrong_birth_date_is_corrected(visitors, case):
    # Given the process director of a closed case
    director = visitors.sign_in("procesregisseur")
    director.goto(f"{case}gezin/")
    look(director, "closed-persons")
    # When they correct the date of birth, with the reason
    follow(director, "Corrigeren")
    fill_in(director, {"Geboortedatum": "06-11-1978", "Wat was er onjuist": "Op zijn identiteitsbewijs staat de zesde."})
    look(director, "closed-correct")
    press(director, "Corrigeren")
    # Then it is right, and that it was wrong is still to be read
    assert "geboren 6 november 1978" in text_of(director)
    assert "Op zijn identiteitsbewijs staat de zesde." in text_of(director)


def test_a_contribution_is_recalled(visitors, case):
    # Given what probation brought in before the case was closed, and somebody who read it
    probation, director = visitors.sign_in("reclassering"), visitors.sign_in("procesregisseur")
    director.goto(f"{case}inbreng/")
    assert "kringloopwinkel" in text_of(director)
    # When probation recalls it
    probation.goto(f"{case}inbreng/")
    follow(probation, "Intrekken")
    fill_in(probation, {"Waarom trekt u dit in": "Dit ging over iemand anders."})
    look(probation, "closed-recall")
    press(probation, "Intrekken")
    # Then nobody else reads it any more
    director.goto(f"{case}inbreng/")
    assert "kringloopwinkel" not in director.content()
    look(director, "closed-recalled")


def test_destruction_is_held(visitors, case):
    # Given the process director of a closed case, when there is a complaint
    director = visitors.sign_in("procesregisseur")
    director.goto(f"{case}vernietigingsstop/")
    fill_in(director, {"Waarom mag er niets worden vernietigd": "Er loopt een klacht."})
    press(director, "Vastleggen")
    # Then nothing is destroyed, and the page says why
    director.goto(f"{case}fase/")
    assert "Er loopt een klacht." in text_of(director)
    look(director, "closed-course")


@pytest.mark.parametrize("act", REFUSED)
def test_everything_else_is_refused_with_its_reason(visitors, case, act):
    # Given the one who may do most in it, when they ask for the form, or send it as if they had one
    director = visitors.sign_in("procesregisseur")
    director.goto(case)
    token = director.locator('[name="csrfmiddlewaretoken"]').first.input_value()
    answers = [director.request.get(case + act), director.request.post(case + act, form={"csrfmiddlewaretoken": token})]
    # Then both are refused, and the reason is the same
    for answer in answers:
        assert answer.status == 403
        assert ONLY in re.sub(r"\s+", " ", answer.text())
