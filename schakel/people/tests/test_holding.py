"""What holds for persons of a case: who writes it, who reads it, what it never betrays."""

import pytest

from conftest import as_, as_owner
from schakel.access.verdict import Conflict, Refused
from schakel.audit.models import Entry
from schakel.cases.tests.scene import close
from schakel.people import actions
from schakel.people.keeping import add_person
from schakel.people.models import Authority, Informing, LegalFrame, Relation
from schakel.vault.words import Keyring

from .holding import DAY, TODAY, alert, frame, holding, postponed, source, told


class TestFrames:
    def test_a_seated_organisation_writes_down_its_own_and_whoever_sits_for_the_person_reads_it(self, scene, world):
        with as_(world.sanne, reading=scene.case):
            frame(scene, "sanne")
        with as_(world.pim, reading=scene.case):
            kept = holding(scene).frames_now[0]
            assert (kept.conditions, kept.whom, kept.ends_soon) == ("Niet in de wijk.", "Mother Testvogel", True)
        with as_owner():
            assert Entry.objects.filter(event="person.frame_added", file_id=scene.case.pk).count() == 1

    def test_nobody_writes_about_whom_they_do_not_see_or_for_another_organisation(self, scene, world):
        with as_(world.lieke, reading=scene.case), pytest.raises(Refused):
            frame(scene, "lieke")
        with as_(world.pim, reading=scene.case), pytest.raises(Refused):
            actions.add_frame(
                by=world.pim, file=scene.case, person=scene.people["mother"], capacity=source(scene, "sanne"), kind="x"
            )

    def test_gea_who_sits_nowhere_writes_nothing(self, scene, world):
        with as_(world.gea), pytest.raises(Refused):
            actions.add_frame(
                by=world.gea, file=scene.case, person=scene.people["mother"], capacity=source(scene, "pim"), kind="x"
            )

    def test_it_ends_early_once_and_not_in_the_future(self, scene, world):
        with as_(world.noor, reading=scene.case):
            kept = frame(scene)
            with pytest.raises(Refused):
                actions.end_frame(by=world.noor, file=scene.case, frame=kept, on=TODAY + DAY)
            kept = actions.end_frame(by=world.noor, file=scene.case, frame=kept, on=TODAY - DAY)
            assert not holding(scene).frames_now
            with pytest.raises(Refused):
                actions.end_frame(by=world.noor, file=scene.case, frame=kept, on=TODAY)

    def test_another_organisation_does_not_change_it(self, scene, world):
        with as_(world.noor, reading=scene.case):
            kept = frame(scene)
        with as_(world.pim, reading=scene.case), pytest.raises(Refused):
            actions.end_frame(by=world.pim, file=scene.case, frame=kept, on=TODAY)

    def test_two_who_correct_it_at_once_both_keep_their_words(self, scene, world):
        with as_(world.noor, reading=scene.case):
            kept = frame(scene)
            new = {"edition": 1, "conditions": "Anders.", "kind": "contactverbod"}
            actions.correct_frame(by=world.noor, file=scene.case, frame=kept, **new)
            with pytest.raises(Conflict) as conflict:
                actions.correct_frame(by=world.noor, file=scene.case, frame=kept, **new | {"conditions": "Nog anders."})
            assert conflict.value.saved.conditions == "Anders."

    def test_in_a_closed_case_it_is_corrected_and_nothing_else(self, scene, world):
        with as_(world.noor, reading=scene.case):
            kept = frame(scene)
        close(scene)
        with as_(world.noor, reading=scene.case):
            with pytest.raises(Refused):
                frame(scene)
            with pytest.raises(Refused):
                actions.end_frame(by=world.noor, file=scene.case, frame=kept, on=TODAY)
            actions.correct_frame(by=world.noor, file=scene.case, frame=kept, edition=1, conditions="Zo.", kind="y")
            assert holding(scene).frames_now[0].conditions == "Zo."


class TestInforming:
    def test_the_newest_about_a_person_and_a_moment_counts(self, scene, world):
        with as_(world.noor, reading=scene.case):
            postponed(scene)
            told(scene)
            mother = next(one for one in holding(scene).people if one.given_names == "Mother")
            assert [bool(one.row and one.row.done) for one in mother.told] == [True, False, False]

    def test_who_is_seated_for_another_reads_nothing_of_it(self, scene, world):
        with as_(world.noor, reading=scene.case):
            told(scene, whom="mother", said="De moeder zei iets.")
            told(scene, whom="child", said="Het kind weet het.")
        with as_(world.lieke, reading=scene.case):
            assert [row.said for row in holding(scene).informings] == ["Het kind weet het."]

    def test_what_is_postponed_comes_back_and_not_before(self, scene, world):
        with as_(world.noor, reading=scene.case), pytest.raises(Refused):
            postponed(scene, until=TODAY)

    def test_nobody_was_informed_tomorrow(self, scene, world):
        with as_(world.noor, reading=scene.case), pytest.raises(Refused):
            told(scene, on_day=TODAY + DAY)


