"""The main job, from a partner's message to a case that is closed, by the people who do it."""

from features.ground.days import typed
from features.ground.doing import choose, fill_in, follow, press, text_of
from features.ground.jobs import (
    CHAIN,
    NOTHING_KNOWN,
    WHAT,
    add_person,
    answer_the_house,
    assess,
    begin_referral,
    bring_in,
    give_seat,
    name_colleague,
    say_criteria,
    say_informed,
    say_what,
    send,
)
from features.ground.looking import look

HIM, HER = "Wouter Steltkluut", "Annelies Steltkluut"
POLICE_SAW = "Vannacht stond hij een uur in het trappenhuis te roepen."
GGZ_THINKS = "Zonder contact neemt de kans op een crisis toe."


def test_the_main_job(visitors, merreland):
    """One story, told in the order in which it happens."""
    police, triage = visitors.sign_in("politie"), visitors.sign_in("triage")
    director, nurse = visitors.sign_in("procesregisseur"), visitors.sign_in("ggz")
    number = a_partner_refers(police)
    triage_decides(triage, number)
    case = the_answer_and_the_case(police, director, merreland, number)
    the_circle_is_formed(director, visitors, nurse, police, case)
    they_bring_in(nurse, police, director, case)
    conference = a_conference_is_held(director, case)
    a_plan_is_made(director, case, conference)
    the_owner_answers(nurse, case)
    the_case_is_closed(director, nurse, case)


def a_partner_refers(police):
    # Given a police officer who cannot go on alone; when they refer, step by step
    police.goto("/aanmeldingen/")
    look(police, "main-01-referrals")
    follow(police, "Nieuwe aanmelding")
    look(police, "main-02-new-referral")
    number = begin_referral(police, contact="Ruud Middelkoop", how="Stap voor stap")
    add_person(police, "Wouter", "Steltkluut", "12-11-1990")
    add_person(police, "Annelies", "Steltkluut", "1962", role="gezin en netwerk")
    look(police, "main-03-persons")
    police.goto(f"/aanmeldingen/{number}/wat/")
    say_what(police, WHAT)
    look(police, "main-04-what")
    press(police, "Opslaan en verder")
    they_say_the_rest(police, number)
    look(police, "main-06-check-and-send")
    send(police, number)
    # Then it waits for an answer, and says until when
    assert "De triage antwoordt uiterlijk op" in text_of(police)
    look(police, "main-07-referral-sent")
    return number


def they_say_the_rest(police, number):
    say_criteria(police, "123")
    look(police, "main-05-criteria")
    press(police, "Opslaan en verder")
    fill_in(police, CHAIN)
    press(police, "Opslaan en verder")
    fill_in(police, NOTHING_KNOWN)
    press(police, "Opslaan en verder")
    follow(police, "Wouter Steltkluut")
    say_informed(police)
    press(police, "Opslaan")
    police.goto(f"/aanmeldingen/{number}/vragen/")
    answer_the_house(police)
    press(police, "Opslaan en verder")
    assert "compleet" in text_of(police)


def triage_decides(triage, number):
    # Given the referral in the tray of the triage
    triage.goto("/aanmeldingen/")
    assert number in text_of(triage)
    look(triage, "main-08-tray")
    triage.goto(f"/aanmeldingen/{number}/beoordelen/")
    look(triage, "main-09-assess")
    # When it judges every criterion with its ground and decides with reasons
    director = {"Procesregisseur": "Noor Aksoy", "Procesondersteuner": "Sem Baptista"}
    assess(triage, number, "123", "wordt een casus", **director)
    # Then there is a case, of which triage sees no more than that
    assert "is geopend" in triage.locator("body").inner_text()
    look(triage, "main-10-decided")


