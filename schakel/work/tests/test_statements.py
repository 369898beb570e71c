"""Every page of a case asks fifteen statements of the tables at most, in a case where everything is there."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver

from conftest import as_, as_owner
from schakel.cases.actions import disclose, note, offer_lead, offer_to_house
from schakel.cases.tests.scene import add_person, bring_in, give_seat, open_case
from schakel.conferences.tests.table import convene
from schakel.network.models import Capacity, House, Organisation
from schakel.people.actions import relate
from schakel.plans.tests.agreed import agree, goal

MOST = 15
CASE = "casussen/<number:number>/"
PAGES = [
    "", "gezin/", "inbreng/", "beeld/", "overleggen/", "plan/", "deelnemers/", "fase/", "casusregie/", "verbonden/",
    "verstrekkingen/", "procesnotities/", "tijdlijn/", "documenten/", "documenten/papier/", "uitvragen/",
    "inbreng/eigen/", "inbreng/afdrukken/",
]  # fmt: skip
# Who asks (the identity of the connection), what the log needs, where a transaction begins or ends: none of them asks
# a table. Everything else counts, also who signed in and what stands in the frame around the page.
NOT_COUNTED = (
    "SAVEPOINT",
    "RELEASE SAVEPOINT",
    "SELECT set_config(",
    "SELECT current_setting(",
    "SELECT pg_backend_pid(",
)


@pytest.fixture
def full(world):
    """Three people with ties and alerts, contributions of four organisations, a plan, conferences, lead and notes."""
    scene = open_case(world, people=("mother", "child", "father"))
    with as_owner():
        add_person(scene, "aunt")
        give_seat(scene, "bilal", "college")
    for name, about in (("pim", ()), ("sanne", ("mother",)), ("lieke", ("child",)), ("noor", ())):
        bring_in(scene, name, "Gezien.", about=about)
        bring_in(scene, name, "Namens gezegd.", about=about, on_behalf=True)
    noor, case = world.noor, scene.case
    mother, child = scene.people["mother"], scene.people["child"]
    words = {"recipient": "x", "ground": "x", "purpose": "x", "content": "x", "decided_by": "x"}
    with as_(noor, reading=case):
        relate(by=noor, file=case, person=mother, other=child, kind="parent")
        for about in ((), ("mother",)):
            agree(scene, goal=goal(scene, about=about), about=about)
        for day in ("2026-11-01", "2026-11-02"):
            disclose(by=noor, case=case, outcome="given", decided_on=day, people=[mother], **words)
            note(by=noor, case=case, text="Belt terug.", people=[child])
        for about in ((), ("child",)):
            convene(scene, about=about)
        offer_lead(by=noor, case=case, seat=scene.seats["pim"], reason="x")
        offer_to_another_house(scene)
    return scene


def offer_to_another_house(scene):
    organisation = Organisation(name="ZVH Ver", short_name="ZVH Ver", kind="house", chain="none")
    capacity = Capacity(organisation=organisation)
    house = House(name="ZVH Ver", region="Ver", capacity=capacity)
    with as_owner():
        for one in (organisation, capacity, house):
            one.save()
    offer_to_house(
        by=scene.world.noor, case=scene.case, to_house=house, reason="x", text="Dichter bij huis.", handover_days=14
    )


def statements(client, path):
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return [query["sql"] for query in asked.captured_queries]


@pytest.mark.parametrize("name", ["noor", "pim"])
def test_every_page_of_a_case_asks_few_statements(full, client_of, name):
    client, told = client_of(getattr(full.world, name)), {}
    for page in PAGES if name == "noor" else [page for page in PAGES if page != "procesnotities/"]:
        asked = [one for one in statements(client, f"/casussen/{full.case.number}/{page}") if counts(one)]
        if len(asked) > MOST:
            told[page] = [len(asked), *(f"{one[:60]} … FROM {one.partition(' FROM ')[2][:40]}" for one in asked)]
    assert not told, "\n".join(str(line) for lines in told.items() for line in [lines[0], *lines[1]])


def test_no_page_of_a_case_is_left_out():
    """Every page that only shows and is found by the number of the case alone is among those that are counted."""
    found = {
        path.removeprefix(CASE) for path, view in all_pages(get_resolver()) if path.startswith(CASE) and shows(view)
    }
    assert {path for path in found if "<" not in path} == set(PAGES)


def counts(statement):
    return not statement.startswith(NOT_COUNTED)


def all_pages(resolver, before=""):
    for one in resolver.url_patterns:
        path = before + str(one.pattern)
        yield from all_pages(one, path) if hasattr(one, "url_patterns") else [(path, one.callback)]


def shows(view):
    """What is sent does not come in: who answers to GET only says so before anything else."""
    try:
        return view(RequestFactory().post("/")).status_code == 405
    except (TypeError, AttributeError):  # it came in, and asks for its case
        return False
