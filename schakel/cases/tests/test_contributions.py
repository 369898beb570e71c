"""What is brought in, corrected and recalled."""

from uuid import uuid4

import pytest
from django.db import ProgrammingError, connection, transaction

from conftest import as_, as_owner
from schakel.access.verdict import Conflict, Refused
from schakel.audit.models import Entry
from schakel.cases.actions import bring_in, correct, recall
from schakel.cases.models import Contribution, Recall
from schakel.vault.words import Keyring

from .scene import bring_in as arranged


def bring(scene, name, capacity, text="Stond voor de deur.", *, about=(), **more):
    people = [scene.people[person] for person in about]
    arguments = {"kind": "fact", "fact_date": "20261114", "people": people} | more
    return bring_in(
        by=getattr(scene.world, name),
        case=scene.case,
        capacity=scene.world.capacities[capacity],
        text=text,
        **arguments,
    )


def readable(scene, name):
    with as_(getattr(scene.world, name), reading=scene.case):
        return [row.text for row in Keyring.of(scene.case).reveal(Contribution.objects.all())]


class TestBringingIn:
    def test_everybody_seated_for_the_person_reads_it(self, scene, world):
        with as_(world.pim, reading=scene.case):
            bring(scene, "pim", "police", about=["mother"])
        assert readable(scene, "sanne") == ["Stond voor de deur."]
        assert readable(scene, "lieke") == []

    def test_it_leaves_an_entry_without_a_word(self, scene, world):
        with as_(world.pim, reading=scene.case):
            contribution = bring(scene, "pim", "police")
        with as_owner():
            entry = Entry.objects.get(kind="act", event="contribution.brought_in")
        assert (entry.subject_id, entry.purpose) == (contribution.pk, "")

    def test_named_organisations_only(self, scene, world):
        with as_(world.sanne, reading=scene.case):
            bring(scene, "sanne", "ggz", about=["mother"], audience=[world.capacities["police"]])
        assert readable(scene, "pim") == ["Stond voor de deur."]
        assert readable(scene, "sanne") == ["Stond voor de deur."]
        assert readable(scene, "noor") == []

    def test_an_organisation_without_a_seat_for_the_person_cannot_be_named(self, scene, world):
        with as_(world.pim, reading=scene.case), pytest.raises(Refused):
            bring(scene, "pim", "police", about=["mother"], audience=[world.capacities["school"]])

    def test_sent_twice_it_is_brought_in_once(self, scene, world):
        key = uuid4()
        with as_(world.pim, reading=scene.case):
            assert bring(scene, "pim", "police", key=key) == bring(scene, "pim", "police", key=key)
            assert Contribution.objects.count() == 1

    def test_nobody_brings_in_for_another_organisation(self, scene, world):
        with as_(world.pim, reading=scene.case), pytest.raises(Refused, match="organisati"):
            bring(scene, "pim", "ggz")

    def test_the_house_writes_down_what_another_said_and_it_stands_as_such(self, scene, world):
        with as_(world.sem, reading=scene.case):
            contribution = bring(scene, "sem", "ggz", about=["mother"], on_behalf=True, spoken_by="Sanne")
            assert contribution.on_behalf

    def test_a_partner_does_not_write_down_what_another_said(self, scene, world):
        with as_(world.pim, reading=scene.case), pytest.raises(Refused):
            bring(scene, "pim", "ggz", on_behalf=True)

    def test_not_for_an_organisation_without_a_seat(self, scene, world):
        with as_(world.sem, reading=scene.case), pytest.raises(Refused):
            bring(scene, "sem", "college", on_behalf=True)

    def test_not_in_another_organisations_name_with_the_python_removed(self, scene, world):
        with (
            as_(world.pim, reading=scene.case),
            pytest.raises(ProgrammingError, match="row-level"),
            transaction.atomic(),
        ):
            Contribution.objects.create(
                case=scene.case, author=world.pim, capacity=world.capacities["ggz"], kind="fact", fact_date="20261101",
                about=[scene.case.pk], audience=[scene.case.pk],
            )  # fmt: skip

    def test_not_about_a_person_one_does_not_see_with_the_python_removed(self, scene, world):
        with (
            as_(world.lieke, reading=scene.case),
            pytest.raises(ProgrammingError, match="row-level"),
            transaction.atomic(),
        ):
            Contribution.objects.create(
                case=scene.case, author=world.lieke, capacity=world.capacities["school"], kind="fact",
                fact_date="20261101", about=[scene.people["mother"].pk], audience=[scene.case.pk],
            )  # fmt: skip

    def test_not_backdated_with_the_python_removed(self, scene, world):
        statement = (
            "INSERT INTO cases_contribution (id, edition, case_id, capacity_id, author_id, about, audience, kind, use, "
            "fact_date, life_domain, on_behalf, brought_in_at) "
            "VALUES (gen_random_uuid(), 1, %s, %s, %s, %s, %s, 'fact', "
            "'here_only', '20261101', '', false, now() - interval '1 day')"
        )
        values = [scene.case.pk, world.capacities["police"].pk, world.pim.pk, [scene.case.pk], [scene.case.pk]]
        with as_(world.pim), pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
            connection.cursor().execute(statement, values)


