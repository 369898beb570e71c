"""The pages of the course of a case: they show, do what they say, and stay within their statements."""

import pytest

from conftest import as_, as_owner
from schakel.cases.actions import disclose, link_cases, note, offer_lead
from schakel.cases.models import CaseLink, Disclosure, Handover, LeadOffer, ProcessNote, Seat
from schakel.work.tests.test_statements import MOST, counts, statements

from .scene import open_case
from .test_handing_over import north, offered  # noqa: F401

PAGES = ["casusregie/", "verbonden/", "verstrekkingen/", "procesnotities/", "fase/"]
FORMS = [
    "casusregie/aanbieden/",
    "ander-huis/",
    "verbonden/toevoegen/",
    "verstrekkingen/vastleggen/",
    "procesnotities/toevoegen/",
]


@pytest.mark.parametrize("path", [*PAGES, *FORMS])
def test_who_directs_opens_every_one(scene, client_of, path):
    client = client_of(scene.world.noor)
    asked = statements(client, f"/casussen/{scene.case.number}/{path}")
    assert len([one for one in asked if counts(one)]) <= MOST


@pytest.mark.parametrize("path", FORMS)
def test_a_partner_reads_why_not(scene, client_of, path):
    assert client_of(scene.world.pim).get(f"/casussen/{scene.case.number}/{path}").status_code == 403


@pytest.mark.parametrize("path", FORMS)
def test_an_empty_form_says_what_is_missing(scene, client_of, path):
    assert client_of(scene.world.noor).post(f"/casussen/{scene.case.number}/{path}", {"once": ""}).status_code == 422


def test_the_lead_is_offered_accepted_and_ended(scene, client_of):
    world, number, seat = scene.world, scene.case.number, scene.seats["pim"]
    client_of(world.noor).post(
        f"/casussen/{number}/casusregie/aanbieden/",
        {"seat": seat.pk, "reason": "Staat dichtbij.", "once": scene.case.pk},
    )
    with as_(world.noor):
        offer = LeadOffer.objects.get()
    assert "aangeboden aan Politie Test" in client_of(world.noor).get(f"/casussen/{number}/").content.decode()
    answer = {"accepted": "yes", "lead_professional": world.pim.pk}
    assert client_of(world.pim).post(f"/casussen/{number}/casusregie/{offer.pk}/antwoord/", answer).status_code == 302
    with as_(world.noor):
        assert Seat.objects.get(role="lead") == seat
    client_of(world.noor).post(f"/casussen/{number}/casusregie/{offer.pk}/beeindigen/", {"reason": "Gaat over."})
    with as_(world.noor):
        assert Seat.objects.get(pk=seat.pk).role == "participant"
    page = client_of(world.pim).get(f"/casussen/{number}/casusregie/").content.decode()
    assert "Gaat over." in page and "Staat dichtbij." in page


def test_the_contact_refuses_without_seeing_the_case(scene, client_of):
    world = scene.world
    with as_(world.noor, reading=scene.case):
        offer = offer_lead(by=world.noor, case=scene.case, seat=scene.seats["pim"], reason="x")
    address = f"/deelname/casusregie/{offer.pk}/"
    assert client_of(world.linda).get(address).status_code == 200
    assert client_of(world.coen).get(address).status_code == 404
    assert client_of(world.linda).post(address, {"accepted": "no", "ground": "capacity"}).status_code == 302


def test_notes_are_for_who_runs_the_case(scene, client_of):
    world, number = scene.world, scene.case.number
    with as_(world.noor, reading=scene.case):
        note(by=world.noor, case=scene.case, text="Belt terug over de sleutel.")
    assert "sleutel" in client_of(world.sem).get(f"/casussen/{number}/procesnotities/").content.decode()
    assert client_of(world.pim).get(f"/casussen/{number}/procesnotities/").status_code == 403
    with as_owner():
        noted = ProcessNote.objects.get()
    client_of(world.sem).post(f"/casussen/{number}/procesnotities/{noted.pk}/teruggebeld/")
    with as_owner():
        assert ProcessNote.objects.get().done_at


