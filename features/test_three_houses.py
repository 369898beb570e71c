"""Three houses from the same code, visibly different: forms, criteria, lists, terms, tables, partners and words."""

import pytest

from features.ground.doing import press, text_of
from features.ground.looking import beside_each_other, look

HOUSES = {  # somebody of the police, and the functional administrator
    "merreland": ("politie", "beheerder"),
    "lage-venen": ("venen-politie", "venen-beheer"),
    "oostlanden": ("oost-politie", "oost-beheer"),
}
NAMES = ["Zorg- en Veiligheidshuis Merreland", "Zorg- en Veiligheidshuis De Lage Venen", "Veiligheidshuis Oostlanden"]
SET_UP = {"terms": "werkwijze/", "closed days": "sluitingsdagen/", "lists": "lijsten/", "tables": "tafels/"}


@pytest.fixture
def seen():
    """What was seen of each house."""
    return {house: {} for house in HOUSES}


def test_each_asks_who_refers_in_its_own_way(visitors, seen):
    # Given somebody of the police of each house; when they begin a referral
    for house, (police, _administrator) in HOUSES.items():
        page = visitors.sign_in(police)
        page.goto("/aanmeldingen/nieuw/")
        seen[house]["approaches"] = text_of(page)
        page.locator('main [name="regime"]').first.check()
        press(page, "Alles op één pagina")
        look(page, f"house-{house}-referral")
        for part, place in (("domains", '[name="domains"]'), ("criteria", "fieldset.criterion")):
            seen[house][part] = page.locator(f"main {place}").count()
        seen[house]["themes"] = page.locator('main [name="theme"] option').all_inner_texts()
        seen[house]["questions"] = text_of(page).split(" vraagt ook\n")[1].split("Opslaan en verder")[0]
    beside_each_other("houses-referral", [f"house-{house}-referral" for house in HOUSES])
    # Then no two ask the same
    all_different(seen, "approaches", "domains", "themes", "questions")
    assert [one["criteria"] for one in seen.values()] == [4, 4, 2]


def test_each_has_its_own_terms_lists_tables_and_partners(visitors, seen):
    # Given the administrator of each house; when they look at how it is set up
    for house, (_police, administrator) in HOUSES.items():
        page = visitors.sign_in(administrator)
        page.goto("/beheer/inrichting/")
        look(page, f"house-{house}-set-up")
        at = page.url
        for part, path in SET_UP.items():
            page.goto(f"{at}{path}")
            seen[house][part] = said(page)
        page.goto("/partners/")
        seen[house]["partners"] = said(page)
    beside_each_other("houses-set-up", [f"house-{house}-set-up" for house in HOUSES])
    # Then no two are the same
    all_different(seen, *SET_UP, "partners")


def test_each_says_what_it_does_in_its_own_words(visitors, merreland, seen):
    # Given anybody; when they read what each house says of itself
    page = visitors.come()
    for house in HOUSES:
        page.goto(f"/huizen/{house}/")
        look(page, f"house-{house}-public")
        seen[house]["public"] = said(page)
    beside_each_other("houses-public", [f"house-{house}-public" for house in HOUSES])
    # Then each has its own words and its own term
    all_different(seen, "public")
    assert "één interventieplan met twaalf leefgebieden" in seen["lage-venen"]["public"]
    assert "voor elke casus een eigen overleg" in seen["oostlanden"]["public"]
    # And so do the pages of its cases
    for director, surname, plan in (
        ("venen-regie", "Fuutjesma", "Interventieplan"),
        ("oost-regie", "Regenwulpstra", "Plan"),
    ):
        page = visitors.sign_in(director)
        page.goto(f"/casussen/{merreland.case_about(surname)}/")
        assert page.get_by_role("navigation", name="Casus").get_by_role("link", name=plan, exact=True).count()


def all_different(seen, *parts):
    for part in parts:
        assert len({str(one[part]) for one in seen.values()}) == len(HOUSES), part


def said(page):
    """What stands on the page and in its fields, without the name of the house."""
    fields = page.locator("main").locator("input:not([type=hidden]), textarea, select")
    filled = fields.evaluate_all("all => all.map(one => [one.value, one.checked].join()).join()")
    text = text_of(page) + filled
    for name in NAMES:
        text = text.replace(name, "")
    return text
