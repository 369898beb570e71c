"""The catalogue of components: every part of every page, at three widths. Only staff of a house may look."""

from features.ground.browser import NARROW, WIDE
from features.ground.looking import SMALLEST, picture, sticks_out, violations
from schakel.design.catalogue import PARTS

PATHS = ["", *[f"{part.slug}/" for part in PARTS], "zaal/voorzitter/", "zaal/muur/"]


def test_every_part_is_there_and_sound_at_three_widths(visitors):
    # Given the functional administrator of a house
    page = visitors.sign_in("beheerder")
    # When they look at each part of the catalogue, then it is sound at each width
    faults = [fault for path in PATHS for fault in faults_of(page, path)]
    assert not faults, "\n".join(faults)


def faults_of(page, path):
    name = f"catalogue-{path.strip('/').replace('/', '-') or 'index'}"
    status = page.goto(f"/onderdelen/{path}").status
    found = [] if status == 200 else [f"{name}: {status}"]
    for size in (WIDE, NARROW, SMALLEST):
        out = sticks_out(page, size)
        found += [f"{name} at {size['width']} px: {fault}" for fault in out + violations(page)]
        if size != SMALLEST:
            picture(page, name, size)
    page.set_viewport_size(WIDE)
    return found


def test_a_partner_does_not_get_the_catalogue(visitors):
    # Given somebody who works for no house
    page = visitors.sign_in("politie")
    # When they ask for the catalogue
    answer = page.goto("/onderdelen/")
    # Then it is refused, with the reason and who can help
    assert answer.status == 403
    assert "functioneel beheerder van uw huis" in page.locator("main").inner_text()
