"""The steps of a draft: a step is done when nothing is missing in it, not when one has passed it."""

import re

from conftest import as_

from .scene import draft, start


def steps_on(page):
    """Of each step its state: done, now or later."""
    return re.findall(r"phases__phase--(\w+)", page.text)


def test_a_step_that_was_passed_and_left_empty_is_not_done(world, client_of):
    with as_(world.pim):
        number = start(world).number
    page = client_of(world.pim).get(f"/aanmeldingen/{number}/personen/")
    assert steps_on(page) == ["done", "later", "later", "now", "later"]
    assert page.text.count("(klaar)") == 1


def test_a_step_with_everything_in_it_is_done_also_when_one_goes_back(world, client_of):
    with as_(world.pim):
        number = draft(world).number
    page = client_of(world.pim).get(f"/aanmeldingen/{number}/criteria/")
    assert steps_on(page) == ["done", "done", "now", "done", "later"]
