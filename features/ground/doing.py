"""What a visitor does with a page, in the words that stand on it."""

import re


def fill_in(page, answers, within=None):
    """Answer a form by its labels: text is typed, True is a tick, a choice is chosen by its first words."""
    for label, answer in answers.items():
        field = (within or page.locator("main")).get_by_label(re.compile(f"^{re.escape(label)}")).first
        kind = field.evaluate("one => one.localName === 'select' ? 'select' : one.type || one.localName")
        if kind == "select":
            field.select_option(label=the_option(field, answer))
        elif kind in ("checkbox", "radio"):
            field.set_checked(answer)
        else:
            field.fill(answer)


def the_option(field, words):
    """The whole text of the one option that begins so."""
    options = [option.strip() for option in field.locator("option").all_inner_texts()]
    return next(option for option in options if option.startswith(words))


def choose(page, *words):
    """Tick or choose what begins with these words, in the main part of the page."""
    for label in words:
        page.locator("main").get_by_label(re.compile(f"^{re.escape(label)}")).first.check()


def press(page, words):
    """The button that says so; then wait for the page it leads to."""
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name=words).first.click()


def follow(page, words):
    """The link that says so."""
    with page.expect_navigation():
        page.locator("main").get_by_role("link", name=words).first.click()


def text_of(page):
    return page.locator("main").inner_text()
