"""The steps of a draft: a step is done when nothing is missing in it, not when one has passed it."""

import re
from uuid import uuid4

from conftest import as_, as_owner
from schakel.houses.models import IntakeQuestion

from .scene import draft, start


def steps_on(page):
    """Of each step its name and whether it is done."""
    found = re.findall(r'progress-list__step.*?<a href="[^"]+">([^<]+)</a>(.*?)</li>', page.text, re.S)
    return {name: "klaar" in rest for name, rest in found}


def test_a_step_that_was_passed_and_left_empty_is_not_done(world, client_of):
    with as_(world.pim):
        number = start(world).number
    steps = steps_on(client_of(world.pim).get(f"/aanmeldingen/{number}/personen/"))
    assert list(steps) == [
        "Over wie", "Wat er gebeurt", "Criteria", "Eigen keten", "Kaders en veiligheid", "Informeren",
        "Nakijken en versturen",
    ]  # fmt: skip
    assert [name for name, done in steps.items() if done] == ["Informeren"]


def test_a_step_with_everything_in_it_is_done_also_when_one_goes_back(world, client_of):
    with as_(world.pim):
        number = draft(world).number
    steps = steps_on(client_of(world.pim).get(f"/aanmeldingen/{number}/criteria/"))
    assert all(done for name, done in steps.items() if name != "Nakijken en versturen")


def test_a_house_that_asks_something_has_a_step_for_it(world, client_of):
    with as_owner():
        asked = IntakeQuestion.objects.create(
            house=world.house, text="Is er een huisdier?", kind="yes_no", required=True
        )
    with as_(world.pim):
        referral = draft(world)
    pim, page = client_of(world.pim), f"/aanmeldingen/{referral.number}/vragen/"
    assert not steps_on(pim.get(page))["Vragen van het huis"]
    assert pim.post(page, {"edition": 2, f"answer_{asked.pk}": "Ja"}).status_code == 302
    answered = pim.get(page)
    assert steps_on(answered)["Vragen van het huis"]
    assert "checked" in answered.text


def test_on_one_page_the_house_asks_as_well_and_keeps_what_was_answered(world, client_of):
    with as_owner():
        asked = IntakeQuestion.objects.create(house=world.house, text="Is er een huisdier?", kind="text")
    with as_(world.pim):
        referral = draft(world)
    pim, page = client_of(world.pim), f"/aanmeldingen/{referral.number}/alles/"
    assert pim.post(page, {"edition": 2, "once": str(uuid4()), f"answer_{asked.pk}": "Een kat."}).status_code == 302
    assert "Een kat." in pim.get(page).text


def test_a_referral_about_an_area_has_no_step_for_informing(world, client_of):
    with as_(world.pim):
        referral = draft(world, met=[4], persons=0)
    page = client_of(world.pim).get(f"/aanmeldingen/{referral.number}/personen/")
    assert "Informeren" not in steps_on(page)
    assert "Over een persoon?" in page.text
