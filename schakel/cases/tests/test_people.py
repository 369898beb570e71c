"""The persons of a case: adding, relating, correcting."""

import pytest
from django.db import ProgrammingError, connection, transaction

from conftest import as_, as_owner
from schakel.access.verdict import Conflict, Refused
from schakel.cases.actions import add_address, add_person, close, correct_person
from schakel.cases.models import Correction
from schakel.people.actions import relate
from schakel.people.models import Address, CitizenNumber, Person, Relation
from schakel.vault.models import ContentKey
from schakel.vault.words import Keyring

from .scene import open_case


def add(scene, name="noor", **more):
    fields = {"role": "system", "given_names": "Oma", "surname": "Testvogel"} | more
    return add_person(by=getattr(scene.world, name), case=scene.case, **fields)


def close_it(scene):
    with as_(scene.world.noor, reading=scene.case):
        close(by=scene.world.noor, case=scene.case, result="Klaar.", reason="Doelen bereikt")
    with as_owner():
        scene.case.refresh_from_db()


class TestAdding:
    def test_somebody_gets_a_key_of_their_own(self, scene, world):
        with as_(world.noor, reading=scene.case):
            person = add(scene)
            assert ContentKey.objects.filter(person_id=person.pk).exists()

    def test_a_citizen_number_goes_into_the_vault_and_is_not_read_back(self, scene, world):
        with as_(world.noor, reading=scene.case):
            add(scene, number="999990019")
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                CitizenNumber.objects.exists()

    def test_a_secret_address_is_for_the_house(self, scene, world):
        with as_(world.noor, reading=scene.case):
            add(scene, secret_address=True, address={"lines": "Geheim 1", "postcode": "", "place": ""})
            assert Address.objects.get().lines == "Geheim 1"
        with as_(world.pim, reading=scene.case):
            assert not Address.objects.exists()

    def test_a_seat_for_one_person_does_not_see_who_is_added(self, scene, world):
        with as_(world.noor, reading=scene.case):
            add(scene)
        with as_(world.lieke, reading=scene.case):
            assert Person.objects.count() == 1

    def test_a_partner_adds_nobody(self, scene, world):
        with as_(world.pim, reading=scene.case), pytest.raises(Refused):
            add(scene, "pim")

    def test_not_to_a_case_about_an_area(self, world):
        area = open_case(world, is_area=True)
        with as_(world.noor, reading=area.case), pytest.raises(Refused, match="gebied|area"):
            add(area)

    def test_not_to_a_case_about_an_area_with_the_python_removed(self, world):
        area = open_case(world, is_area=True)
        with (
            as_(world.noor, reading=area.case),
            pytest.raises(ProgrammingError, match="row-level"),
            transaction.atomic(),
        ):
            Person.objects.create(file_id=area.case.pk, surname="Testvogel")

    def test_not_to_a_closed_case(self, scene, world):
        close_it(scene)
        with as_(world.noor, reading=scene.case), pytest.raises(Refused, match="gesloten|closed"):
            add(scene)

    def test_not_to_a_closed_case_with_the_python_removed(self, scene, world):
        close_it(scene)
        with (
            as_(world.noor, reading=scene.case),
            pytest.raises(ProgrammingError, match="row-level"),
            transaction.atomic(),
        ):
            Person.objects.create(file_id=scene.case.pk, surname="Testvogel")


class TestRelating:
    def test_two_persons_are_related(self, scene, world):
        with as_(world.noor, reading=scene.case):
            relate(
                by=world.noor,
                file=scene.case,
                person=scene.people["mother"],
                other=scene.people["child"],
                kind="parent",
            )
            assert Relation.objects.get().kind == "parent"
        with as_(world.lieke, reading=scene.case):
            assert not Relation.objects.exists()

    def test_nobody_is_related_to_themselves(self, scene, world):
        with as_(world.noor, reading=scene.case), pytest.raises(Refused):
            relate(
                by=world.noor, file=scene.case, person=scene.people["child"], other=scene.people["child"], kind="parent"
            )

    def test_what_is_known_is_not_said_again(self, scene, world):
        pair = {"person": scene.people["mother"], "other": scene.people["child"], "kind": "parent"}
        with as_(world.noor, reading=scene.case):
            relate(by=world.noor, file=scene.case, **pair)
            with pytest.raises(Refused):
                relate(by=world.noor, file=scene.case, **pair)

    def test_a_new_address_counts(self, scene, world):
        child = scene.people["child"]
        with as_(world.noor, reading=scene.case):
            add_address(
                by=world.noor,
                case=scene.case,
                person=child,
                address={"lines": "Nestpad 1", "postcode": "", "place": ""},
            )
            assert Address.objects.get(person=child).lines == "Nestpad 1"


