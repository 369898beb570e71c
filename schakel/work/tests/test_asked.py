"""What stands on whose desk: each kind of thing that is asked, of whom it is asked and of whom not."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.tests.pages import answer
from schakel.cases.actions import ask_for_seat, note, offer_lead, propose_seat
from schakel.cases.models import Case, Occupant
from schakel.cases.tests.scene import bring_in, open_case
from schakel.network.models import Covenant, House, Partnership
from schakel.network.tests.world import LONG_AGO
from schakel.people.tests.holding import alert, frame, postponed
from schakel.plans.models import Agreement, Answer
from schakel.referrals.tests.scene import sent
from schakel.triage.tests.asked import ask
from schakel.work.asked import asked_of
from schakel.work.desk import Desk
from schakel.work.tests.test_statements import counts

CAST = ["noor", "sem", "hanneke", "ankie", "pim", "sanne", "lieke", "linda", "coen", "gea"]
TODAY = timezone.localdate


def asked(world, name):
    professional = getattr(world, name)
    with as_(professional):
        return [(one.name, one.meta) for one in asked_of(Desk(professional))]


def who_are_asked(world, words):
    return {name for name in CAST if any(words in f"{name_} {meta}" for name_, meta in asked(world, name))}


def agreement(scene, about=None, seat="pim", title="Intake plannen", **fields):
    with as_owner():
        return Agreement.objects.create(
            case=scene.case, author=scene.world.noor, about=about or [scene.case.pk], title=title,
            seat=scene.seats[seat], due_on=TODAY() - timedelta(days=1), **fields,
        )  # fmt: skip


def test_the_offer_of_the_lead_is_answered_by_who_sits_on_that_seat(scene, world):
    with as_(world.noor, reading=scene.case):
        offer_lead(by=world.noor, case=scene.case, seat=scene.seats["pim"], reason="Zij kennen hem.")
    assert who_are_asked(world, "Aanbod van casusregie") == {"pim"}


def test_a_request_for_a_seat_waits_for_who_directs_that_case_alone(scene, world):
    with as_(world.bilal):
        ask_for_seat(
            by=world.bilal, house=world.house, capacity=world.capacities["college"], number=scene.case.number,
            why="Wij helpen met de schulden.",
        )  # fmt: skip
    assert who_are_asked(world, "Verzoek om deelname") == {"noor"}


def test_a_proposal_waits_for_who_directs_as_a_number_of_a_case(scene, world):
    with as_(world.pim, reading=scene.case):
        propose_seat(
            by=world.pim, case=scene.case, capacity=world.capacities["college"], why="Schulden.", about=[scene.case.pk]
        )
    assert who_are_asked(world, "voorgesteld") == {"noor"}
    assert ("Een organisatie is voorgesteld als deelnemer", f"casus {scene.case.number}") in asked(world, "noor")


def test_a_call_to_make_waits_for_who_runs_the_case(scene, world):
    with as_(world.noor, reading=scene.case):
        note(by=world.noor, case=scene.case, text="Belt terug over de moeder.", call_back_on=TODAY())
    assert who_are_asked(world, "Terugbellen") == {"noor", "sem"}


def test_that_an_organisation_does_not_agree_waits_for_who_directs(scene, world):
    row = agreement(scene)
    with as_owner():
        Answer.objects.create(case=scene.case, author=world.pim, about=[scene.case.pk], agreement=row, accepted=False)
    assert who_are_asked(world, "niet akkoord") == {"noor"}


def test_informing_comes_back_a_week_before_its_day_and_ends_are_told_without_who_or_what(scene, world, client_of):
    with as_(world.noor, reading=scene.case):
        postponed(scene)
        frame(scene)
        alert(scene, "mother")
    assert who_are_asked(world, "nog niet geïnformeerd") == {"noor", "sem"}
    page = client_of(world.noor).get("/").text
    assert "Een juridisch kader loopt af" in page and "Een attentie loopt af" in page
    assert "gebiedsverbod" not in page and "Testvogel" not in page and "Mother" not in page
    assert "loopt af" not in client_of(world.pim).get("/").text


def test_an_empty_seat_waits_for_the_contact_and_nobody_else(scene, world):
    with as_owner():
        Occupant.objects.filter(seat=scene.seats["pim"]).update(ends_at=timezone.now() - timedelta(hours=1))
    assert who_are_asked(world, "Politie Test") == {"linda"}


def test_the_triage_has_its_list_and_who_sets_up_the_house_has_no_cases(scene, world, client_of):
    referral = sent(world)
    assert who_are_asked(world, "Aanmelding beoordelen") == {"hanneke"}
    assert referral.number in client_of(world.hanneke).get("/").text
    page = client_of(world.ankie).get("/").text
    assert scene.case.number not in page and referral.number not in page and "Uw casussen" not in page


def test_whether_somebody_is_known_is_asked_in_an_opened_question_only(world, client_of):
    inquiry = ask(world, sent(world))
    assert ("Vraag van de triage", f"vraag {inquiry.number}") in asked(world, "coen")
    page = client_of(world.coen).get("/").text
    assert "meedenken" not in page and "bekend" not in page and "Testvogel" not in page


def test_where_nothing_happens_shows_to_who_directs_until_something_does(scene, world, client_of):
    long_ago = timezone.now() - timedelta(weeks=4, days=1)
    with as_owner():
        Case.objects.filter(pk=scene.case.pk).update(opened_at=long_ago)
        House.objects.update(stall_weeks=5)
    assert "Waar het stilvalt" not in client_of(world.noor).get("/").text
    with as_owner():
        House.objects.update(stall_weeks=4)
    assert "Waar het stilvalt" in client_of(world.noor).get("/").text
    for name in ("pim", "sem", "hanneke", "gea"):
        assert "Waar het stilvalt" not in client_of(getattr(world, name)).get("/").text
    bring_in(scene, "sanne", "Gebeld.", about=["mother"])
    assert "Waar het stilvalt" not in client_of(world.noor).get("/").text


def test_the_seat_for_the_child_sees_not_even_a_number_of_the_mother(scene, world, client_of):
    lieke = client_of(world.lieke)
    before = answer(lieke.get("/"))
    mother = [scene.people["mother"].pk]
    bring_in(scene, "sanne", "Behandeling.", about=["mother"])
    agreement(scene, about=mother, seat="sanne", title="Behandelplan")
    with as_(world.noor, reading=scene.case):
        postponed(scene)
        frame(scene)
    assert answer(lieke.get("/")) == before


@pytest.mark.parametrize("rows", [10, 1000])
@pytest.mark.parametrize("name", ["noor", "pim", "hanneke", "linda", "ankie"])
def test_the_page_asks_fifteen_questions_at_most(scene, world, client_of, name, rows):
    many(scene, rows)
    client = client_of(getattr(world, name))
    client.get("/")
    with CaptureQueriesContext(connection) as captured:
        page = client.get("/")
    assert page.status_code == 200 and len(page.content) < 100_000
    asked_of_it = [one["sql"] for one in captured if counts(one["sql"])]
    assert len(asked_of_it) <= 15, "\n".join(sql[:150] for sql in asked_of_it)


def many(scene, rows):
    """So many agreements, and beside them some cases and referrals."""
    for _number in range(3):
        open_case(scene.world)
        sent(scene.world)
    with as_owner():
        Agreement.objects.bulk_create(
            Agreement(
                case=scene.case, author=scene.world.noor, about=[scene.case.pk], title=f"Afspraak {number}",
                seat=scene.seats["pim"], due_on=TODAY() + timedelta(days=number % 40 - 20),
            )
            for number in range(rows)
        )  # fmt: skip


def test_a_covenant_that_ends_soon_stands_on_two_desks_until_there_is_a_next_one(world):
    """As long before as the house chose: for who sets the house up, and for the contact of the organisation."""
    words = "Een convenant eindigt"
    with as_owner():
        given = {"regime": world.regime, "capacity": world.capacities["ggz"], "version": "x", "author": world.ankie}
        covenant = Covenant.objects.create(since=LONG_AGO, until=TODAY() + timedelta(days=57), **given)
    assert who_are_asked(world, words) == set()
    with as_owner():
        Covenant.objects.filter(pk=covenant.pk).update(until=TODAY() + timedelta(days=56))
    assert who_are_asked(world, words) == {"ankie", "coen"}
    with as_owner():
        Covenant.objects.create(since=TODAY() + timedelta(days=57), **given)
    assert who_are_asked(world, words) == set()


def test_so_does_an_organisation_that_leaves_the_house(world):
    with as_owner():
        Partnership.objects.filter(organisation=world.organisations["police"]).update(until=TODAY())
    assert who_are_asked(world, "De deelname aan een huis eindigt") == {"ankie", "linda"}
