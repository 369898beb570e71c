"""An id is chosen by whoever makes a row. Chosen as the id of something else, it must give nothing of that."""

from uuid import uuid4

import pytest
from django.db import connection

from conftest import as_, as_owner
from schakel.access.tests.raw import insert, row_of
from schakel.access.verdict import Refused
from schakel.cases.models import Case, Contribution, ContributionDraft, Lock, SeatRequest
from schakel.cases.tests.scene import bring_in
from schakel.consultations.models import Consultation
from schakel.people.models import Person
from schakel.referrals.models import Referral, Unsaved
from schakel.referrals.tests.scene import sent, start
from schakel.triage.models import Inquiry


def referral_row(world, who, chosen):
    return row_of(
        Referral, id=chosen, author_id=who.pk, referrer_id=who.pk, house_id=world.house.pk, regime_id=world.regime.pk,
        capacity_id=world.capacities["police"].pk,
    )  # fmt: skip


def ids_of_others(scene):
    return {
        "case": scene.case.pk,
        "person": scene.people["child"].pk,
        "capacity": scene.world.capacities["ggz"].pk,
        "professional": scene.world.sanne.pk,
    }


@pytest.mark.parametrize("what", ["case", "person", "capacity", "professional"])
def test_no_referral_takes_the_id_of_something_else(scene, world, what):
    """A referral with the id of a case would open that case; with the id of a person, that person."""
    with as_(world.gea):
        assert insert("referrals_referral", referral_row(world, world.gea, uuid4()))
        assert not insert("referrals_referral", referral_row(world, world.gea, ids_of_others(scene)[what]))


@pytest.mark.parametrize("what", ["case", "person", "capacity", "professional"])
def test_no_request_for_a_seat_takes_the_id_of_something_else(scene, world, what):
    def row(chosen):
        return row_of(
            SeatRequest, id=chosen, author_id=world.gea.pk, asker_id=world.gea.pk, house_id=world.house.pk,
            capacity_id=world.capacities["police"].pk, number="2222-2222",
        )  # fmt: skip

    with as_(world.gea):
        assert insert("cases_seatrequest", row(uuid4()))
        assert not insert("cases_seatrequest", row(ids_of_others(scene)[what]))


@pytest.mark.parametrize("what", ["case", "capacity", "professional"])
def test_no_person_takes_the_id_of_something_else(scene, world, what):
    """Somebody in a referral of mine with the id of a case would show me its situation as a whole."""
    with as_(world.pim):
        referral = start(world)
        assert insert("people_person", row_of(Person, file_id=referral.pk))
        assert not insert("people_person", row_of(Person, id=ids_of_others(scene)[what], file_id=referral.pk))


@pytest.mark.parametrize("what", ["case", "person", "capacity", "professional"])
def test_no_question_of_the_triage_takes_the_id_of_something_else(scene, world, what):
    referral = sent(world)

    def row(chosen):
        return row_of(
            Inquiry, id=chosen, author_id=world.hanneke.pk, kind="known", referral_id=referral.pk,
            house_id=world.house.pk, organisation_id=world.organisations["ggz"].pk, asked_of_id=world.coen.pk,
        )  # fmt: skip

    with as_(world.hanneke):
        assert insert("triage_inquiry", row(uuid4()))
        assert not insert("triage_inquiry", row(ids_of_others(scene)[what]))


@pytest.mark.parametrize("what", ["person", "capacity", "professional"])
def test_no_case_takes_the_id_of_something_else(scene, world, what):
    def row(chosen):
        return row_of(
            Case, id=chosen, author_id=world.hanneke.pk, opened_by_id=world.hanneke.pk, house_id=world.house.pk,
            regime_id=world.regime.pk,
        )  # fmt: skip

    with as_(world.hanneke):
        assert insert("cases_case", row(uuid4()))
        assert not insert("cases_case", row(ids_of_others(scene)[what]))


