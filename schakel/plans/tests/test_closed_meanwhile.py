"""Somebody closes the case while others are typing: each form says so, and gives back what was typed."""

import pytest

from conftest import as_
from schakel.cases.tests.scene import bring_in, close
from schakel.conferences.tests.table import convene, meeting

from .agreed import agree, goal

CLOSED, TYPED = "Deze casus is gesloten", "Een halve zin"
FORMS = {
    "gezin/toevoegen/": "given_names", "gezin/relatie/": None, "gezin/{person}/adres/": "place",
    "inbreng/toevoegen/": "text", "deelnemers/toevoegen/": "why", "afsluiten/": "result",
    "plan/doel/": "text", "plan/doel/{goal}/": "text", "plan/doel/{goal}/uitkomst/": "result",
    "plan/afspraak/": "text", "plan/afspraak/{agreement}/voortgang/": "text",
    "plan/afspraak/{agreement}/datum/": "due_on",
    "overleggen/nieuw/": "place", "overleggen/{ahead}/verplaatsen/": "place",
    "overleggen/{conference}/conclusie/": "text", "overleggen/{conference}/besluit/": "text",
    "overleggen/{conference}/afspraak/": "text", "overleggen/{conference}/aanwezigheid/": "ander-name",
}  # fmt: skip
ACTS = [
    "fase/wijzigen/", "plan/afspraak/{agreement}/akkoord/", "plan/afspraak/{agreement}/vervallen/",
    "overleggen/{conference}/fase/", "overleggen/{conference}/einde/",
]  # fmt: skip


@pytest.fixture
def ids(scene):
    conference = meeting(scene)
    with as_(scene.world.noor, reading=scene.case):
        made, one, ahead = agree(scene), goal(scene), convene(scene)
    scene.contribution = bring_in(scene, "pim", "Gezien.")
    close(scene)
    return {
        "conference": conference.pk,
        "ahead": ahead.pk,
        "agreement": made.pk,
        "goal": one.pk,
        "person": scene.people["mother"].pk,
    }


def sent(client, scene, path, values):
    return client.post(f"/casussen/{scene.case.number}/{path}", values)


def test_every_half_filled_form_says_that_it_is_closed_and_keeps_what_was_typed(scene, ids, client_of):
    noor = client_of(scene.world.noor)
    for path, field in FORMS.items():
        values = {"ander-how": "room"} | ({field: TYPED} if field else {"kind": "parent"})
        response = sent(noor, scene, path.format(**ids), values)
        summary = response.text.split("error-summary")[1].split("</div>")[0]
        assert (response.status_code, CLOSED in summary, path) == (422, True, path)
        assert "Vul dit veld in" not in response.text, path
        assert not field or TYPED in response.text, path


def test_the_owner_who_does_not_agree_reads_it_too(scene, ids, client_of):
    path = "plan/afspraak/{agreement}/niet-akkoord/".format(**ids)
    response = sent(client_of(scene.world.pim), scene, path, {"reason": TYPED})
    assert CLOSED in response.text and TYPED in response.text


@pytest.mark.parametrize("path", ACTS)
def test_every_act_without_a_form_says_so(scene, ids, client_of, path):
    response = sent(client_of(scene.world.noor), scene, path.format(**ids), {"phase": ""})
    assert (response.status_code, CLOSED in response.text) == (403, True)


def test_correcting_recalling_and_holding_ask_on(scene, ids, client_of):
    pages = [f"inbreng/{scene.contribution.pk}/{act}/" for act in ("corrigeren", "intrekken")]
    for name, path in (("pim", pages[0]), ("pim", pages[1]), ("noor", "vernietigingsstop/")):
        response = sent(client_of(getattr(scene.world, name)), scene, path, {"reason": ""})
        assert (response.status_code, CLOSED in response.text) == (422, False)
