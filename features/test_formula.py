"""The criteria decide together by a formula, and the formula is the administrator's: no restart, no code."""

import pytest

from features.ground.doing import fill_in, follow, press, text_of
from features.ground.jobs import WHAT, assess, begin_referral, refer_at_once, send
from features.ground.looking import look

AREA = WHAT | {
    "Thema": "Overlast in een gebied",
    "Wat gebeurt er?": "Drie keer brand in containers, en bewoners mijden de galerij na zes uur.",
}


@pytest.fixture
def police(visitors):
    return visitors.sign_in("politie")


def refer(page, what, numbers, *person):
    number = begin_referral(page)
    refer_at_once(page, what, numbers, *person)
    send(page, number)
    return number


def test_an_area_without_persons_can_become_a_case(visitors, police, merreland):
    # Given a referral on criterion 4 alone, without persons
    number = refer(police, AREA, "4")
    # When the triage agrees
    triage = visitors.sign_in("triage")
    assess(triage, number, "4", "wordt een casus", Procesregisseur="Noor Aksoy")
    # Then there is a case about an area, and its forms refuse persons
    assert "wordt een casus" in text_of(triage)
    case = case_of(merreland, number)
    director = visitors.sign_in("procesregisseur")
    assert director.goto(f"/casussen/{case}/").status == 200
    look(director, "formula-area-case")
    assert director.goto(f"/casussen/{case}/gezin/toevoegen/").status == 403
    assert "gebied" in text_of(director)


def test_the_formula_decides_and_the_administrator_decides_the_formula(visitors, police, merreland):
    # Given a referral in which criterion 3 is not met
    number = refer(police, WHAT, "12", "Gerrit", "Grutterman", "03-04-1985")
    triage = visitors.sign_in("triage")
    # When the triage wants a case of it
    assess(triage, number, "12", "wordt een casus", Procesregisseur="Noor Aksoy")
    # Then that is refused with the formula as its reason, and nothing typed is lost
    assert "(1 en 2 en 3) of 4" in text_of(triage)
    assert triage.get_by_label("Antwoord aan de aanmelder").input_value() == "Wij hebben uw aanmelding besproken."
    look(triage, "formula-refused")
    assert case_of(merreland, number) is None
    # When the administrator changes the formula
    administrator = visitors.sign_in("beheerder")
    administrator.goto("/beheer/soorten-aanpak/")
    look(administrator, "formula-kinds")
    follow(administrator, "Complexe casus")
    fill_in(administrator, {"Formule": "(1 en 2) of 4"})
    look(administrator, "formula-form")
    press(administrator, "Formule vaststellen")
    # Then the same decision holds, at once
    assess(triage, number, "12", "wordt een casus", Procesregisseur="Noor Aksoy")
    assert case_of(merreland, number)


def test_a_formula_that_cannot_be_read_is_refused(visitors):
    # Given the administrator, when they write what is no formula
    administrator = visitors.sign_in("beheerder")
    administrator.goto("/beheer/soorten-aanpak/")
    follow(administrator, "Top-X")
    for nonsense in ("1 en", "1 en 9", "alle"):
        fill_in(administrator, {"Formule": nonsense})
        press(administrator, "Formule vaststellen")
        # Then it stays as it was, and the page says what is wrong
        assert administrator.get_by_label("Formule", exact=False).first.input_value() == nonsense
        assert administrator.locator(".utrecht-form-field-error-message, .errors, [role=alert]").count()
    look(administrator, "formula-wrong")


def test_only_the_administrator_changes_a_formula(visitors):
    # Given the process director, when they look at a kind of approach, then there is nothing to change
    director = visitors.sign_in("procesregisseur")
    director.goto("/beheer/soorten-aanpak/")
    assert director.get_by_role("button", name="Formule vaststellen").count() == 0


def case_of(merreland, referral):
    rows = merreland.query(
        "SELECT c.number FROM cases_case c JOIN referrals_referral r ON r.id = c.referral_id WHERE r.number = %s",
        referral,
    )
    return rows[0][0] if rows else None
