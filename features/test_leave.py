"""On leave: a colleague has exactly those cases, for exactly that period, without the house."""

from features.ground.days import typed
from features.ground.doing import fill_in, press, text_of
from features.ground.jobs import name_colleague
from features.ground.looking import look


def test_who_goes_on_leave_is_replaced_by_the_fixed_replacement(visitors, merreland):
    # Given a nurse in a case that her psychiatrist does not see, who is her fixed replacement
    nurse, psychiatrist = visitors.sign_in("ggz"), visitors.sign_in("ggz2")
    numbers = _cases(nurse) - _cases(psychiatrist)
    if not numbers:
        name_colleague(psychiatrist, merreland.case_about("Tapuyter"), "Sanne de Wit", **{"Vanaf": typed()})
        numbers = _cases(nurse) - _cases(psychiatrist)
    case = sorted(numbers)[0]
    psychiatrist.goto("/deelname/vaste-vervanger/")
    fill_in(psychiatrist, {"Collega": "Sanne de Wit", "Vaste vervanger": "Coen Althuis"})
    press(psychiatrist, "Aanwijzen")
    # When she says herself that she is away, in one act
    nurse.goto("/deelname/afwezigheid/")
    fill_in(nurse, {"Vanaf": typed(), "Tot en met": typed(14)})
    press(nurse, "Regelen")
    look(nurse, "leave-arranged")
    # Then he has that case, and the circle says whom he replaces
    assert psychiatrist.goto(f"/casussen/{case}/").status == 200
    psychiatrist.goto(f"/casussen/{case}/deelnemers/")
    assert "vervangt Sanne de Wit" in text_of(psychiatrist)
    look(psychiatrist, "leave-circle")
    # When she is back, then it is gone
    nurse.goto("/deelname/afwezigheid/")
    press(nurse, "Terug")
    assert psychiatrist.goto(f"/casussen/{case}/").status == 404


def test_a_request_for_a_seat_waits_and_tells_nothing(visitors, merreland):
    # Given somebody outside who heard a number by telephone
    outsider, case = visitors.sign_in("buitenstaander"), merreland.case_about("Tapuyter")
    # When they ask for a seat with it, and with a number that is nobody's
    pages = []
    for number in (case, "ZZZZ-ZZZZ"):
        outsider.goto("/deelname/verzoeken/nieuw/")
        fill_in(outsider, {"Nummer van de casus": number, "Waarom is uw organisatie nodig": "Wij werden gebeld."})
        press(outsider, "Versturen")
        pages.append(text_of(outsider).replace(number, "").count("Nog niet beantwoord"))
    assert pages == [1, 2]
    look(outsider, "seat-requests")
    # Then it waits in the case for who directs it
    director = visitors.sign_in("procesregisseur")
    director.goto(f"/casussen/{case}/deelnemers/")
    look(director, "seat-request-waits")
    director.get_by_role("link", name="Bekijken en beantwoorden").first.click()
    fill_in(director, {"Waarom niet": "Op dit moment is uw inbreng niet nodig."})
    press(director, "Afwijzen")
    # And who asked reads why not
    outsider.goto("/deelname/verzoeken/")
    outsider.get_by_role("link", name=case).click()
    assert "Op dit moment is uw inbreng niet nodig." in text_of(outsider)


def _cases(page):
    page.goto("/casussen/")
    return set(page.locator("main tbody a").all_inner_texts())
