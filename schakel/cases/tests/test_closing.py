"""From phase to phase, to the end; what can still be done then."""

import pytest
from django.db import ProgrammingError, connection, transaction

from conftest import as_, as_owner
from schakel.access.verdict import Conflict, Refused
from schakel.audit.models import Entry
from schakel.cases import actions
from schakel.cases.models import Case, Closing, Contribution, Hold, Occupant, Seat, TakenOver
from schakel.network.models import Capacity, Organisation
from schakel.people.actions import relate
from schakel.people.models import Address, Relation
from schakel.vault.words import Keyring

from .scene import bring_in


@pytest.fixture
def closed(scene, world):
    scene.contribution = bring_in(scene, "pim", "Gezien.")
    with as_(world.noor, reading=scene.case):
        actions.close(by=world.noor, case=scene.case, result="Rust in huis.", reason="Doelen bereikt")
    scene.case = reread(scene)
    for seat in scene.seats.values():
        seat.case = scene.case
    scene.contribution.case = scene.case
    return scene


def reread(scene):
    with as_owner():
        return Case.objects.select_related("house", "regime").get(pk=scene.case.pk)


class TestPhases:
    def test_the_director_brings_a_case_into_another_phase_and_its_words_stay(self, scene, world):
        with as_(world.noor, reading=scene.case):
            actions.move_to(by=world.noor, case=scene.case, phase="plan")
            case = Case.objects.get()
            assert (case.phase, case.edition) == ("plan", 2)

    def test_the_words_of_the_case_are_still_there(self, scene, world):
        with as_owner():
            scene.keyring.write(scene.case, goal="Rust.")
        with as_(world.noor, reading=scene.case):
            actions.move_to(by=world.noor, case=scene.case, phase="plan")
            assert Keyring.of(scene.case).reveal([Case.objects.get()])[0].goal == "Rust."

    def test_two_who_move_it_at_once_hear_of_each_other(self, scene, world):
        with as_(world.noor, reading=scene.case):
            actions.move_to(by=world.noor, case=scene.case, phase="plan", edition=1)
            with pytest.raises(Conflict):
                actions.move_to(by=world.noor, case=scene.case, phase="monitoring", edition=1)

    def test_support_does_not(self, scene, world):
        with as_(world.sem, reading=scene.case), pytest.raises(Refused):
            actions.move_to(by=world.sem, case=scene.case, phase="plan")

    def test_closed_is_no_phase_to_move_to(self, scene, world):
        with as_(world.noor, reading=scene.case), pytest.raises(Refused):
            actions.move_to(by=world.noor, case=scene.case, phase="closed")

    def test_support_does_not_with_the_python_removed(self, scene, world):
        with as_(world.sem), connection.cursor() as cursor:
            cursor.execute("UPDATE cases_case SET phase = 'plan'")
            assert cursor.rowcount == 0

    def test_the_number_of_a_case_does_not_change_with_the_python_removed(self, scene, world):
        with as_(world.noor), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            connection.cursor().execute("UPDATE cases_case SET number = '2222-2222'")


class TestClosing:
    def test_a_case_is_closed_with_result_and_reason(self, closed, world):
        with as_(world.pim, reading=closed.case):
            closing = Keyring.of(closed.case).reveal(Closing.objects.all())[0]
            assert (closing.reason, closing.result) == ("Doelen bereikt", "Rust in huis.")
        assert closed.case.is_closed

    def test_only_for_a_reason_of_the_regime(self, scene, world):
        with as_(world.noor, reading=scene.case), pytest.raises(Refused):
            actions.close(by=world.noor, case=scene.case, result="Klaar.", reason="Zomaar")

    def test_only_by_the_director(self, scene, world):
        with as_(world.sem, reading=scene.case), pytest.raises(Refused):
            actions.close(by=world.sem, case=scene.case, result="Klaar.", reason="Doelen bereikt")

    def test_nobody_else_closes_with_the_python_removed(self, scene, world):
        with (
            as_(world.pim, reading=scene.case),
            pytest.raises(ProgrammingError, match="row-level"),
            transaction.atomic(),
        ):
            Closing.objects.create(case=scene.case, author=world.pim, about=[scene.case.pk], reason="Doelen bereikt")

    def test_it_leaves_an_entry(self, closed):
        with as_owner():
            assert Entry.objects.filter(kind="act", event="case.closed", file_id=closed.case.pk).count() == 1


