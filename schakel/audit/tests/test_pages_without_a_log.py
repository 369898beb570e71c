"""With the log locked out no file opens, with a clear page; what holds no content goes on."""

import pytest

from schakel.audit import reading
from schakel.audit.reading import LogUnavailable


@pytest.fixture
def no_log(monkeypatch):
    def silent(dbname):
        raise reading.PoolTimeout

    monkeypatch.setattr(reading, "_log", silent)
    monkeypatch.setattr(reading, "_way_in", lambda dbname: {"host": "/nowhere", "dbname": dbname})
    monkeypatch.setattr(reading, "close_log", lambda: None)


@pytest.fixture
def pim(house, client_of):
    return client_of(house.world.pim)


def test_a_file_does_not_open(house, pim, no_log):
    answer = pim.get(f"/casussen/{house.cases['family'].number}/inbreng/")
    assert answer.status_code == 503 and "Retry-After" in answer.headers


def test_with_the_log_it_does(house, pim):
    assert pim.get(f"/casussen/{house.cases['family'].number}/inbreng/").status_code == 200


@pytest.mark.parametrize("page", ["/overleggen/", "/afspraken/", "/deelname/"])
def test_what_holds_no_content_goes_on(house, client_of, no_log, page):
    assert client_of(house.world.linda).get(page).status_code == 200


def test_the_refusal_names_no_reason_of_the_server(no_log, house):
    with pytest.raises(LogUnavailable):
        reading.write_opening(by=house.world.pim, file_id=house.id["family"], purpose="x")
