"""Every chapter of the manual is walked by somebody for whom it is; its pictures are taken on the way."""

import re

import pytest

from features.ground.days import typed
from features.ground.doing import fill_in
from features.ground.manual import Walk


@pytest.fixture
def walk(visitors):
    return lambda username: Walk(visitors.sign_in(username))


def asked(at, act, title):
    """Follow the button of one line on the first page."""
    at.go("/")
    with at.page.expect_navigation():
        at.page.get_by_role("link", name=re.compile(f"^{act}.*{title}")).first.click()
    at.remember()


def test_what_everybody_must_know(walk, visitors, merreland):
    at = walk("politie")
    at.picture("mijn-werk")
    at.follow("Nieuws per mail")
    at.press("Keuze bewaren")
    at.go(f"/casussen/{merreland.case_about('Kwartelaar')}/")
    at.follow("Wie zag wat, en waarom")
    at.picture("wie-keek", of="#inzage")
    at.go(at.page.url.split("deelnemers")[0] + "inbreng/toevoegen/")
    outside = visitors.come()
    outside.goto("/inloggen/")
    at.page = outside
    at.remember()
    at.words += walk("procesregisseur").words
    at.knows("iedereen")


def test_a_partner_professional(walk, merreland):
    at = walk("politie")
    asked(at, "Antwoorden", "Vraag aan uw organisatie")
    at.picture("vraag-beantwoorden", of="main .card")
    at.press("Bij ons is niets bekend")
    asked(at, "Antwoorden", "Gaat u akkoord")
    at.picture("afspraak", of="main .card")
    at.press("Akkoord")
    asked(at, "Melden", "afspraak in casus")
    fill_in(at.page, {"Hoe het gaat": "Nagekeken, niets gevonden.", "De afspraak is klaar": True})
    at.press("Voortgang vastleggen")
    case = merreland.case_about("Kwartelaar")
    for page in ("inbreng/", "inbreng/toevoegen/"):
        at.go(f"/casussen/{case}/{page}")
    for page in ("/uitvragen/", "/afspraken/", "/adviesvragen/", "/adviesvragen/nieuw/", "/aanmeldingen/"):
        at.go(page)
    at.go(at.page.locator('main a[href^="/aanmeldingen/"]', has_text="-").first.get_attribute("href"))
    at.go("/aanmeldingen/")
    at.follow("Nieuwe aanmelding")
    at.picture("aanmelden")
    at.knows("partnerprofessional")


def test_the_contact_of_an_organisation(walk, merreland):
    at = walk("politie2")
    at.go("/deelname/")
    at.picture("deelname")
    with at.page.expect_navigation():
        at.page.locator("main .rows a", has_text=merreland.case_about("Tapuyter")).first.click()
    at.remember()
    fill_in(at.page, {"Collega": "Kim Terwindt", "Vanaf": typed(), "Tot en met": typed(14)})
    at.press("Aanwijzen")
    at.go("/deelname/afwezigheid/")
    fill_in(at.page, {"Wie is afwezig": "Linda Faber", "Wie vervangt": "Kim Terwindt", "Tot en met": typed(14)})
    at.picture("vervanging")
    at.press("Regelen")
    for page in ("/deelname/vertrek/", "/deelname/verzoeken/", "/deelname/verzoeken/nieuw/", "/partners/"):
        at.go(page)
    at.go("/partners/?page=1")
    at.follow("Politie – basisteam Tolwerve-Kust")
    at.follow("Kim Terwindt")
    other = walk("ggz2")
    asked(other, "Antwoorden", "Vraag van de triage")
    at.words += other.words
    at.knows("contactpersoon")