class TestCorrecting:
    def test_a_correction_replaces_and_the_first_stays(self, scene, world):
        with as_(world.pim, reading=scene.case):
            first = bring(scene, "pim", "police")
            second = correct(
                by=world.pim, contribution=first, text="Stond er naast.", kind="fact", fact_date="20261113"
            )
            assert second.replaces == first
            assert Contribution.objects.count() == 2

    def test_what_was_corrected_is_not_corrected_again(self, scene, world):
        with as_(world.pim, reading=scene.case):
            first = bring(scene, "pim", "police")
            second = correct(by=world.pim, contribution=first, text="Anders.", kind="fact", fact_date="20261113")
            with pytest.raises(Conflict) as conflict:
                correct(by=world.pim, contribution=first, text="Weer anders.", kind="fact", fact_date="20261113")
            assert conflict.value.saved == second

    def test_another_organisation_does_not_correct_it(self, scene, world):
        contribution = arranged(scene, "pim", "Gezien.")
        with as_(world.noor, reading=scene.case), pytest.raises(Refused):
            correct(by=world.noor, contribution=contribution, text="Niet.", kind="fact", fact_date="20261113")


class TestRecalling:
    def test_the_text_is_gone_for_all_others_and_they_learn_that_it_was_recalled(self, scene, world):
        contribution = arranged(scene, "pim", "Gezien.")
        with as_(world.pim, reading=scene.case):
            recall(by=world.pim, contribution=contribution, reason="Verkeerde persoon.")
        assert readable(scene, "noor") == []
        assert readable(scene, "pim") == ["Gezien."]
        with as_(world.noor, reading=scene.case):
            assert Recall.objects.get().capacity == world.capacities["police"]

    def test_who_could_not_read_it_learns_nothing(self, scene, world):
        contribution = arranged(scene, "sanne", "Alleen politie.", about=["mother"], audience=["police"])
        with as_(world.sanne, reading=scene.case):
            recall(by=world.sanne, contribution=contribution, reason="Toch niet.")
        with as_(world.noor, reading=scene.case):
            assert not Recall.objects.exists()

    def test_nobody_recalls_anothers_contribution(self, scene, world):
        contribution = arranged(scene, "pim", "Gezien.")
        with as_(world.noor, reading=scene.case), pytest.raises(Refused):
            recall(by=world.noor, contribution=contribution, reason="Mag niet.")

    def test_the_house_recalls_what_it_wrote_down(self, scene, world):
        with as_(world.sem, reading=scene.case):
            contribution = bring(scene, "sem", "ggz", about=["mother"], on_behalf=True)
            recall(by=world.sem, contribution=contribution, reason="Verkeerd verstaan.")
            assert Recall.objects.exists()

    def test_nobody_recalls_anothers_contribution_with_the_python_removed(self, scene, world):
        contribution = arranged(scene, "pim", "Gezien.")
        with (
            as_(world.noor, reading=scene.case),
            pytest.raises(ProgrammingError, match="row-level"),
            transaction.atomic(),
        ):
            Recall.objects.create(
                case=scene.case, contribution_id=contribution.pk, capacity=world.capacities["police"],
                author=world.noor, about=[scene.case.pk], audience=[scene.case.pk],
            )  # fmt: skip

    def test_a_contribution_is_not_edited_with_the_python_removed(self, scene, world):
        arranged(scene, "pim", "Gezien.")
        refused = pytest.raises(ProgrammingError, match="permission denied")
        with as_(world.pim, reading=scene.case), refused, transaction.atomic():
            connection.cursor().execute("UPDATE cases_contribution SET kind = 'estimate'")
