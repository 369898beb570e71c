"""Every list asks fifteen statements at most and stays of one size, with ten of everything or with a thousand."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from schakel.work.tests.test_statements import PAGES, counts

from .many_rows import copy_rows_of, copy_with_all_of_it
from .pages import fill, pages

MOST, LARGEST = 15, 120_000
ELSEWHERE = {"healthz", "signin:signout", "set_language"}
WHO_HAVE_LISTS = ["noor", "hanneke", "linda", "ankie"]
PAGED = ["inbreng/", "uitvragen/", "documenten/", "procesnotities/", "verstrekkingen/"]


def too_much(client, address):
    """What is wrong with a page that is shown: too many statements, or too many rows."""
    with CaptureQueriesContext(connection) as asked:
        page = client.get(address)
    statements = [one["sql"] for one in asked.captured_queries if counts(one["sql"])]
    if page.status_code == 200 and (len(statements) > MOST or len(page.content) > LARGEST):
        return [
            f"{address}: {len(statements)} statements, {len(page.content)} bytes",
            *(one[:90] for one in statements),
        ]
    return []


@pytest.mark.parametrize("rows", [10, 1000])
def test_every_list(house, client_of, rows):
    copy_with_all_of_it("cases_case", house.id["family"], rows)
    copy_with_all_of_it("referrals_referral", house.id["asked"], rows)
    copy_with_all_of_it("network_organisation", house.world.organisations["school"].pk, rows)
    lists = [fill(route, {}) for route, name, wanted in pages() if not wanted and name not in ELSEWHERE]
    for name in WHO_HAVE_LISTS:
        client = client_of(getattr(house.world, name))
        told = [line for address in lists for line in too_much(client, address)]
        assert not told, "\n".join([name, *told])


@pytest.mark.parametrize(("rows", "shown"), [(10, PAGES), (1000, PAGED)])
def test_pages_of_a_case(house, client_of, rows, shown):
    copy_rows_of(house.id["family"], rows)
    noor, number = client_of(house.world.noor), house.cases["family"].number
    told = [line for page in shown for line in too_much(noor, f"/casussen/{number}/{page}")]
    assert not told, "\n".join(told)
