"""With keys only: whatever can be clicked can be reached, seen and pressed. And what a page looks like on paper."""

from features.ground.days import typed
from features.ground.doing import text_of
from features.ground.looking import PICTURES

FAR = 90  # presses of the Tab key: further than that nobody goes


def test_signing_in_opening_a_case_and_bringing_in_by_keyboard(visitors, merreland):
    # Given somebody who uses no mouse
    case = merreland.case_about("Kwartelaar")
    page = visitors.come()
    page.goto("/inloggen/")
    # When they sign in, open the list, a case, and its contributions
    press_enter_on(page, "Bas Koerts")
    press_enter_on(page, "Casussen")
    press_enter_on(page, case)
    press_enter_on(page, "Inbreng")
    press_enter_on(page, "Inbrengen")
    # And fill in the form from field to field
    tab_to(page, lambda there: there["type"] == "checkbox" and "Ruben Kwartelaar" in there["label"])
    page.keyboard.press("Space")
    tab_to(page, lambda there: there["type"] == "radio" and there["name"] == "kind")
    page.keyboard.press("Space")
    tab_to(page, lambda there: there["name"] == "text")
    page.keyboard.type("Vanochtend rustig aangesproken bij de lift.")
    tab_to(page, lambda there: there["name"] == "fact_date")
    page.keyboard.type(typed())
    tab_to(page, lambda there: there["name"] == "use")
    page.keyboard.press("Space")
    tab_to(page, lambda there: there["name"] == "reach")
    page.keyboard.press("Space")
    press_enter_on(page, "Inbrengen")
    # Then it is brought in
    assert "Vanochtend rustig aangesproken bij de lift." in text_of(page)


def test_the_first_key_leads_past_the_menu(visitors):
    # Given any page, when the first key is Tab and the next Enter
    page = visitors.sign_in("politie")
    page.goto("/casussen/")
    page.keyboard.press("Tab")
    assert where(page)["label"] == "Naar de inhoud"
    page.keyboard.press("Enter")
    # Then the content has the focus
    assert page.url.endswith("#main")


def test_a_case_on_paper(visitors, merreland):
    # Given the page of a case, when it is printed
    page = visitors.sign_in("procesregisseur")
    page.goto(f"/casussen/{merreland.case_about('Kwartelaar')}/")
    page.emulate_media(media="print")
    page.screenshot(path=PICTURES / "case-on-paper.png", full_page=True)
    # Then there is no menu on it, and what may be done with it is
    assert not page.get_by_role("navigation", name="Hoofdmenu").is_visible()
    assert page.locator(".print-foot").is_visible()
    assert page.get_by_text("Ruben Kwartelaar").first.is_visible()
    # And nothing that one can only press or follow on a screen
    assert not page.locator("form:visible, button:visible, .nl-button:visible, .tabs:visible").count()
    for words in ("Naar het plan", "Wie zag wat en waarom"):
        assert not page.get_by_text(words, exact=True).locator("visible=true").count(), words


WHERE = """() => {
    const one = document.activeElement;
    const label = one.labels?.[0]?.innerText || one.innerText || one.getAttribute("aria-label");
    const style = getComputedStyle(one);
    return {name: one.name || "", type: one.type || "", label: (label || "").trim(),
            seen: style.outlineStyle !== "none" || style.boxShadow !== "none"};
}"""


def where(page):
    return page.evaluate(WHERE)


def tab_to(page, found):
    """Press Tab until there; each stop on the way shows that it has the focus."""
    for _ in range(FAR):
        page.keyboard.press("Tab")
        there = where(page)
        assert there["seen"] or not there["label"], f"nobody sees that the focus is on {there}"
        if found(there):
            return
    raise AssertionError(f"not within {FAR} presses of Tab at {page.url}")


def press_enter_on(page, words):
    tab_to(page, lambda there: there["label"].split("\n")[0].strip() == words)
    with page.expect_navigation():
        page.keyboard.press("Enter")
