"""Every list asks fifteen statements at most and stays of one size, however many rows there are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from schakel.work.tests.test_statements import PAGES, counts

from .many_rows import copy_rows_of, copy_with_all_of_it, first_of
from .pages import fill, pages

MANY, IN_ONE_CASE = 300, 150  # a list without pages, and a question for each row, show with these as with a thousand
MOST, LARGEST = 15, 120_000
ELSEWHERE = {"healthz", "signin:signout", "set_language"}
WHO_HAVE_LISTS = ["noor", "hanneke", "linda", "ankie"]
OF_ONE = ["consultations_consultation", "worklists_savedview", "documents_letter"]
WHOLE = {  # pages that say everything of one case, in as few statements; their lists are as long as the case is large
    "", "gezin/", "beeld/", "overleggen/", "plan/", "deelnemers/", "fase/", "casusregie/", "inbreng/afdrukken/",
}  # fmt: skip


@pytest.fixture(scope="module")
def crowded(house):
    """The full house with hundreds of cases in which the same people sit, and hundreds of everything in one of them."""
    copy_with_all_of_it("cases_case", house.id["family"], MANY)
    copy_with_all_of_it("referrals_referral", house.id["asked"], MANY)
    copy_with_all_of_it("network_organisation", house.world.organisations["school"].pk, MANY)
    for table in OF_ONE:
        copy_with_all_of_it(table, first_of(table), MANY)
    copy_rows_of(house.id["family"], IN_ONE_CASE)
    return house


def too_much(answer, *, whole=False):
    """What is wrong with a page that is shown: too many statements, or too many rows."""
    with CaptureQueriesContext(connection) as asked:
        page = answer()
    statements = [one["sql"] for one in asked.captured_queries if counts(one["sql"])]
    if page.status_code == 200 and (len(statements) > MOST or len(page.content) > LARGEST and not whole):
        said = f"{page.request['PATH_INFO']}: {len(statements)} statements, {len(page.content)} bytes"
        return [said, *(one[:90] for one in statements)]
    return []


@pytest.mark.parametrize("name", WHO_HAVE_LISTS)
def test_every_list(crowded, client_of, name):
    client = client_of(getattr(crowded.world, name))
    lists = [fill(route, {}) for route, called, wanted in pages() if not wanted and called not in ELSEWHERE]
    told = [line for address in lists for line in too_much(lambda at=address: client.get(at))]
    told += too_much(lambda: client.post("/zoeken/", {"q": crowded.cases["family"].number}))
    assert not told, "\n".join(told)


def test_pages_of_a_case(crowded, client_of):
    noor, number = client_of(crowded.world.noor), crowded.cases["family"].number
    told = []
    for page in PAGES:
        address = f"/casussen/{number}/{page}"
        told += too_much(lambda at=address: noor.get(at), whole=page in WHOLE)
    assert not told, "\n".join(told)
