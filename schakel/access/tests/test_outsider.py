"""To Gea, who sits nowhere, what exists and what does not are the same: every page, every id, every method."""

import pytest

from .furniture import listed
from .pages import answer, every_id, existing, invented, with_parameters

OPEN = {"network:regime", *listed("OPEN")}  # the network is no secret among those who are signed in
METHODS = ["get", "post", "head", "put", "patch", "delete", "options"]


@pytest.fixture
def gea(house, client_of):
    client = client_of(house.world.gea)
    client.raise_request_exception = False
    return client


@pytest.fixture(scope="module")
def ids(house):
    return every_id()


@pytest.fixture(scope="module")
def numbers(house):
    return [thing.number for thing in [*house.cases.values(), *house.referrals.values()]]


def asked(client, method, address):
    return answer(getattr(client, method)(address))


def test_there_are_pages_to_walk():
    assert len(with_parameters()) > 20


@pytest.mark.parametrize(("route", "name"), with_parameters(), ids=lambda value: value)
def test_to_an_outsider_every_page_is_as_if_it_were_not_there(gea, ids, numbers, route, name):
    if name in OPEN:
        return
    addresses = existing(route, numbers, ids)
    for method in METHODS:
        nothing = asked(gea, method, invented(route))
        assert not nothing.startswith("5"), f"{method} {route}"
        for address in addresses if method in ("get", "post") else addresses[:1]:
            assert asked(gea, method, address) == nothing, f"{method} {address}"