def the_answer_and_the_case(police, director, merreland, number):
    # Then the referrer reads the answer
    police.goto(f"/aanmeldingen/{number}/")
    assert "Wij hebben uw aanmelding besproken." in text_of(police)
    look(police, "main-11-answer")
    # And the process director finds the case, with its persons
    director.goto("/casussen/")
    look(director, "main-12-cases")
    follow(director, merreland.case_about("Steltkluut"))
    assert HIM in text_of(director)
    look(director, "main-13-new-case")
    return director.url.split("/casussen/")[1].strip("/")


def the_circle_is_formed(director, visitors, nurse, police, case):
    # Given a case of which its future partners see nothing
    assert nurse.goto(f"/casussen/{case}/").status == 404
    # When the house gives seats: two for the whole case, one for one person only
    director.goto(f"/casussen/{case}/deelnemers/toevoegen/")
    look(director, "main-14-give-seat")
    give_seat(director, case, "GGZ Merreborg", "Behandelde hem eerder.")
    give_seat(director, case, "Politie Merredam", "Krijgt de meldingen.")
    give_seat(director, case, "Reclassering", "Toezicht loopt nog een half jaar.", HIM)
    # And the organisations say who sits there
    psychiatrist = visitors.sign_in("ggz2")
    psychiatrist.goto("/deelname/")
    look(psychiatrist, "main-15-taking-part")
    name_colleague(psychiatrist, case, "Sanne de Wit")
    assert "Sanne de Wit" in text_of(psychiatrist)
    look(psychiatrist, "main-16-seat-filled")
    name_colleague(police, case, "Bas Koerts")
    name_colleague(visitors.sign_in("reclassering"), case, "Ilse Mulder")
    # Then the case is there for them, and everybody sees who is in it
    assert nurse.goto(f"/casussen/{case}/").status == 200
    assert police.goto(f"/casussen/{case}/").status == 200
    director.goto(f"/casussen/{case}/deelnemers/")
    assert "Sanne de Wit" in text_of(director)
    look(director, "main-17-circle")
    who_sits_for_one_person_sees_one_person(visitors.sign_in("reclassering"), case)


def who_sits_for_one_person_sees_one_person(probation, case):
    probation.goto(f"/casussen/{case}/gezin/")
    assert HIM in text_of(probation)
    assert "Annelies" not in probation.content()
    look(probation, "main-18-one-person")


def they_bring_in(nurse, police, director, case):
    # When police and mental health care bring in what they know
    police.goto(f"/casussen/{case}/inbreng/toevoegen/")
    look(police, "main-19-bring-in")
    bring_in(police, case, POLICE_SAW, HIM, day=typed(-2))
    weighed = ("een conflict van plichten", "Zwijgen is nu gevaarlijker.")
    bring_in(nurse, case, GGZ_THINKS, HIM, kind="inschatting", day=typed(-1), weighed=weighed)
    # Then everybody in the circle reads it, and that they did stands in the log
    director.goto(f"/casussen/{case}/inbreng/")
    assert POLICE_SAW in text_of(director)
    assert GGZ_THINKS in text_of(director)
    look(director, "main-20-contributions")
    director.goto(f"/casussen/{case}/deelnemers/")
    assert "Politie – basisteam Merredam" in text_of(director)