class TestInAClosedCase:
    def refused(self, scene, name, act, **arguments):
        somebody = getattr(scene.world, name)
        with as_(somebody, reading=scene.case), pytest.raises(Refused, match="gesloten|closed"):
            act(by=somebody, **arguments)

    def test_nobody_gets_a_seat(self, closed, world):
        arguments = {"capacity": world.capacities["college"], "role": "participant", "why": "Nodig."}
        self.refused(closed, "noor", actions.give_seat, case=closed.case, **arguments)

    def test_no_seat_is_ended(self, closed):
        self.refused(closed, "noor", actions.end_seat, seat=closed.seats["pim"])

    def test_nobody_is_named_for_a_seat(self, closed, world):
        with as_(world.linda), pytest.raises(Refused, match="gesloten|closed"):
            actions.name_occupant(by=world.linda, seat=closed.seats["pim"], professional=world.polly)

    def test_nothing_is_brought_in(self, closed, world):
        arguments = {"capacity": world.capacities["police"], "text": "Nog iets.", "kind": "fact", "fact_date": "2026"}
        self.refused(closed, "pim", actions.bring_in, case=closed.case, **arguments)

    def test_no_relation_and_no_address_is_added(self, closed):
        mother, child = closed.people.values()
        self.refused(closed, "noor", relate, file=closed.case, person=mother, other=child, kind="parent")
        self.refused(closed, "noor", actions.add_address, case=closed.case, person=mother, address={"lines": "Pad 1"})

    def test_it_is_not_closed_again_nor_moved_on(self, closed):
        self.refused(closed, "noor", actions.close, case=closed.case, result="Weer.", reason="Doelen bereikt")
        self.refused(closed, "noor", actions.move_to, case=closed.case, phase="plan")

    def test_what_was_brought_in_is_corrected(self, closed, world):
        with as_(world.pim, reading=closed.case):
            right = actions.correct(
                by=world.pim, contribution=closed.contribution, text="Anders.", kind="fact", fact_date="20261101"
            )
            assert right.replaces == closed.contribution

    def test_what_was_brought_in_is_recalled(self, closed, world):
        with as_(world.pim, reading=closed.case):
            assert actions.recall(by=world.pim, contribution=closed.contribution, reason="Onjuist.")

    def test_it_is_held(self, closed, world):
        with as_(world.noor, reading=closed.case):
            actions.hold(by=world.noor, case=closed.case, reason="Er loopt een klacht.")
            assert Keyring.of(closed.case).reveal(Hold.objects.all())[0].reason == "Er loopt een klacht."


class TestInAClosedCaseWithThePythonRemoved:
    def database_refuses(self, closed, name, make):
        refused = pytest.raises(ProgrammingError, match="row-level")
        with as_(getattr(closed.world, name), reading=closed.case), refused, transaction.atomic():
            make()

    def test_nobody_gets_a_seat(self, closed, world):
        values = {"capacity": world.capacities["college"], "author": world.noor, "starts_at": "2026-11-01T10:00Z"}
        self.database_refuses(closed, "noor", lambda: Seat.objects.create(case=closed.case, **values))

    def test_nobody_is_named_for_a_seat(self, closed, world):
        values = {"professional": world.polly, "named_by": world.linda, "starts_at": "2026-11-01T10:00Z"}
        with as_(world.linda), pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
            Occupant.objects.create(seat=closed.seats["pim"], **values)

    def test_nothing_is_brought_in(self, closed, world):
        values = {"capacity": world.capacities["police"], "kind": "fact", "fact_date": "2026", "author": world.pim}
        about = {"about": [closed.case.pk], "audience": [closed.case.pk]}
        self.database_refuses(closed, "pim", lambda: Contribution.objects.create(case=closed.case, **values, **about))

    def test_no_seat_is_ended(self, closed, world):
        with as_(world.noor), connection.cursor() as cursor:
            cursor.execute("UPDATE cases_seat SET ends_at = now()")
            assert cursor.rowcount == 0

    def test_no_relation_and_no_address_is_added(self, closed):
        mother, child = closed.people.values()
        about = {"file_id": closed.case.pk, "person": mother}
        self.database_refuses(closed, "noor", lambda: Relation.objects.create(**about, other=child, kind="parent"))
        self.database_refuses(
            closed, "noor", lambda: Address.objects.create(**about, lines="Pad 1", audience=[closed.case.pk])
        )

    def test_it_does_not_open_again(self, closed, world):
        with as_(world.noor), connection.cursor() as cursor:
            cursor.execute("UPDATE cases_case SET closed_at = NULL, phase = 'plan', author_id = %s", [world.noor.pk])
            assert cursor.rowcount == 0


class TestWhoGoesOn:
    def test_ordinary_partners_are_named_with_what_they_go_on(self, scene, world):
        on = [(world.capacities["police"], "De wijkagent belt maandelijks.")]
        with as_(world.noor, reading=scene.case):
            actions.close(by=world.noor, case=scene.case, result="Rust.", reason="Doelen bereikt", taken_over=on)
        with as_(world.pim, reading=scene.case):
            named = Keyring.of(scene.case).reveal(TakenOver.objects.all())
            assert [(one.capacity, one.what) for one in named] == on

    def test_who_is_named_without_a_seat_sees_nothing(self, scene, world):
        on = [(world.capacities["college"], "Neemt de schulden over.")]
        with as_(world.noor, reading=scene.case):
            actions.close(by=world.noor, case=scene.case, result="Rust.", reason="Doelen bereikt", taken_over=on)
        with as_(world.bilal):
            assert not Case.objects.mine().filter(pk=scene.case.pk).exists()
            assert not TakenOver.objects.exists()

    def test_who_sees_one_person_only_does_not_read_it(self, scene, world):
        on = [(world.capacities["police"], "x")]
        with as_(world.noor, reading=scene.case):
            actions.close(by=world.noor, case=scene.case, result="Rust.", reason="Doelen bereikt", taken_over=on)
        with as_(world.lieke, reading=scene.case):
            assert not TakenOver.objects.exists()

    def test_an_organisation_outside_the_house_is_not_named_and_nothing_closes(self, scene, world):
        with as_owner():
            far = Organisation.objects.create(name="Ver weg", short_name="Ver", kind="other", chain="none")
            stranger = Capacity.objects.create(organisation=far)
        with as_(world.noor, reading=scene.case), pytest.raises(Refused, match="partner"):
            actions.close(
                by=world.noor, case=scene.case, result="x", reason="Doelen bereikt", taken_over=[(stranger, "x")]
            )
        with as_owner():
            assert not Case.objects.get(pk=scene.case.pk).is_closed
