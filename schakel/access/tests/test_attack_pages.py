"""What is left behind in a browser, and asking for a page in another way than a browser shows one."""

import pytest

from conftest import as_owner
from schakel.audit.models import Entry
from schakel.cases.tests.scene import open_case


@pytest.fixture
def case(world):
    return open_case(world).case


@pytest.mark.parametrize("path", ["", "inbreng/", "gezin/", "deelnemers/", "fase/", "overleggen/", "plan/"])
def test_the_back_button_shows_nothing_of_a_case_to_whoever_sits_there_next(case, world, client_of, path):
    page = client_of(world.pim).get(f"/casussen/{case.number}/{path}")

    assert page.status_code == 200
    assert "no-store" in page.headers["Cache-Control"] and "private" in page.headers["Cache-Control"]


@pytest.mark.parametrize("path", ["/", "/casussen/", "/afspraken/", "/casussen/ZZZZ-ZZZZ/"])
def test_nor_any_other_page_of_who_is_signed_in(world, client_of, path):
    assert "no-store" in client_of(world.pim).get(path).headers["Cache-Control"]


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"])
def test_asking_otherwise_opens_no_file_in_anybodys_name(case, world, client_of, method):
    response = client_of(world.pim).generic(method, f"/casussen/{case.number}/inbreng/")

    assert (response.status_code, response.content) == (405, b"")
    with as_owner():
        assert not Entry.objects.filter(kind="opened", actor_id=world.pim.pk).exists()