def a_conference_is_held(director, case):
    # Given a conference, convened for today
    director.goto(f"/casussen/{case}/overleggen/nieuw/")
    look(director, "main-21-convene")
    fill_in(director, {"Vraag": "Wat is er nodig om weer contact te krijgen?", "Dag": typed(), "Tijd": "23.50"})
    fill_in(director, {"Minuten": "30", "Plaats": "Merredam, kamer Baken"})
    press(director, "Beleggen")
    conference = director.url
    look(director, "main-22-conference")
    # When it begins, who is there is recorded, and the table concludes
    press(director, "Overleg beginnen")
    director.goto(f"{conference}aanwezigheid/")
    fill_in(director, {"Hoe, GGZ Merreborg": "in de zaal", "Hoe, Politie Merredam": "op afstand"})
    look(director, "main-23-attendance")
    press(director, "Aanwezigheid vastleggen")
    fill_in(director, {"Nieuwe conclusie": "Eerst contact, dan pas een plan voor wonen."})
    press(director, "Conclusie vastleggen")
    follow(director, "Besluit door")
    fill_in(director, {"Besluit door": "GGZ Merreborg", "Wat is besloten": "Wij nemen hem weer in zorg."})
    fill_in(director, {"Besloten op": typed()})
    look(director, "main-24-decision")
    press(director, "Vastleggen")
    # Then it stands on the chair's screen, and on the wall
    assert "Eerst contact" in director.locator("body").inner_text()
    assert "Wij nemen hem weer in zorg." in director.locator("body").inner_text()
    look(director, "main-25-table")
    director.goto(f"{conference}scherm/")
    look(director, "main-26-wall")
    return conference


def a_plan_is_made(director, case, conference):
    # When a goal is set and an agreement made under it
    director.goto(f"/casussen/{case}/plan/doel/")
    fill_in(director, {"Leefgebied": "Psychische gezondheid", "Doel": "Hij laat hulp toe."})
    look(director, "main-27-goal")
    press(director, "Opslaan")
    director.goto(f"/casussen/{case}/plan/afspraak/")
    fill_in(director, {"Korte titel": "Drie keer per week langsgaan", "Bij welk doel": "Hij laat hulp toe."})
    fill_in(director, {"Door welke organisatie": "GGZ Merreborg", "Uiterlijk": typed(14)})
    look(director, "main-28-agreement")
    press(director, "Opslaan")
    # Then the plan shows that its owner has to answer
    director.goto(f"/casussen/{case}/plan/")
    assert "Drie keer per week langsgaan" in text_of(director)
    look(director, "main-29-plan")
    # And the conference ends
    director.goto(f"{conference}tafel/")
    director.get_by_role("button", name="Overleg beëindigen").click()
    director.get_by_text("Het overleg is beëindigd").wait_for()


def the_owner_answers(nurse, case):
    # Given what is asked, without names, on the first page
    nurse.goto("/")
    assert "Drie keer per week langsgaan" in text_of(nurse)
    assert "Steltkluut" not in nurse.content()
    look(nurse, "main-30-asked-of-me")
    # When the owner accepts, and later reports that it is done
    nurse.goto(f"/casussen/{case}/plan/")
    follow(nurse, "Drie keer per week langsgaan")
    look(nurse, "main-31-agreement")
    press(nurse, "Akkoord")
    fill_in(nurse, {"Hoe het gaat": "Hij deed gisteren open.", "De afspraak is klaar": True})
    press(nurse, "Vastleggen")
    # Then it stands as done
    nurse.goto(f"/casussen/{case}/plan/")
    assert "klaar" in text_of(nurse)


def the_case_is_closed(director, nurse, case):
    # When the process director closes the case with a reason and a result
    director.goto(f"/casussen/{case}/afsluiten/")
    for how in director.get_by_role("radio", name="bereikt", exact=True).all():
        how.check()
    choose(director, "Doelen bereikt")
    fill_in(director, {"Resultaat": "Hij heeft weer contact met het FACT-team; de meldingen zijn gestopt."})
    look(director, "main-32-close")
    press(director, "Casus afsluiten")
    look(director, "main-33-closed")
    # Then nobody brings in any more, and the page says why
    answer = nurse.goto(f"/casussen/{case}/inbreng/toevoegen/")
    assert answer.status == 403
    assert "gesloten" in text_of(nurse)
    # And correcting, recalling and holding are still there
    nurse.goto(f"/casussen/{case}/inbreng/")
    assert nurse.get_by_role("link", name="Corrigeren").count() == 1
    assert nurse.get_by_role("link", name="Intrekken").count() == 1
    assert director.goto(f"/casussen/{case}/vernietigingsstop/").status == 200
