"""Somebody without a seat anywhere finds a friendly, empty house, and of the cases of others not even a trace."""

import re

from features.ground.looking import look

NOWHERE = ["/casussen/ZZZZ-9999/", "/casussen/geen-nummer/", "/nergens/"]


def test_an_outsider_sees_an_empty_and_friendly_house(visitors):
    # Given somebody who sits nowhere
    page = visitors.sign_in("buitenstaander")
    # When they arrive
    page.goto("/")
    # Then nothing is asked of them, in words that say what will come here
    assert "Er wacht niets op u" in page.locator("main").inner_text()
    look(page, "outsider-my-work")
    # And wherever the menu leads, no case stands there
    for address in menu(page):
        assert page.goto(address).status == 200
        assert not re.search(r"\b[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\b", page.locator("main").inner_text()), address
        look(page, f"outsider{address.replace('/', '-').rstrip('-')}")


def test_a_case_of_others_is_the_same_as_nonsense(visitors, merreland):
    # Given the numbers of every case there is
    rows = merreland.query("SELECT number FROM cases_case UNION SELECT number FROM referrals_referral")
    numbers = [number for (number,) in rows]
    page = visitors.sign_in("buitenstaander")
    nonsense = what_comes_of(page, NOWHERE[0])
    assert nonsense[0] == 404
    # When an outsider asks for them, then each answer is the answer to nonsense
    for address in [*NOWHERE, *(f"/{kind}/{number}/" for number in numbers for kind in ("casussen", "aanmeldingen"))]:
        assert what_comes_of(page, address) == nonsense, address
    page.goto(f"/casussen/{numbers[0]}/")
    look(page, "outsider-404")


def test_searching_a_number_of_others_finds_nothing(visitors, merreland):
    # Given the number of a case of others
    page = visitors.sign_in("buitenstaander")
    page.goto("/")
    # When an outsider searches for it, then it is not among what they can see
    for number in (merreland.case_about("Kwartelaar"), "ZZZZ-9999"):
        page.get_by_role("searchbox").fill(number)
        page.get_by_role("searchbox").press("Enter")
        page.get_by_text("Geen casus of aanmelding met dat nummer").wait_for()


def menu(page):
    links = page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link").all()
    return [link.get_attribute("href") for link in links if link.get_attribute("href") != "/"]


def what_comes_of(page, address):
    """Status, headers that are about the content, and every byte of the page but its nonces."""
    answer = page.request.get(address)
    headers = {name: value for name, value in answer.headers.items() if name not in ("date", "content-security-policy")}
    return answer.status, headers, re.sub(r'nonce="[^"]*"', "", answer.text())