class TestCorrecting:
    def correct(self, scene, name="noor", edition=1, **fields):
        person = scene.people["child"]
        return correct_person(
            by=getattr(scene.world, name), case=scene.case, person=person, edition=edition,
            reason="Verkeerd overgenomen.",
            **(fields or {"birth_date": "20151112"}),
        )  # fmt: skip

    def test_what_was_wrong_is_right_and_the_reason_stays(self, scene, world):
        with as_(world.noor, reading=scene.case):
            self.correct(scene)
            assert Person.objects.get(pk=scene.people["child"].pk).birth_date == "20151112"
            assert Keyring.of(scene.case).reveal(Correction.objects.all())[0].reason == "Verkeerd overgenomen."

    def test_also_in_a_closed_case(self, scene, world):
        close_it(scene)
        with as_(world.noor, reading=scene.case):
            assert self.correct(scene).birth_date == "20151112"

    def test_two_people_changing_one_person_is_a_conflict_that_carries_what_stands(self, scene, world):
        with as_(world.noor, reading=scene.case):
            self.correct(scene)
            with pytest.raises(Conflict) as conflict:
                self.correct(scene, birth_date="20151113")
            assert conflict.value.saved.birth_date == "20151112"

    def test_a_partner_corrects_nobody(self, scene, world):
        with as_(world.pim, reading=scene.case), pytest.raises(Refused):
            self.correct(scene, "pim")

    def test_a_partner_corrects_nobody_with_the_python_removed(self, scene, world):
        with as_(world.pim, reading=scene.case), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE people_person SET birth_date = '19990101'")
            assert cursor.rowcount == 0

    def test_the_correction_of_somebody_unseen_does_not_show(self, scene, world):
        with as_(world.noor, reading=scene.case):
            self.correct(scene)
        with as_(world.sanne, reading=scene.case):
            assert not Correction.objects.exists()

    def test_the_place_of_a_person_does_not_change_with_the_python_removed(self, scene, world):
        refused = pytest.raises(ProgrammingError, match="permission denied")
        with as_(world.noor, reading=scene.case), refused, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE people_person SET role = 'victim'")

    def test_everything_is_as_it_was_when_nothing_was_changed(self, scene, world):
        with as_(world.noor, reading=scene.case), pytest.raises(Refused):
            self.correct(scene, birth_date="")
        with as_owner():
            assert not Correction.objects.exists()

    def test_an_address_that_becomes_secret_is_shown_to_the_house_alone(self, scene, world, client_of):
        child = scene.people["child"]
        with as_(world.noor, reading=scene.case):
            add_address(by=world.noor, case=scene.case, person=child, address={"lines": "Nestpad 1"})
            self.correct(scene, secret_address=True)
        page = f"/casussen/{scene.case.number}/gezin/"
        assert "Nestpad 1" in client_of(world.noor).get(page).text
        assert "Nestpad 1" not in client_of(world.pim).get(page).text
        assert "geheim adres" in client_of(world.pim).get(page).text


def test_the_database_itself_hides_what_was_known_of_an_address_that_became_secret(world):
    scene = open_case(world)
    mother = scene.people["mother"]
    with as_owner():
        Address.objects.create(file_id=scene.case.pk, person=mother, lines="Oude weg 1", audience=[scene.case.pk])
    with as_(world.pim, reading=scene.case):
        assert Address.objects.exists()
    with as_owner():
        mother.secret_address = True
        mother.save(update_fields=["secret_address"])
    with as_(world.pim, reading=scene.case):
        assert not Address.objects.exists()