def test_what_left_the_circle_about_the_mother_is_nothing_to_who_sees_the_child(scene, client_of):
    world, number = scene.world, scene.case.number
    words = {"recipient": "De verhuurder", "ground": "x", "purpose": "x", "content": "x", "decided_by": "x"}
    with as_(world.noor, reading=scene.case):
        disclose(
            by=world.noor,
            case=scene.case,
            outcome="given",
            decided_on="2026-11-01",
            people=[scene.people["mother"]],
            **words,
        )
    assert "verhuurder" in client_of(world.sanne).get(f"/casussen/{number}/verstrekkingen/").content.decode()
    assert "verhuurder" not in client_of(world.lieke).get(f"/casussen/{number}/verstrekkingen/").content.decode()
    with as_(world.lieke, reading=scene.case):
        assert not Disclosure.objects.exists()


def test_a_link_shows_only_to_who_takes_part_in_both(scene, client_of):
    world, other = scene.world, open_case(scene.world, is_area=True)
    with as_owner():
        Seat.objects.filter(pk=other.seats["sem"].pk).update(ends_at=other.seats["sem"].starts_at)
    with as_(world.noor, reading=scene.case):
        link_cases(by=world.noor, case=scene.case, other=other.case, kind="family", reason="Zelfde portiek.")
    for name, shown in (("noor", True), ("pim", True), ("sem", False), ("sanne", False)):
        page = client_of(getattr(world, name)).get(f"/casussen/{scene.case.number}/verbonden/").content.decode()
        assert (other.case.number in page, "portiek" in page) == (shown, shown), name
    with as_(world.sem, reading=scene.case):
        assert not CaseLink.objects.exists()


def test_a_request_of_another_house_is_answered_on_its_page(scene, north, client_of):  # noqa: F811
    offer = offered(scene, north)
    client, address = client_of(north.tess), f"/overdrachtsverzoeken/{offer.pk}/"
    assert "dichter bij de woonplaats" in client.get("/overdrachtsverzoeken/").content.decode()
    assert scene.case.number not in client.get(address).content.decode()
    assert client.get(f"/casussen/{scene.case.number}/").status_code == 404
    assert client.post(address, {"accepted": "yes", "director": north.nelis.pk}).status_code == 302
    assert client_of(north.nelis).get(f"/casussen/{scene.case.number}/").status_code == 200
    assert client_of(scene.world.hanneke).get(address).status_code == 404


def test_a_caseload_is_handed_over_on_its_page(scene, client_of):
    world = scene.world
    form = {"giver": world.noor.pk, "taker": world.jelmer.pk, "reason": "away", "once": scene.case.pk}
    assert client_of(world.pim).get("/overdragen/").status_code == 403
    assert client_of(world.ankie).post("/overdragen/", form).status_code == 302
    with as_(world.ankie):
        assert Handover.objects.get().number_of_cases == 1
    assert scene.case.number not in client_of(world.ankie).get("/overdragen/").content.decode()


@pytest.mark.parametrize(
    ("name", "hands_over", "receives"),
    [
        ("noor", True, True),
        ("sem", True, False),
        ("ankie", True, False),
        ("hanneke", False, True),
        ("pim", False, False),
    ],
)
def test_the_list_of_cases_leads_to_handing_over_for_who_may(world, client_of, name, hands_over, receives):
    client = client_of(getattr(world, name))
    page = client.get("/casussen/").content.decode()
    assert ('href="/overdragen/"' in page, 'href="/overdrachtsverzoeken/"' in page) == (hands_over, receives)
    opened = {path: client.get(path).status_code for path in ("/overdragen/", "/overdrachtsverzoeken/")}
    assert opened == {
        "/overdragen/": 200 if hands_over else 403, "/overdrachtsverzoeken/": 200 if receives else 403,
    }  # fmt: skip


def test_the_contact_finds_the_offered_lead_under_taking_part(scene, client_of):
    world = scene.world
    with as_(world.noor, reading=scene.case):
        offer = offer_lead(by=world.noor, case=scene.case, seat=scene.seats["pim"], reason="x")
    address = f'href="/deelname/casusregie/{offer.pk}/"'
    assert address in client_of(world.linda).get("/deelname/").content.decode()
    for somebody in (world.coen, world.pim):
        assert address not in client_of(somebody).get("/deelname/").content.decode()
    client_of(world.linda).post(f"/deelname/casusregie/{offer.pk}/", {"accepted": "no", "ground": "capacity"})
    assert address not in client_of(world.linda).get("/deelname/").content.decode()
