"""A family of four, one seat for child A alone: whatever is done about the mother, none of that seat's roads differs.

The same case is walked twice by who sits for the child: before, and after everything that can happen about the mother
and for others has happened. Pages, counts, search, exports, paper, mail and what is asked stay as they were.
"""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.tests.pages import answer
from schakel.audit.reading import write_opening
from schakel.cases.actions import begin_draft, disclose, hold, note, propose_seat, recall
from schakel.cases.tests.scene import bring_in, give_seat, open_case
from schakel.conferences.tests.table import convene, meeting
from schakel.documents import actions as documents
from schakel.documents import papers
from schakel.documents.tests.made_files import pdf
from schakel.people.actions import add_frame, give_alert, inform, postpone, relate
from schakel.people.models import Address
from schakel.plans.tests.agreed import agree, goal
from schakel.requests import actions as requests
from schakel.sheets.reading import read_sheet

pytestmark = pytest.mark.django_db(databases=["default", "door"])
FAMILY = ("mother", "child", "father", "brother")
LATER = timezone.localdate() + timedelta(days=9)
MENU = ["/", "/casussen/", "/overleggen/", "/afspraken/", "/uitvragen/", "/deelname/", "/meldingen/", "/partners/"]
TABS = [
    "", "tijdlijn/", "gezin/", "inbreng/", "inbreng/?volgorde=leefgebied", "inbreng/toevoegen/", "inbreng/eigen/",
    "inbreng/afdrukken/", "beeld/", "overleggen/", "plan/", "documenten/", "documenten/toevoegen/", "uitvragen/",
    "deelnemers/", "fase/", "casusregie/", "verbonden/", "verstrekkingen/", "procesnotities/",
]  # fmt: skip
IN_THE_FILE = ["behandeling", "Sanne"]
BY_NAME = ["Mother", "Testvogel"]
UNSAID = ["Mother", "Moederpad", "GGZ", "Sanne", "verpleegkundige", "moeder", "ehandel"]


@pytest.fixture
def scene(world):
    scene = open_case(world, people=FAMILY)
    with as_owner():
        seat = scene.seats["sanne"]
        seat.occupants.all().delete()
        seat.persons.all().delete()
        seat.delete()
        type(world.lieke).objects.filter(pk=world.lieke.pk).update(email="lieke@example.nl")
    bring_in(scene, "pim", "Verzuim van het kind.", about=["child"])
    with as_(world.noor, reading=scene.case):
        agree(scene, "lieke", about=("child",))
    return scene


def test_nothing_that_is_done_about_the_mother_shows_on_any_road_of_the_seat_for_the_child(scene, client_of, data):
    before = roads(scene, client_of(scene.world.lieke), data)
    everything_about_the_mother(scene)
    after = roads(scene, client_of(scene.world.lieke), data)
    assert {road for road in before if before[road] != after[road]} == set()
    del after["/partners/"]  # which organisations work with the house is no secret
    for road, found in after.items():
        assert not [word for word in UNSAID if word in found], road


def test_who_sits_for_the_whole_does_see_it_so_that_the_walk_proves_something(scene, client_of, data):
    everything_about_the_mother(scene)
    pim = client_of(scene.world.pim)
    seen = " ".join(roads(scene, pim, data).values())
    assert not [word for word in ("Mother", "GGZ", "Behandelplan", "Behandeling van de moeder.") if word not in seen]


@pytest.fixture
def data(monkeypatch):
    """What paper was made of: the reader's own rows, before they are typeset; that it was taken is not kept here."""
    given = []
    monkeypatch.setattr(papers, "typeset", lambda template, values: given.append(str(values)) or b"%PDF-1.7")
    monkeypatch.setattr("schakel.documents.actions.papers.pages_of", lambda _pdf: 1)
    monkeypatch.setattr("schakel.documents.actions.papers._taken", lambda *_given, **_words: None)
    return given


def roads(scene, client, data):
    """Every way in which somebody can come to know something of a case, with what they find there."""
    case = f"/casussen/{scene.case.number}/"
    found = {path: answer(client.get(path)) for path in [*MENU, *(case + tab for tab in TABS)]}
    for term in IN_THE_FILE:
        found[f"find {term}"] = answer(client.post(f"{case}zoeken/", {"term": term})).replace(term, "")
    for name in BY_NAME:
        found[f"search {name}"] = answer(client.post("/zoeken/", {"q": name})).replace(name, "")
    for kind in ("casussen", "afspraken"):
        page = client.post(f"/uitvoer/{kind}/", {"ending": "ods", "names": "on"})
        found[f"export {kind}"] = str(read_sheet("ods", page.content))
    for paper in ("eigen", "casus"):
        data.clear()
        client.post(f"{case}documenten/{paper}/")
        found[f"paper {paper}"] = " ".join(data)
    return found | {"mail": mailed(scene)}


