"""Asking for a seat without learning whether there is a case; its answer; signing first; the end of a seat."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.cases import actions
from schakel.cases.actions.asking import statements_asked
from schakel.cases.models import Case, Seat, SeatProposal, SeatRequest
from schakel.vault.words import Keyring

TODAY = timezone.localdate()
LATER = TODAY + timedelta(days=30)


def ask(scene, number=None, name="bilal", capacity="college"):
    world, somebody = scene.world, getattr(scene.world, name)
    with as_(somebody):
        return actions.ask_for_seat(
            by=somebody, house=world.house, capacity=world.capacities[capacity], number=number or scene.case.number,
            why="De wijkagent belde ons over de schulden.",
        )  # fmt: skip


def answer(scene, asked, by="noor", **more):
    somebody = getattr(scene.world, by)
    with as_(somebody, reading=scene.case):
        return actions.refuse_seat_request(
            by=somebody, seat_request=asked, case=scene.case, answer="Nu niet nodig.", **more
        )


class TestAsking:
    def test_it_waits_for_who_directs_and_for_nobody_else(self, scene, world):
        asked = ask(scene)
        for name, sees in (("noor", True), ("bilal", True), ("sem", False), ("pim", False), ("gea", False)):
            with as_(getattr(world, name)):
                assert SeatRequest.objects.filter(pk=asked.pk).exists() == sees, name

    def test_an_invented_number_is_stored_alike_and_waits_for_nobody(self, scene, world):
        asked = ask(scene, "ZZZZ-ZZZZ")
        with as_(world.noor):
            assert not SeatRequest.objects.filter(pk=asked.pk).exists()

    def test_until_it_is_answered_the_asker_learns_nothing(self, scene, world):
        with as_owner():
            hidden = Case.objects.get(pk=scene.case.pk)
        seen = []
        for number in (hidden.number, "ZZZZ-ZZZZ"):
            asked = ask(scene, number)
            with as_(world.bilal, reading=asked):
                asked = SeatRequest.objects.get(pk=asked.pk)
                Keyring.of(asked).reveal([asked])
                seen.append((asked.state, asked.outcome, asked.answered_at, asked.why, asked.answer))
                assert not Case.objects.exists()
        assert seen[0] == seen[1]

    def test_who_asks_reads_the_reason_of_a_refusal(self, scene, world):
        asked = ask(scene)
        answer(scene, asked)
        with as_(world.bilal, reading=asked):
            asked.refresh_from_db()
            Keyring.of(asked).reveal([asked])
            assert (asked.outcome, asked.answer) == ("refused", "Nu niet nodig.")
            assert asked.why

    def test_granted_the_organisation_has_its_seat(self, scene, world):
        asked = ask(scene)
        with as_(world.noor, reading=scene.case):
            seat = actions.grant_seat_request(
                by=world.noor, seat_request=asked, case=scene.case, role="participant", why="Kent de schulden.",
                ends_on=LATER,
            )  # fmt: skip
            assert seat.capacity == world.capacities["college"]
        with as_(world.bilal):
            assert SeatRequest.objects.get().outcome == "granted"

    @pytest.mark.parametrize("name", ["sem", "pim"])
    def test_nobody_but_who_directs_answers(self, scene, name):
        with pytest.raises(Refused):
            answer(scene, ask(scene), by=name)

    def test_once(self, scene, world):
        asked = ask(scene)
        answer(scene, asked)
        with pytest.raises(Refused):
            answer(scene, asked)

    def test_in_a_hidden_regime_it_is_not_refused_for_that_would_tell(self, scene, world):
        with as_owner():
            world.regime.hidden = True
            world.regime.save()
            scene.case = Case.objects.select_related("regime", "house").get(pk=scene.case.pk)
        asked = ask(scene)
        with pytest.raises(Refused):
            answer(scene, asked)
        statement = "UPDATE cases_seatrequest SET outcome = 'refused', answered_at = now(), author_id = access.me()"
        with as_(world.noor), pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
            connection.cursor().execute(statement)

    def test_withdrawn_nobody_answers_it_any_more(self, scene, world):
        asked = ask(scene)
        with as_(world.bilal):
            actions.withdraw_seat_request(by=world.bilal, seat_request=asked)
        with as_(world.noor):
            assert not SeatRequest.objects.exists()
        with as_(world.gea), pytest.raises(Refused):
            actions.withdraw_seat_request(by=world.gea, seat_request=asked)

    def test_it_leaves_an_entry_in_no_case(self, scene):
        asked = ask(scene)
        with as_owner():
            assert Entry.objects.get(kind="act", event="seat.asked").file_id == asked.pk

    def test_a_request_gets_who_is_locked_out_nowhere(self, scene, world):
        with as_(world.noor, reading=scene.case):
            actions.lock_out(by=world.noor, case=scene.case, professional=world.bilal, reason="Buurman.")
        asked = ask(scene)
        with as_(world.noor, reading=scene.case):
            seat = actions.grant_seat_request(
                by=world.noor, seat_request=asked, case=scene.case, role="participant", why="Schulden."
            )
        with as_(world.bilal), pytest.raises(Refused):
            actions.name_occupant(by=world.bilal, seat=seat, professional=world.bilal)
        with as_(world.bilal):
            assert not Case.objects.exists()


class TestProposing:
    def test_a_partner_proposes_and_the_director_says_why_not(self, scene, world):
        with as_(world.pim, reading=scene.case):
            proposal = actions.propose_seat(
                by=world.pim, case=scene.case, capacity=world.capacities["college"], why="Schulden.",
                about=[scene.case.pk],
            )  # fmt: skip
        with as_(world.noor, reading=scene.case):
            actions.answer_proposal(by=world.noor, proposal=proposal, answer="Nog niet.")
        with as_(world.pim, reading=scene.case):
            found = Keyring.of(scene.case).reveal(SeatProposal.objects.all())[0]
            assert (found.why, found.answer, found.outcome) == ("Schulden.", "Nog niet.", "refused")

    def test_an_outsider_proposes_nothing(self, scene, world):
        with as_(world.gea), pytest.raises(Refused):
            actions.propose_seat(
                by=world.gea, case=scene.case, capacity=world.capacities["college"], why="x", about=[scene.case.pk]
            )

    def test_a_partner_does_not_answer(self, scene, world):
        with as_(world.pim, reading=scene.case):
            proposal = actions.propose_seat(
                by=world.pim, case=scene.case, capacity=world.capacities["college"], why="x", about=[scene.case.pk]
            )
            with pytest.raises(Refused):
                actions.answer_proposal(by=world.pim, proposal=proposal, answer="x")


class TestSigningFirst:
    @pytest.fixture
    def seat(self, scene, world):
        with as_owner():
            world.organisations["town"].partnerships.update(position="flexible")
        with as_(world.noor):
            seat = actions.give_seat(
                by=world.noor, case=scene.case, capacity=world.capacities["college"], role="participant", why="x"
            )
        with as_(world.bilal):
            actions.name_occupant(by=world.bilal, seat=seat, professional=world.bilal)
        return seat

    def test_before_signing_there_is_no_case(self, scene, world, seat):
        with as_(world.bilal):
            assert not Case.objects.exists()
            assert [row[1] for row in statements_asked()] == [scene.case.number]

    def test_signed_there_is(self, scene, world, seat):
        with as_(world.bilal):
            actions.sign_statement(by=world.bilal, seat_id=seat.pk, text_version="1")
            assert Case.objects.get() == scene.case
            assert statements_asked() == []

    def test_nobody_signs_for_another(self, scene, world, seat):
        with as_(world.gea), pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
            actions.sign_statement(by=world.gea, seat_id=seat.pk, text_version="1")

    def test_under_a_covenant_nobody_signs(self, scene, world):
        with as_(world.pim):
            assert statements_asked() == []


class TestTheEndOfASeat:
    def test_it_comes_nearer_with_a_reason(self, scene, world):
        with as_(world.noor, reading=scene.case):
            actions.shorten_seat(by=world.noor, seat=scene.seats["pim"], ends_on=LATER, why="Draagt over.")
            with pytest.raises(Refused):
                later = LATER + timedelta(days=1)
                actions.shorten_seat(by=world.noor, seat=scene.seats["pim"], ends_on=later, why="Toch langer.")

    def test_it_is_not_put_off_with_the_python_removed(self, scene, world):
        with as_(world.noor, reading=scene.case):
            actions.shorten_seat(by=world.noor, seat=scene.seats["pim"], ends_on=LATER, why="Draagt over.")
        with as_(world.noor), pytest.raises(ProgrammingError, match="put off"), transaction.atomic():
            connection.cursor().execute(
                "UPDATE cases_seat SET ends_at = ends_at + interval '1 day' WHERE ends_at IS NOT NULL"
            )

    def test_going_on_is_a_new_seat_on_which_the_same_people_sit(self, scene, world):
        with as_(world.noor, reading=scene.case):
            seat = actions.shorten_seat(by=world.noor, seat=scene.seats["pim"], ends_on=LATER, why="Draagt over.")
            further = actions.continue_seat(by=world.noor, seat=seat, ends_on=LATER + timedelta(days=9), why="Langer.")
            assert (further.starts_at, further.follows) == (seat.ends_at, seat)
            assert [one.professional for one in further.occupants.all()] == [world.pim]

    def test_an_adviser_always_has_one(self, scene, world):
        with as_(world.noor), pytest.raises(Refused):
            actions.give_seat(
                by=world.noor, case=scene.case, capacity=world.capacities["college"], role="adviser", why="x"
            )

    def test_the_contact_gives_it_back_for_one_of_a_few_reasons(self, scene, world):
        with as_(world.linda):
            actions.give_seat_back(by=world.linda, seat=scene.seats["pim"], because="no_task")
        with as_(world.pim):
            assert not Case.objects.exists()
        with as_owner():
            assert Seat.objects.get(pk=scene.seats["pim"].pk).returned_because == "no_task"

    @pytest.mark.parametrize("name", ["pim", "coen", "noor"])
    def test_nobody_else_gives_it_back(self, scene, world, name):
        somebody = getattr(world, name)
        with as_(somebody), pytest.raises(Refused):
            actions.give_seat_back(by=somebody, seat=scene.seats["pim"], because="no_task")

    def test_with_the_python_removed_only_the_contact_does(self, scene, world):
        with as_(world.pim), connection.cursor() as cursor:
            cursor.execute("SELECT access.give_seat_back(%s, 'no_task')", [scene.seats["pim"].pk])
            assert cursor.fetchone()[0] is False


class TestAnOrganisationThatLeaves:
    @pytest.fixture(autouse=True)
    def left(self, world):
        with as_owner():
            world.organisations["police"].partnerships.update(until="2020-01-02")

    def test_all_its_seats_end_without_a_count(self, scene, world):
        with as_(world.ankie):
            answered = actions.end_seats_of(
                by=world.ankie, house=world.house, organisation=world.organisations["police"]
            )
            assert answered is None
            assert not Case.objects.exists()
        with as_(world.pim):
            assert not Case.objects.exists()
        with as_owner():
            assert Entry.objects.filter(event="seat.left", file_id=scene.case.pk).count() == 1

    def test_only_the_administrator_does(self, scene, world):
        with as_(world.noor), pytest.raises(Refused):
            actions.end_seats_of(by=world.noor, house=world.house, organisation=world.organisations["police"])

    def test_of_an_organisation_that_still_takes_part_nothing_ends(self, scene, world):
        ggz = world.organisations["ggz"]
        with as_(world.ankie), pytest.raises(Refused):
            actions.end_seats_of(by=world.ankie, house=world.house, organisation=ggz)
        with as_(world.ankie), pytest.raises(ProgrammingError), transaction.atomic():
            connection.cursor().execute("SELECT access.end_seats_of(%s, %s)", [world.house.pk, ggz.pk])
