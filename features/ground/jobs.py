"""Parts of the work that several stories begin with."""

from .days import typed
from .doing import choose, fill_in, follow, press, text_of

WHAT = {
    "Thema": "Onbegrepen gedrag",
    "Sinds wanneer": "2025",
    "Wat gebeurt er?": "In drie weken zeven meldingen op de galerij. Hij herkent de buren niet meer.",
    "Wat wilt u samen bereiken": "Hij krijgt hulp die hij toelaat, en de buren weten wie zij bellen.",
}
CHAIN = {
    "Wat is er in uw eigen keten": "Zes gesprekken door de wijkagent en een melding bij het wijkteam.",
    "Waarom was dat niet genoeg": "Hij deed de deur niet open.",
}
HOUSE = {"In welke wijk speelt het": "Vogelhof"}
NOTHING_KNOWN = {"Wij kennen geen juridische kaders": True, "Wij kennen geen gevaar": True}


def begin_referral(page, contact=None, how="Alles op één pagina"):
    """The first page of a referral of a complex case; returns its number."""
    page.goto("/aanmeldingen/nieuw/")
    choose(page, "Complexe casus")
    if contact:
        fill_in(page, {"Contactpersoon": contact})
    press(page, how)
    return page.url.split("/aanmeldingen/")[1].split("/")[0]


def say_what(page, what):
    fill_in(page, what)
    page.locator('main [name="domains"]').first.check()


def say_criteria(page, numbers, ground="Dit zien wij al maanden, en het neemt toe."):
    for number in numbers:
        question = page.locator(f'fieldset:has([name="met_{number}"])')
        fill_in(page, {"Dit is hier aan de orde": True, "Waarom?": ground}, within=question)


def say_informed(page):
    """That the person was told, in a talk."""
    page.locator('main [name="told"][value="told"]').check()
    more = page.locator("details:has([name='on_day'])")
    if more.count() and more.get_attribute("open") is None:
        more.locator("summary").click()
    page.locator('main [name="on_day"]').fill(typed(-3))
    page.locator('main [name="how"]').select_option("talk")


def answer_the_house(page):
    """What this house asks beside the common questions, as far as it must be answered."""
    fill_in(page, HOUSE)
    question = page.locator("main fieldset").filter(has_text="met de eigen leidinggevende besproken")
    question.get_by_label("Ja", exact=True).check()


def refer_at_once(page, what, numbers, *person):
    """A whole short referral on one page, on to what is checked before sending."""
    say_everything(page, what, numbers, *person)
    press(page, "Opslaan en verder")


def say_everything(page, what, numbers, *person):
    """Fill in the short form; the person by given names, surname and date of birth."""
    say_what(page, what)
    say_criteria(page, numbers)
    fill_in(page, CHAIN | NOTHING_KNOWN)
    if person:
        fill_in(page, dict(zip(("Voornamen", "Achternaam", "Geboortedatum"), person, strict=True)))
        say_informed(page)
    answer_the_house(page)


def add_person(page, given, surname, born, role="betrokkene"):
    follow(page, "Persoon toevoegen")
    choose(page, role)
    fill_in(page, {"Voornamen": given, "Achternaam": surname, "Geboortedatum": born})
    press(page, "Toevoegen")


def send(page, number):
    page.goto(f"/aanmeldingen/{number}/versturen/")
    press(page, "Versturen")
    page.goto(f"/aanmeldingen/{number}/")
    assert "wacht op antwoord" in text_of(page)


def assess(page, number, met, outcome, **given):
    """Judge each of the four criteria, and decide."""
    page.goto(f"/aanmeldingen/{number}/beoordelen/")
    for criterion in "1234":
        question = page.locator(f'fieldset:has([name="met_{criterion}"])')
        question.get_by_label("Ja" if criterion in met else "Nee", exact=True).check()
        fill_in(page, {"Waarom?": "Wij lezen dat ook zo in de aanmelding."}, within=question)
    choose(page, outcome)
    fill_in(page, {"Antwoord aan de aanmelder": "Wij hebben uw aanmelding besproken.", **given})
    press(page, "Besluit vastleggen")


def give_seat(page, case, organisation, why, *people, role="deelnemer"):
    """The house decides that an organisation is needed; nobody ticked is the whole case."""
    page.goto(f"/casussen/{case}/deelnemers/toevoegen/")
    fill_in(page, {"Organisatie": organisation, "Waarom is deze organisatie nodig": why})
    choose(page, role, *people)
    press(page, "Plaats geven")


def name_colleague(page, case, colleague, **period):
    """The organisation decides who sits there."""
    page.goto("/deelname/")
    follow(page, case)
    fill_in(page, {"Collega": colleague, **period})
    press(page, "Aanwijzen")


def bring_in(page, case, text, *people, kind="feit", use="alleen hier", day, weighed=None):
    page.goto(f"/casussen/{case}/inbreng/toevoegen/")
    choose(page, *people, kind, use, "iedereen die voor deze personen deelneemt")
    fill_in(page, {"Wat brengt u in": text, "Datum van het feit": day})
    if weighed:  # who gives care says what secrecy allows
        choose(page, weighed[0])
        fill_in(page, {"Hoe hebt u dat afgewogen": weighed[1]})
    press(page, "Inbrengen")