def mailed(scene):
    """What the one mail of today would count for who sits for the child."""
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT mail.bundle(%s, 500)", [scene.world.house.pk])
        cursor.execute(
            "SELECT questions, conferences, news FROM mail_notice WHERE professional_id = %s", [scene.world.lieke.pk]
        )
        found = str(cursor.fetchall())
        cursor.execute("DELETE FROM mail_notice")
    return found


def everything_about_the_mother(scene):
    """Her treatment in every table that a case has, by those who sit for her or for the whole."""
    with as_owner():
        give_seat(scene, "sanne", "ggz", only=["mother"])
        Address.objects.create(
            file_id=scene.case.pk, person=scene.people["mother"], lines="Moederpad 1", audience=[scene.case.pk]
        )
    brought_in(scene)
    told_and_held(scene)
    planned(scene)
    asked_and_kept(scene)


def brought_in(scene):
    sanne, mother = scene.world.sanne, scene.people["mother"]
    bring_in(scene, "sanne", "Behandeling van de moeder.", about=["mother"])
    bring_in(scene, "pim", "Over moeder en kind samen.", about=["mother", "child"])
    bring_in(scene, "pim", "Over het kind, om de behandeling.", about=["child"], audience=["police"])
    taken_back = bring_in(scene, "sanne", "Ingetrokken over de moeder.", about=["mother"])
    with as_(sanne, reading=scene.case):
        begin_draft(by=sanne, case=scene.case, about=[mother.pk], typed={"text": ["Nog over de moeder."]})
        recall(by=sanne, contribution=taken_back, reason="Onjuist.")
        write_opening(by=sanne, file_id=scene.case.pk, purpose="over de behandeling gelezen")


def told_and_held(scene):
    noor, case, mother, ggz = scene.world.noor, scene.case, scene.people["mother"], scene.world.capacities["ggz"]
    about = {"by": noor, "file": case, "person": mother}
    words = {"recipient": "GGZ", "ground": "x", "purpose": "behandeling", "content": "x", "decided_by": "x"}
    with as_(noor, reading=case):
        for other in ("child", "father", "brother"):
            relate(**about, other=scene.people[other], kind="family")
        home = scene.world.capacities["zvh"]
        add_frame(**about, capacity=home, kind="Zorgmachtiging", until=LATER, conditions="Behandeling.")
        give_alert(**about, capacity=home, text="Behandelaar belt eerst.", until=LATER)
        inform(**about, capacity=home, moment="after_triage", on_day=date(2026, 11, 2), how="talk", said="Behandeling.")
        postpone(**about, capacity=home, moment="change", ground="x", until=LATER, why="Behandeling.")
        disclose(by=noor, case=case, outcome="given", decided_on=date(2026, 11, 2), people=[mother], **words)
        note(by=noor, case=case, text="De behandelaar belt.", people=[mother], call_back_on=LATER)
        propose_seat(by=noor, case=case, capacity=ggz, why="Behandeling.", about=[mother.pk])
        hold(by=noor, case=case, reason="Klacht over de behandeling.")


def planned(scene):
    with as_(scene.world.noor, reading=scene.case):
        agree(scene, "sanne", goal=goal(scene, about=("mother",)), about=("mother",))
        convene(scene, about=("mother",))
    meeting(scene, about=("mother",), ended=True)


def asked_and_kept(scene):
    noor, sanne, mother = scene.world.noor, scene.world.sanne, scene.people["mother"]
    with as_(noor, reading=scene.case):
        requests.ask(
            by=noor, case=scene.case, capacity=scene.world.capacities["ggz"], kind="known", people=[mother],
            question="Loopt de behandeling?", due_on=LATER,
        )  # fmt: skip
    with as_(sanne, reading=scene.case):
        documents.bring_document(
            by=sanne, case=scene.case, capacity=scene.seats["sanne"].capacity, name="Behandelplan.pdf", content=pdf(),
            subject="Behandelplan", people=[mother], audience=[],
        )  # fmt: skip
