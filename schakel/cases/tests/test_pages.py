"""The pages of a case, as the circle sees them."""

import pytest

from .scene import bring_in, open_case


@pytest.fixture
def scene(world):
    return open_case(world)


@pytest.mark.parametrize("page", ["", "gezin/", "gezin/toevoegen/", "gezin/relatie/", "inbreng/", "inbreng/toevoegen/", "deelnemers/", "deelnemers/toevoegen/", "fase/", "afsluiten/", "vernietigingsstop/"])
def test_the_director_opens_every_page(scene, world, client_of, page):
    bring_in(scene, "pim", "Gezien.")
    response = client_of(world.noor).get(f"/casussen/{scene.case.number}/{page}")
    assert response.status_code == 200


@pytest.mark.parametrize("page", ["/casussen/", "/deelname/"])
def test_lists(scene, world, client_of, page):
    assert client_of(world.linda).get(page).status_code == 200
    assert client_of(world.noor).get(page).status_code == 200
