"""What a page weighs over the wire. Sizes, not times: they are the same on any machine."""

import pytest

FIRST, AFTER = 100_000, 30_000  # bytes
CASE = "the case about Kwartelaar"
PAGES = {
    "/": "procesregisseur",
    "/casussen/": "procesregisseur",
    "/overleggen/": "procesregisseur",
    "/afspraken/": "procesregisseur",
    CASE: "procesregisseur",
    f"{CASE}inbreng/": "procesregisseur",
    f"{CASE}plan/": "procesregisseur",
}


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_light(visitors, merreland, address, record_property):
    # Given somebody of the house with nothing kept by their browser
    visitors.sign_in(PAGES[address])
    page = visitors.sign_in(PAGES[address])
    address = address.replace(CASE, f"/casussen/{merreland.case_about('Kwartelaar')}/")
    # When they open a page for the first time and again
    first, after = weigh(page, address), weigh(page, address)
    # Then it is light; and no other host was asked, which the visitors' own fixture sees to
    record_property("weights", f"{address} first {first}, after {after} bytes")
    print(f"{address}: {first} bytes at first, {after} after")
    assert first <= FIRST
    assert after <= AFTER


def test_the_sign_in_page_is_light(visitors):
    page = visitors.come()
    first, after = weigh(page, "/inloggen/"), weigh(page, "/inloggen/")
    print(f"/inloggen/: {first} bytes at first, {after} after")
    assert first <= FIRST
    assert after <= AFTER


def weigh(page, address):
    """All bytes that came over the wire for this page, headers included."""
    wire, seen = page.context.new_cdp_session(page), []
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda event: seen.append(event["encodedDataLength"]))
    assert page.goto(address).status == 200
    page.wait_for_timeout(100)  # the last counts arrive after the page
    wire.detach()
    return int(sum(seen))
