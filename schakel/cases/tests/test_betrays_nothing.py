"""What a seat for the child sees never betrays what there is about the mother: two cases that differ only in her.

In the second case a partner sits for the mother, things were brought in about her and for others, and recalled, her
relation is known, and a colleague of that partner read the file. Every page of the seat for the child is the same.
"""

import re
from types import SimpleNamespace

import pytest

from conftest import as_, as_owner
from schakel.audit.reading import write_opening
from schakel.cases.actions import begin_draft, recall
from schakel.cases.models import Case, Seat, SeatPerson
from schakel.people.models import Address, Person, Relation

from .scene import bring_in, give_seat, open_case

PAGES = [
    "gezin/",
    "inbreng/",
    "inbreng/?volgorde=leefgebied",
    "inbreng/toevoegen/",
    "inbreng/eigen/",
    "inbreng/afdrukken/",
    "beeld/",
    "deelnemers/",
    "fase/",
    "",
]


@pytest.fixture
def scene(world):
    scene = open_case(world)
    with as_owner():
        forget(scene.seats["sanne"])
    return scene


def forget(seat):
    """As if it had never been given."""
    seat.occupants.all().delete()
    SeatPerson.objects.filter(seat=seat).delete()
    Seat.objects.filter(pk=seat.pk).delete()


def busy_about_the_mother(scene):
    """Everything that can happen about the mother, happens."""
    mother, child = scene.people["mother"], scene.people["child"]
    with as_owner():
        give_seat(scene, "sanne", "ggz", only=["mother"])
        Relation.objects.create(file_id=scene.case.pk, person=mother, other=child, kind="parent")
        Address.objects.create(file_id=scene.case.pk, person=mother, lines="Moederpad 1", audience=[scene.case.pk])
    bring_in(scene, "sanne", "Behandeling van de moeder.", about=["mother"])
    bring_in(scene, "pim", "Over moeder en kind samen.", about=["mother", "child"])
    bring_in(scene, "pim", "Over het kind, voor de ggz.", about=["child"], audience=["police"])
    bring_in(scene, "noor", "De situatie als geheel.")
    with as_(scene.world.sanne):
        begin_draft(by=scene.world.sanne, case=scene.case, about=[mother.pk], typed={"text": ["Nog over de moeder."]})
    taken_back = bring_in(scene, "sanne", "Ingetrokken over de moeder.", about=["mother"])
    with as_(scene.world.sanne, reading=scene.case):
        recall(by=scene.world.sanne, contribution=taken_back, reason="Onjuist.")
        write_opening(by=scene.world.sanne, file_id=scene.case.pk, purpose="over de moeder gelezen")


def stripped(page):
    """Without what differs between any two requests: tokens, nonces, numbers of buttons, readings of Lieke herself."""
    page = re.sub(r'(csrfmiddlewaretoken|once)" value="[^"]*"', "", page)
    page = re.sub(r'nonce="[^"]*"|X-CSRFToken[^}]*|reden-\d+', "", page)
    return re.sub(r'<tr class="utrecht-table__row" role="row">(?:(?!</tr>).)*Lieke.*?</tr>', "", page, flags=re.S)


def seen_by(client, scene):
    pages = [client.get("/casussen/")] + [client.get(f"/casussen/{scene.case.number}/{path}") for path in PAGES]
    pages.append(client.post(f"/casussen/{scene.case.number}/zoeken/", {"term": "over"}))
    return [SimpleNamespace(status=page.status_code, text=stripped(page.text)) for page in pages]


def test_no_page_of_the_seat_for_the_child_differs_by_what_there_is_about_the_mother(scene, world, client_of):
    bring_in(scene, "pim", "Over het kind.", about=["child"])
    lieke = client_of(world.lieke)
    before = seen_by(lieke, scene)
    busy_about_the_mother(scene)
    after = seen_by(lieke, scene)
    for path, one, other in zip(["list", *PAGES, "search"], before, after, strict=True):
        assert one == other, path


def test_the_header_counts_only_who_is_no_secret(scene, world, client_of):
    busy_about_the_mother(scene)
    page = client_of(world.lieke).get(f"/casussen/{scene.case.number}/inbreng/").text
    assert "U ziet dit als deelnemer, voor een deel van de personen in deze casus. Drie anderen zien het ook." in page
    assert "4, uit 3 organisaties" in page


def test_no_page_of_the_seat_for_the_child_names_the_mother_or_who_sits_for_her(scene, world, client_of):
    busy_about_the_mother(scene)
    for page in seen_by(client_of(world.lieke), scene):
        for word in ("Mother", "Moederpad", "GGZ", "Sanne", "verpleegkundige", "moeder", "trok op"):
            assert word not in page.text, word


def test_an_organisation_that_is_a_secret_is_no_audience_to_choose(scene, world, client_of):
    busy_about_the_mother(scene)
    page = client_of(world.lieke).get(f"/casussen/{scene.case.number}/inbreng/toevoegen/").text
    assert "Politie Test" in page and "GGZ Test" not in page


def test_who_was_only_named_for_nobody_else_sees_nothing_about_others(scene, world):
    busy_about_the_mother(scene)
    with as_(world.lieke, reading=scene.case):
        assert [person.given_names for person in Person.objects.all()] == ["Child"]
        assert not Relation.objects.exists() and not Address.objects.exists()
        assert Seat.objects.count() == 4 and Case.objects.count() == 1
