"""What holds for persons of a case: who writes it, who reads it, what it never betrays."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.verdict import Conflict, Refused
from schakel.audit.models import Entry
from schakel.cases.tests.scene import close
from schakel.people import actions
from schakel.people.coming import alerts_ending, birthdays_coming, frames_ending, postponements_ending
from schakel.people.holding import Holding
from schakel.people.keeping import add_person, latest_addresses
from schakel.people.models import Address, Authority, Informing, LegalFrame, Person, Relation
from schakel.vault.words import Keyring

TODAY = timezone.localdate()
DAY = timedelta(days=1)


def source(scene, name):
    return scene.seats[name].capacity


def frame(scene, name="noor", whom="mother", **fields):
    facts = {"kind": "gebiedsverbod", "until": TODAY + 30 * DAY, "conditions": "Niet in de wijk."} | fields
    return actions.add_frame(
        by=getattr(scene.world, name), file=scene.case, person=scene.people[whom], capacity=source(scene, name), **facts
    )


def told(scene, name="noor", whom="mother", said="Alles verteld.", **fields):
    facts = {"moment": "before", "on_day": TODAY, "how": "talk", "who": "Noor", "said": said} | fields
    return actions.inform(
        by=getattr(scene.world, name), file=scene.case, person=scene.people[whom], capacity=source(scene, name), **facts
    )


def postponed(scene, whom="mother", until=TODAY + DAY, **fields):
    facts = {"moment": "before", "ground": "de veiligheid van iemand anders", "why": "Zij loopt gevaar."} | fields
    return actions.postpone(
        by=scene.world.noor, file=scene.case, person=scene.people[whom], capacity=source(scene, "noor"), until=until,
        **facts,
    )  # fmt: skip


def alert(scene, whom=None, until=TODAY + DAY):
    person = scene.people[whom] if whom else None
    return actions.give_alert(
        by=scene.world.noor, file=scene.case, person=person, capacity=source(scene, "pim"), text="Hond.", until=until
    )


def holding(scene):
    return Holding(scene.case, Person.objects.filter(file_id=scene.case.pk))


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


class TestHiddenAddresses:
    HOME = {"lines": "Pad 1", "postcode": "1234 AB", "place": "Testdam"}

    def hide(self, scene, *names):
        capacities = [source(scene, name) for name in names]
        actions.hide_address(by=scene.world.noor, file=scene.case, person=scene.people["mother"], capacities=capacities)

    def seen_by(self, scene, name):
        with as_(getattr(scene.world, name), reading=scene.case):
            return [one.lines for one in Address.objects.all()], latest_addresses(scene.case.pk)

    def test_it_reaches_who_is_named_and_the_house_and_nobody_else(self, scene, world):
        with as_owner():
            Address.objects.create(
                file_id=scene.case.pk, person=scene.people["mother"], audience=[scene.case.pk], **self.HOME
            )
        with as_(world.noor, reading=scene.case):
            self.hide(scene, "pim")
        assert self.seen_by(scene, "sanne") == ([], {})
        assert self.seen_by(scene, "pim")[0] == self.seen_by(scene, "noor")[0] == ["Pad 1"]

    def test_who_is_not_named_any_more_does_not_fall_back_on_what_was_there(self, scene, world):
        with as_owner():
            Address.objects.create(
                file_id=scene.case.pk, person=scene.people["mother"], audience=[scene.case.pk], **self.HOME
            )
        with as_(world.noor, reading=scene.case):
            self.hide(scene, "pim", "sanne")
            self.hide(scene, "sanne")
        assert self.seen_by(scene, "pim") == ([], {})
        assert self.seen_by(scene, "sanne")[0] == ["Pad 1"]
        with as_(world.pim, reading=scene.case):
            mother = next(one for one in holding(scene).people if one.given_names == "Mother")
            assert mother.secret_address and mother.address is None

    def test_what_is_not_known_is_not_hidden(self, scene, world):
        with as_(world.noor, reading=scene.case), pytest.raises(Refused):
            self.hide(scene, "pim")


class TestTheSameNumber:
    def test_stands_in_a_file_once_and_twins_have_two(self, scene, world):
        with as_(world.noor, reading=scene.case):
            ring, twin = Keyring.of(scene.case), {"birth_date": "20150101", "surname": "Testvogel"}
            first = add_person(ring, number="999993653", given_names="Een", **twin)
            add_person(ring, number="999991723", given_names="Twee", **twin)
            with pytest.raises(Refused, match="tweeling|twins"):
                add_person(ring, number="999993653", given_names="Drie", **twin)
            assert first.file_id == scene.case.pk


class TestComing:
    def test_who_keeps_the_file_is_warned_with_a_number_and_a_day(self, scene, world):
        with as_(world.noor, reading=scene.case):
            frame(scene)
            alert(scene, "mother")
            postponed(scene)
        with as_(world.noor):
            assert [(one.number, one.on) for one in frames_ending(TODAY, TODAY + 60 * DAY)] == [
                (scene.case.number, TODAY + 30 * DAY)
            ]
            assert [one.on for one in alerts_ending(TODAY, TODAY + DAY)] == [TODAY + DAY]
            assert [one.on for one in postponements_ending(TODAY + DAY)] == [TODAY + DAY]
            assert not frames_ending(TODAY, TODAY + DAY) and not postponements_ending(TODAY)

    def test_an_organisation_is_warned_of_its_own_and_others_of_nothing(self, scene, world):
        with as_(world.sanne, reading=scene.case):
            frame(scene, "sanne")
        for name, number in (("sanne", 1), ("noor", 1), ("pim", 0), ("lieke", 0), ("gea", 0)):
            with as_(getattr(world, name)):
                assert len(frames_ending(TODAY, TODAY + 60 * DAY)) == number, name

    def test_what_was_told_meanwhile_or_ended_does_not_come(self, scene, world):
        with as_(world.noor, reading=scene.case):
            postponed(scene)
            told(scene)
            actions.end_frame(by=world.noor, file=scene.case, frame=frame(scene), on=TODAY)
            actions.end_alert(by=world.noor, file=scene.case, alert=alert(scene))
        with as_(world.noor):
            assert not postponements_ending(TODAY + 9 * DAY) and not frames_ending(TODAY, TODAY + 60 * DAY)
            assert not alerts_ending(TODAY, TODAY + 9 * DAY)

    @pytest.mark.parametrize(
        ("birth", "span"),
        [("20150310", ("2027-03-10", "2027-03-10")), ("20150300", ("2027-03-01", "2027-03-31")),
         ("20150000", ("2027-01-01", "2027-12-31")), ("00000000", None), ("", None)],
    )  # fmt: skip
    def test_birthdays_are_known_as_far_as_the_birth_date_is(self, scene, world, birth, span):
        from datetime import date

        first, last = date(2027, 1, 1), date(2027, 12, 31)
        with as_owner():
            Person.objects.filter(pk=scene.people["child"].pk).update(birth_date=birth)
        with as_(world.noor, reading=scene.case):
            asked = [(one.turns, str(one.earliest), str(one.latest)) for one in birthdays_coming(first, last)]
            people = holding(scene).people
        from schakel.people.coming import birthdays_of

        shown = [(one.turns, str(one.earliest), str(one.latest)) for one in birthdays_of(people, first, last)]
        assert asked == shown == ([(12, *span)] if span else [])

    def test_who_was_born_on_29_february_grows_older_on_1_march(self, scene, world):
        from datetime import date

        from schakel.people.coming import birthdays_of

        leap = Person(birth_date="20160229")
        with as_owner():
            Person.objects.filter(pk=scene.people["child"].pk).update(birth_date="20160229")
        spans = [date(2034, 1, 1), date(2034, 12, 31)]
        with as_(world.noor):
            assert birthdays_coming(*spans)[0].earliest == date(2034, 3, 1)
        assert birthdays_of([leap], *spans)[0].earliest == date(2034, 3, 1)


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
