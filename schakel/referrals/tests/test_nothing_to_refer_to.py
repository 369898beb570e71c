"""Whose organisation takes part nowhere reads at the button why it cannot refer."""

from conftest import as_owner

WHY = "Aanmelden doen de partners van het huis."
BUTTON = 'href="/aanmeldingen/nieuw/"'


def test_the_button_is_there_for_who_takes_part_and_says_why_not_for_who_does_not(world, client_of):
    pim = client_of(world.pim)
    page = pim.get("/aanmeldingen/").text
    assert (BUTTON in page, WHY in page) == (True, False)
    with as_owner():
        world.organisations["police"].partnerships.update(until="2020-01-02")
    page = pim.get("/aanmeldingen/").text
    assert (BUTTON in page, WHY in page) == (False, True)
