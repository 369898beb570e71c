"""Parts of the work that several stories begin with."""

from .doing import choose, fill_in, follow, press, text_of

WHAT = {
    "Thema": "Onbegrepen gedrag",
    "Wat gebeurt er?": "In drie weken zeven meldingen op de galerij. Hij herkent de buren niet meer.",
    "Wat is in uw eigen keten": "Zes gesprekken door de wijkagent en een melding bij het wijkteam; hij deed niet open.",
    "Wat wilt u samen bereiken": "Hij krijgt hulp die hij toelaat, en de buren weten wie zij bellen.",
}


def begin_referral(page, contact=None):
    """The first page of a referral of a complex case; returns its number."""
    page.goto("/aanmeldingen/nieuw/")
    choose(page, "Complexe casus")
    if contact:
        fill_in(page, {"Contactpersoon": contact})
    press(page, "Beginnen")
    return page.url.split("/aanmeldingen/")[1].split("/")[0]


def name_criteria(page, numbers, ground="Dit zien wij al maanden, en het neemt toe."):
    for number in numbers:
        question = page.locator(f'fieldset:has([name="met_{number}"])')
        fill_in(page, {"Dit is hier aan de orde": True, "Waarom?": ground}, within=question)
    press(page, "Opslaan en verder")


def add_person(page, given, surname, born, role="betrokkene"):
    follow(page, "Persoon toevoegen")
    choose(page, role)
    fill_in(page, {"Voornamen": given, "Achternaam": surname, "Geboortedatum": born})
    press(page, "Toevoegen")


def send(page, number):
    page.goto(f"/aanmeldingen/{number}/versturen/")
    press(page, "Versturen")
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


def bring_in(page, case, text, *people, kind="feit", use="alleen hier", day):
    page.goto(f"/casussen/{case}/inbreng/toevoegen/")
    choose(page, *people, kind, use, "iedereen die voor deze personen deelneemt")
    fill_in(page, {"Wat brengt u in": text, "Datum van het feit": day})
    press(page, "Inbrengen")
