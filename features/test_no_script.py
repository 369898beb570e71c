"""The main steps without JavaScript: scripts only make them faster."""

from features.ground.days import typed
from features.ground.doing import fill_in, press, text_of
from features.ground.jobs import WHAT, assess, begin_referral, bring_in, refer_at_once, send


def test_the_main_steps_without_javascript(visitors, merreland):
    # Given browsers that run no scripts
    police = visitors.sign_in("politie", java_script_enabled=False)
    triage = visitors.sign_in("triage", java_script_enabled=False)
    director = visitors.sign_in("procesregisseur", java_script_enabled=False)
    # When a partner refers and the triage decides
    number = begin_referral(police)
    refer_at_once(police, WHAT, "123", "Otto", "Ooievaarsma", "1988")
    send(police, number)
    assess(triage, number, "123", "wordt een casus", Procesregisseur="Noor Aksoy")
    # Then the director works in the case
    case = merreland.case_about("Ooievaarsma")
    bring_in(director, case, "De wijkagent belde vanochtend.", "de situatie als geheel", day=typed())
    assert "De wijkagent belde vanochtend." in text_of(director)
    a_conference_with_an_agreement(director, case)
    # And finds it by its number
    director.goto("/")
    director.get_by_role("searchbox").fill(case)
    with director.expect_navigation():
        director.get_by_role("searchbox").press("Enter")
    assert director.url.endswith(f"/casussen/{case}/")


def a_conference_with_an_agreement(director, case):
    director.goto(f"/casussen/{case}/overleggen/nieuw/")
    fill_in(director, {"Vraag": "Wat nu?", "Dag": typed(), "Tijd": "23.50", "Minuten": "20", "Plaats": "kamer Baken"})
    press(director, "Beleggen")
    press(director, "Overleg beginnen")
    fill_in(director, {"Nieuwe conclusie": "Eerst bellen."})
    press(director, "Conclusie vastleggen")
    assert "Eerst bellen." in text_of(director)
    director.goto(f"/casussen/{case}/plan/afspraak/")
    fill_in(director, {"Korte titel": "Bellen met het wijkteam", "Door welke organisatie": "ZVH Merreland"})
    fill_in(director, {"Uiterlijk": typed(3)})
    press(director, "Opslaan")
    director.goto(f"/casussen/{case}/plan/")
    assert "Bellen met het wijkteam" in text_of(director)