class TestAlerts:
    def test_it_stands_on_top_until_it_ends(self, scene, world):
        with as_(world.noor, reading=scene.case):
            one = alert(scene, "mother")
            assert [row.text for row in holding(scene).alerts_now] == ["Hond."]
            ended = actions.end_alert(by=world.noor, file=scene.case, alert=one)
            with pytest.raises(Refused):
                actions.end_alert(by=world.noor, file=scene.case, alert=ended)

    def test_it_has_no_end_in_the_past_and_comes_from_who_keeps_the_file(self, scene, world):
        with as_(world.noor, reading=scene.case), pytest.raises(Refused):
            alert(scene, until=TODAY - DAY)
        with as_(world.pim, reading=scene.case), pytest.raises(Refused):
            actions.give_alert(by=world.pim, file=scene.case, capacity=source(scene, "pim"), text="x", until=TODAY)

    def test_about_the_situation_it_shows_to_seats_for_the_whole_only(self, scene, world):
        with as_(world.noor, reading=scene.case):
            alert(scene)
        with as_(world.sanne, reading=scene.case):
            assert not holding(scene).alerts


class TestTies:
    def test_siblings_are_siblings_from_both_sides_and_not_said_twice(self, scene, world):
        pair = {"person": scene.people["mother"], "other": scene.people["child"]}
        back = {"person": scene.people["child"], "other": scene.people["mother"]}
        with as_(world.noor, reading=scene.case):
            actions.relate(by=world.noor, file=scene.case, kind="sibling", **pair)
            with pytest.raises(Refused):
                actions.relate(by=world.noor, file=scene.case, kind="sibling", **back)
            assert [one.ties for one in holding(scene).people] == [
                ["broer of zus van Child Testvogel"], ["broer of zus van Mother Testvogel"]
            ]  # fmt: skip

    def test_a_relation_in_ones_own_words_is_taken_back_once(self, scene, world):
        pair = {"person": scene.people["mother"], "other": scene.people["child"], "kind": "other", "label": "buurvrouw"}
        with as_(world.noor, reading=scene.case):
            relation = actions.relate(by=world.noor, file=scene.case, **pair)
            assert holding(scene).people[0].ties == ["buurvrouw van Child Testvogel"]
            relation = actions.unrelate(by=world.noor, file=scene.case, relation=relation)
            assert not holding(scene).relations
            with pytest.raises(Refused):
                actions.unrelate(by=world.noor, file=scene.case, relation=relation)

    def test_authority_is_a_persons_or_an_institutions(self, scene, world):
        child, mother = scene.people["child"], scene.people["mother"]
        with as_(world.noor, reading=scene.case):
            with pytest.raises(Refused):
                actions.give_authority(by=world.noor, file=scene.case, person=child)
            actions.give_authority(by=world.noor, file=scene.case, person=child, holder=mother)
            held = actions.give_authority(by=world.noor, file=scene.case, person=child, institution="Jeugdbescherming")
            with pytest.raises(Refused):
                actions.give_authority(by=world.noor, file=scene.case, person=child, holder=mother)
        with as_(world.lieke, reading=scene.case):
            assert [one.institution for one in Authority.objects.all()] == ["Jeugdbescherming"]
        with as_(world.noor, reading=scene.case):
            held = actions.take_authority_back(by=world.noor, file=scene.case, authority=held)
            with pytest.raises(Refused):
                actions.take_authority_back(by=world.noor, file=scene.case, authority=held)


class TestTheSameNumber:
    def test_stands_in_a_file_once_and_twins_have_two(self, scene, world):
        with as_(world.noor, reading=scene.case):
            ring, twin = Keyring.of(scene.case), {"birth_date": "20150101", "surname": "Testvogel"}
            first = add_person(ring, number="999993653", given_names="Een", **twin)
            add_person(ring, number="999991723", given_names="Twee", **twin)
            with pytest.raises(Refused, match="tweeling|twins"):
                add_person(ring, number="999993653", given_names="Drie", **twin)
            assert first.file_id == scene.case.pk


class TestASeatForTheChildOnly:
    def test_shows_nothing_about_the_mother_and_no_number_too_high(self, scene, world):
        with as_(world.noor, reading=scene.case):
            for whom in ("mother", "child"):
                frame(scene, whom=whom)
                told(scene, whom=whom, said=f"Over {whom}.")
                alert(scene, whom)
            actions.relate(
                by=world.noor,
                file=scene.case,
                person=scene.people["mother"],
                other=scene.people["child"],
                kind="parent",
            )
        with as_(world.lieke, reading=scene.case):
            found = holding(scene)
            assert [len(rows) for rows in (found.frames, found.informings, found.alerts, found.relations)] == [
                1,
                1,
                1,
                0,
            ]
            assert not Relation.objects.exists() and LegalFrame.objects.count() == Informing.objects.count() == 1
