"""What is coming: who is warned of which end and which birthday, and of nothing else."""

from datetime import date

import pytest

from conftest import as_, as_owner
from schakel.people import actions
from schakel.people.coming import (
    alerts_ending,
    birthdays_coming,
    birthdays_of,
    frames_ending,
    postponements_ending,
)
from schakel.people.models import Person

from .holding import DAY, TODAY, alert, frame, holding, postponed, told


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
        first, last = date(2027, 1, 1), date(2027, 12, 31)
        with as_owner():
            Person.objects.filter(pk=scene.people["child"].pk).update(birth_date=birth)
        with as_(world.noor, reading=scene.case):
            asked = [(one.turns, str(one.earliest), str(one.latest)) for one in birthdays_coming(first, last)]
            people = holding(scene).people
        shown = [(one.turns, str(one.earliest), str(one.latest)) for one in birthdays_of(people, first, last)]
        assert asked == shown == ([(12, *span)] if span else [])

    def test_who_was_born_on_29_february_grows_older_on_1_march(self, scene, world):
        leap = Person(birth_date="20160229")
        with as_owner():
            Person.objects.filter(pk=scene.people["child"].pk).update(birth_date="20160229")
        spans = [date(2034, 1, 1), date(2034, 12, 31)]
        with as_(world.noor):
            assert birthdays_coming(*spans)[0].earliest == date(2034, 3, 1)
        assert birthdays_of([leap], *spans)[0].earliest == date(2034, 3, 1)
