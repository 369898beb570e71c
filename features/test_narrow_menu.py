"""On a phone: the menu scrolls sideways, and where one is stays in view."""

import pytest

from features.ground.browser import NARROW


@pytest.mark.parametrize("address", ["/beheer/soorten-aanpak/", "/"])
def test_the_current_part_of_the_menu_is_in_view(visitors, address):
    # Given an administrator, whose menu is the longest, on a phone
    page = visitors.sign_in("beheerder", viewport=NARROW)
    # When they open the last part, or the first
    page.goto(address)
    # Then the menu shows it whole, without scrolling
    box = page.locator(".side__item[aria-current]").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= NARROW["width"]
