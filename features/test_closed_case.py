"""In a closed case three things can still be done: correct, recall and hold. Everything else is refused, with why."""

import re

import pytest

from features.ground.days import typed
from features.ground.doing import choose, fill_in, follow, press, text_of
from features.ground.looking import look

ONLY = "Deze casus is gesloten: alleen corrigeren, intrekken en de vernietiging stoppen kan nog."
REFUSED = [
    "gezin/toevoegen/", "gezin/relatie/", "inbreng/toevoegen/", "deelnemers/toevoegen/", "afsluiten/",
    "overleggen/nieuw/", "plan/doel/", "plan/afspraak/",
]  # fmt: skip


@pytest.fixture
def case(merreland):
    return f"/casussen/{merreland.case_about('Scholeksterman')}/"


def test_a_wrong_birth_date_is_corrected(visitors, case):
    # Given the process director of a closed case
    director = visitors.sign_in("procesregisseur")
    director.goto(f"{case}gezin/")
    look(director, "closed-persons")
    # When they correct the date of birth, with the reason
    director.locator("main summary", has_text="Bijwerken").first.click()
    follow(director, "Corrigeren")
    fill_in(
        director, {"Geboortedatum": "06-11-1978", "Wat was er onjuist": "Op zijn identiteitsbewijs staat de zesde."}
    )
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
    # Given the one who may do most in it, when they ask for another act
    director = visitors.sign_in("procesregisseur")
    answer = director.request.get(case + act)
    # Then it is refused, and the reason is always the same
    assert answer.status == 403
    assert ONLY in re.sub(r"\s+", " ", answer.text())


def test_what_was_being_typed_when_the_case_closed_is_not_lost(visitors, merreland):
    # Given a colleague who is typing when the process director closes the case
    case = f"/casussen/{merreland.case_about('Tapuyter')}/"
    police, director = visitors.sign_in("politie2"), visitors.sign_in("procesregisseur")
    police.goto(f"{case}inbreng/toevoegen/")
    choose(police, "Victor Tapuyter", "feit", "alleen hier", "iedereen die voor deze personen deelneemt")
    fill_in(police, {"Wat brengt u in": "Hij stond vanochtend bij de bushalte.", "Datum van het feit": typed()})
    director.goto(f"{case}afsluiten/")
    for how in director.get_by_role("radio", name="bereikt", exact=True).all():
        how.check()
    choose(director, "Doelen bereikt")
    fill_in(director, {"Resultaat": "De behandeling loopt."})
    press(director, "Casus afsluiten")
    # When they send it, then nothing is brought in, the page says why, and what they typed is still there
    press(police, "Inbrengen")
    assert ONLY in text_of(police)
    assert police.get_by_label("Wat brengt u in").input_value() == "Hij stond vanochtend bij de bushalte."
    look(police, "closed-while-typing")
