"""What support, administrator, manager and privacy officer do on an ordinary day; the others have their own stories."""

from features.ground.days import typed
from features.ground.doing import fill_in, follow, press, text_of
from features.ground.jobs import begin_referral
from features.ground.looking import look


def test_process_support_composes_a_conference_and_asks_who_is_silent(visitors, merreland):
    # Given process support, whose first page says what stays unanswered
    support, case = visitors.sign_in("ondersteuner"), merreland.case_about("Kwartelaar")
    support.goto("/")
    assert "blijft onbeantwoord" in text_of(support)
    look(support, "support-1-my-work")
    # When they remind the organisation that did not answer
    support.goto(f"/casussen/{case}/uitvragen/")
    press(support, "Herinneren")
    look(support, "support-2-questions")
    assert "keer herinnerd" in text_of(support)
    # And convene the next conference
    support.goto(f"/casussen/{case}/overleggen/nieuw/")
    fill_in(support, {"Vraag": "Houdt de aanpak stand?", "Dag": typed(7), "Tijd": "10.00", "Minuten": "20"})
    fill_in(support, {"Plaats": "Merredam, kamer Baken"})
    press(support, "Beleggen")
    # Then it stands on the page of who takes part
    assert "Houdt de aanpak stand?" in text_of(support)
    nurse = visitors.sign_in("ggz")
    nurse.goto("/overleggen/")
    assert f"10.00 uur · {case}" in text_of(nurse)


def test_the_administrator_changes_what_the_house_asks_and_it_is_asked(visitors):
    # Given the administrator of the house; when they add a question and a life domain
    administrator = visitors.sign_in("beheerder")
    administrator.goto("/beheer/inrichting/")
    follow(administrator, "Aanmeldvragen")
    fill_in(administrator, {"Vraag": "Heeft iemand huisdieren?", "Soort antwoord": "ja of nee"})
    look(administrator, "administrator-1-question")
    press(administrator, "Vraag toevoegen")
    # Then the next referral asks it, and the house remembers who changed what
    police = visitors.sign_in("politie")
    begin_referral(police)
    assert "Heeft iemand huisdieren?" in text_of(police)
    administrator.goto("/beheer/inrichting/")
    follow(administrator, "Alle wijzigingen")
    assert "Ankie Vosmeer" in text_of(administrator)
    look(administrator, "administrator-2-changes")


def test_the_manager_hands_over_the_cases_of_a_colleague_without_seeing_one(visitors, merreland):
    # Given a manager, to whom no case exists
    manager, case = visitors.sign_in("manager"), merreland.case_about("Hoppestra")
    manager.goto("/casussen/")
    assert case not in text_of(manager)
    # When they hand over everything of a process director who left
    manager.goto("/overdragen/")
    look(manager, "manager-1-hand-over")
    fill_in(manager, {"Van": "Jelmer Hofstee", "Aan": "Noor Aksoy", "Reden": the_first_reason(manager)})
    press(manager, "Overdragen")
    # Then it says how many, and still shows none
    assert "overgedragen" in manager.locator("body").inner_text()
    assert case not in text_of(manager)
    assert manager.goto(f"/casussen/{case}/").status == 404
    # And the successor directs them
    director = visitors.sign_in("procesregisseur")
    assert director.goto(f"/casussen/{case}/").status == 200


def test_the_privacy_officer_reads_what_the_house_tells_everybody_and_no_case(visitors, merreland):
    # Given a privacy officer
    officer, case = visitors.sign_in("privacy"), merreland.case_about("Kwartelaar")
    officer.goto("/")
    look(officer, "privacy-1-my-work")
    # When they look for a case by its number and by a name
    for term in (case, "Kwartelaar"):
        officer.get_by_role("searchbox").fill(term)
        with officer.expect_navigation():
            officer.get_by_role("searchbox").press("Enter")
        assert "Ruben" not in officer.content()
    assert officer.goto(f"/casussen/{case}/").status == 404
    # Then what they find is the contact point for persons concerned, and under which covenant each partner works
    officer.goto("/huizen/merreland/")
    assert "Contactpunt betrokkenen" in text_of(officer)
    officer.goto("/partners/")
    assert "onder het convenant" in text_of(officer)


def the_first_reason(page):
    return page.locator('main [name="reason"] option').nth(1).inner_text()
