"""An organisation arranges its own replacement, for a period, without the house."""

from features.ground.days import typed
from features.ground.doing import text_of
from features.ground.jobs import name_colleague
from features.ground.looking import look


def test_a_contact_names_a_replacement_for_a_period(visitors, merreland):
    # Given a case in which mental health care sits, but not this nurse
    case = merreland.case_about("Tapuyter")
    nurse, psychiatrist = visitors.sign_in("ggz"), visitors.sign_in("ggz2")
    assert nurse.goto(f"/casussen/{case}/").status == 404
    # When the contact of her organisation names her from today for two weeks
    name_colleague(psychiatrist, case, "Sanne de Wit", **{"Vanaf": typed(), "Tot en met": typed(14)})
    assert "Sanne de Wit" in text_of(psychiatrist)
    look(psychiatrist, "replacement-seat")
    # Then the case is there for her, and the circle sees her in it
    assert nurse.goto(f"/casussen/{case}/").status == 200
    director = visitors.sign_in("procesregisseur")
    director.goto(f"/casussen/{case}/deelnemers/")
    assert "Sanne de Wit" in text_of(director)
    look(director, "replacement-circle")


def test_who_will_replace_somebody_sees_nothing_before(visitors, merreland):
    # Given a case in which this nurse does not sit
    case = merreland.case_about("Wielewaaler")
    nurse, psychiatrist = visitors.sign_in("ggz"), visitors.sign_in("ggz2")
    # When she is named from next week
    name_colleague(psychiatrist, case, "Sanne de Wit", **{"Vanaf": typed(7), "Tot en met": typed(14)})
    # Then until then there is no such case for her
    assert nurse.goto(f"/casussen/{case}/").status == 404


def test_only_the_contact_names_somebody(visitors):
    # Given somebody who is nobody's contact
    page = visitors.sign_in("ggz")
    # When they look for the seats of their organisation, then there are none to fill
    answer = page.goto("/deelname/")
    assert answer.status in (200, 403)
    assert page.get_by_role("button", name="Aanwijzen").count() == 0
    assert page.locator('main .rows a[href^="/deelname/"]').count() == 0