def test_a_process_director(walk, merreland):
    at = walk("procesregisseur")
    case = merreland.case_about("Kwartelaar")
    at.go("/casussen/")
    at.go(f"/casussen/{case}/")
    at.picture("casus")
    for page in ("deelnemers/", "deelnemers/toevoegen/", "uitvragen/", "uitvragen/nieuw/", "gezin/", "overleggen/",
                 "overleggen/nieuw/", "plan/", "plan/doel/", "plan/afspraak/", "fase/", "casusregie/"):  # fmt: skip
        at.go(f"/casussen/{case}/{page}")
    at.go("/overleggen/")
    with at.page.expect_navigation():
        at.page.locator("main a", has_text=merreland.case_about("Lepelhof")).first.click()
    conference = at.page.url
    at.remember()
    at.press("Overleg beginnen")
    at.go(f"{conference}tafel/")
    at.picture("overleg")
    at.go("/afspraken/")
    at.go("/overdragen/")
    at.knows("procesregisseur")


def test_process_support(walk, merreland):
    at = walk("ondersteuner")
    case = merreland.case_about("Kwartelaar")
    at.go("/overleggen/")
    at.picture("overleggen")
    with at.page.expect_navigation():
        at.page.locator("main a", has_text=merreland.case_about("Kwartelaar")).first.click()
    at.remember()
    for page in ("overleggen/nieuw/", "inbreng/toevoegen/", "documenten/", "documenten/brief/", "gezin/", "fase/"):
        at.go(f"/casussen/{case}/{page}")
    at.go(f"/casussen/{case}/procesnotities/toevoegen/")
    fill_in(at.page, {"Notitie": "Gebeld met de huisarts, belt terug.", "Terug te bellen op": typed(3)})
    at.press("Bewaren")
    at.picture("procesnotities", of="main .card")
    asked(at, "Antwoorden", "Adviesvraag")
    at.go("/adviesvragen/beantwoorden/")
    at.knows("procesondersteuner")


def test_triage(walk):
    at = walk("triage")
    at.go("/triage/")
    at.picture("triage")
    asked(at, "Beoordelen", "Wonen aan de Tol")
    referral = at.page.url.split("/aanmeldingen/")[1].split("/")[0]
    at.go(f"/aanmeldingen/{referral}/triage/")
    at.go(f"/aanmeldingen/{referral}/vragen/nieuw/")
    at.go(f"/aanmeldingen/{referral}/anoniem/")
    at.go(f"/aanmeldingen/{referral}/beoordelen/")
    at.picture("beoordelen", of="main form.form fieldset")
    at.go("/triage/overleggen/")
    at.go("/triage/overleggen/nieuw/")
    at.go("/triage/overleggen/")
    with at.page.expect_navigation():
        at.page.locator('main .rows a[href^="/triage/overleggen/"]').first.click()
    at.remember()
    for page in ("/triage/afgehandeld/", "/adviesvragen/aantallen/", "/casussen/overnemen/"):
        at.go(page)
    at.knows("triage")


def test_a_functional_administrator(walk):
    at = walk("beheerder")
    at.go("/beheer/inrichting/")
    at.picture("inrichting")
    ours = at.page.url
    for page in ("uitwisselen/", "lijsten/", "werkwijze/", "tafels/"):
        at.go(f"{ours}{page}")
    for page in ("partners/", "partners/nieuw/", "rollen/", "convenanten/", "gemeenten/"):
        at.go(f"/beheer/{page}")
    at.go("/partners/")
    at.follow("Merrewonen")
    at.follow("Jeroen Plantinga")
    at.picture("collega")
    at.go("/overdragen/")
    at.knows("functioneel-beheerder")


def test_a_privacy_officer_and_a_manager(walk, merreland):
    at = walk("privacy")
    at.go("/casussen/")
    at.picture("geen-casussen")
    at.go("/huizen/")
    at.page.get_by_role("link", name="Merreland").first.click()
    at.picture("openbare-pagina")
    director = walk("procesregisseur")
    for page in ("deelnemers/", "fase/", "documenten/"):
        director.go(f"/casussen/{merreland.case_about('Kwartelaar')}/{page}")
    at.words += director.words
    at.knows("privacy")
    at = walk("manager")
    at.go("/partners/")
    at.picture("partners")
    at.go("/overdragen/")
    at.picture("overdragen")
    at.knows("manager")
