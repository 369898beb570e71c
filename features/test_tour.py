"""The tour comes by itself once, leads over the pages of one's work, and stays away when it was ended."""

from urllib.parse import urlsplit

from features.ground.looking import look


def press(page, words):
    with page.expect_navigation():
        page.get_by_role("button", name=words, exact=True).click()


def where(page):
    return urlsplit(page.url).path, page.locator(".tour__where").inner_text()


def test_a_partner_professional_is_led_around_once(visitors, merreland):
    # Given somebody who comes for the first time, in a browser without scripts
    page = visitors.sign_in("ggz", java_script_enabled=False)
    assert where(page) == ("/", "Rondleiding – stap 1 van 5")
    # When they go on from step to step, then each stands above its page
    for number, path in enumerate(("/casussen/", "/afspraken/", "/aanmeldingen/"), start=2):
        press(page, "Volgende stap")
        assert where(page) == (path, f"Rondleiding – stap {number} van 5")
    press(page, "Vorige stap")
    assert where(page)[0] == "/afspraken/"
    # And it stays with them on other pages, from where they come back
    page.goto("/partners/")
    page.get_by_role("link", name="Naar de pagina van deze stap").click()
    assert where(page)[0] == "/afspraken/"
    press(page, "Volgende stap")
    press(page, "Volgende stap")
    page.get_by_role("link", name="Lees het hoofdstuk voor uw werk").click()
    assert page.get_by_role("heading", name="Partnerprofessional", level=1).is_visible()
    press(page, "Rondleiding afronden")
    # Then it does not come again, also not in another window another day
    merreland.signed_in.pop("ggz")
    page = visitors.sign_in("ggz")
    assert not page.locator(".tour").count()
    # And it begins again where they ask for it
    page.goto("/handleiding/")
    press(page, "Rondleiding beginnen")
    assert where(page) == ("/", "Rondleiding – stap 1 van 5")
    look(page, "tour-my-work")
    press(page, "Stoppen met de rondleiding")
    assert not page.locator(".tour").count()


def test_the_manual_inside_the_product(visitors):
    # Given a functional administrator; their own chapter stands with those for them, the others follow
    page = visitors.sign_in("beheerder")
    page.goto("/handleiding/")
    look(page, "manual")
    mine = page.locator("section", has=page.get_by_role("heading", name="Voor u"))
    assert mine.get_by_role("link").all_inner_texts() == ["Wat iedereen moet weten", "Functioneel beheerder"]
    # When they open it, then it reads well and its pictures are there
    mine.get_by_role("link", name="Functioneel beheerder").click()
    page.locator(".manual img").first.scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('.manual img').naturalWidth > 0")
    look(page, "manual-chapter")