@pytest.mark.parametrize("what", ["case", "person", "capacity", "professional"])
def test_no_lock_takes_the_id_of_something_else(scene, world, what):
    """Who directs hears what is meant for a lock: with the id of a capacity that would be what only it may read."""

    def row(chosen):
        return row_of(
            Lock, id=chosen, author_id=world.noor.pk, professional_id=world.gea.pk, case_id=scene.case.pk,
            about=[scene.case.pk],
        )  # fmt: skip

    with as_(world.noor):
        assert insert("cases_lock", row(uuid4()))
        assert not insert("cases_lock", row(ids_of_others(scene)[what]))


def test_nothing_is_brought_in_under_the_id_of_words_of_another(scene, world):
    """Recalled, it would take the words of the other with it."""
    with as_owner():
        scene.keyring.write(scene.seats["noor"], why="Nodig.")

    def row(chosen):
        return row_of(
            Contribution, id=chosen, author_id=world.pim.pk, case_id=scene.case.pk, about=[scene.case.pk],
            audience=[scene.case.pk], capacity_id=world.capacities["police"].pk, kind="fact", fact_date="20260101",
        )  # fmt: skip

    with as_(world.pim):
        assert insert("cases_contribution", row(uuid4()))
        assert not insert("cases_contribution", row(scene.seats["noor"].pk))


def drafted(scene, world, chosen):
    return row_of(ContributionDraft, id=chosen, author_id=world.pim.pk, case_id=scene.case.pk, about=[scene.case.pk])


def test_no_draft_takes_the_id_of_what_another_brought_in(scene, world):
    brought = bring_in(scene, "noor", "Wat Noor inbracht.")
    with as_(world.pim):
        assert insert("cases_contributiondraft", drafted(scene, world, uuid4()))
        assert not insert("cases_contributiondraft", drafted(scene, world, brought.pk))


def texts(of_row):
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM vault_text WHERE of_row = %s", [of_row])
        return cursor.fetchone()[0]


def test_forgetting_a_draft_destroys_nothing_of_another(scene, world):
    brought = bring_in(scene, "noor", "Wat Noor inbracht.")
    with as_owner():
        ContributionDraft.objects.create(id=brought.pk, author=world.pim, case=scene.case, about=[scene.case.pk])
        ContributionDraft.objects.update(ended_at="2026-01-01T00:00Z")
    with as_(world.pim), connection.cursor() as cursor:
        cursor.execute("SELECT access.forget_draft(%s)", [brought.pk])
    assert texts(brought.pk) == 1


def test_forgetting_what_was_typed_destroys_nothing_of_another(scene, world):
    brought = bring_in(scene, "noor", "Wat Noor inbracht.")
    with as_(world.pim):
        referral = start(world)
    with as_owner():
        Unsaved.objects.create(id=brought.pk, author=world.pim, referral=referral, step="what")
        Unsaved.objects.update(ended_at="2026-01-01T00:00Z")
    with as_(world.pim), connection.cursor() as cursor:
        cursor.execute("SELECT access.forget_unsaved(%s)", [brought.pk])
    assert texts(brought.pk) == 1


def test_the_key_of_a_form_is_no_way_to_somebody_one_does_not_see(scene, world):
    """The key by which a form sent twice is one referral comes from the browser: here the id of the child."""
    with as_(world.sanne), pytest.raises(Refused, match="opnieuw"):
        start(world, key=scene.people["child"].pk, by=world.sanne, capacity=world.capacities["ggz"])
    with as_(world.sanne, reading=scene.case):
        assert [person.given_names for person in Person.objects.all()] == ["Mother"]


@pytest.mark.parametrize("what", ["case", "person", "capacity", "professional"])
def test_no_question_for_advice_takes_the_id_of_something_else(scene, world, what):
    def row(chosen):
        return row_of(Consultation, id=chosen, author_id=world.gea.pk, kind="policy", house_id=world.house.pk)

    with as_(world.gea):
        assert insert("consultations_consultation", row(uuid4()))
        assert not insert("consultations_consultation", row(ids_of_others(scene)[what]))
