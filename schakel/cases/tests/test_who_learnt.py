"""After a recall exactly those are asked whom the log knows: who could read it, who sat there when it was shown."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.audit.reading import write_opening
from schakel.cases.actions import ask_who_learnt, recall, stop_using
from schakel.cases.models import Case, NoLongerUsed, Occupant
from schakel.conferences.models import CaseConference

from .scene import bring_in


def look(scene, *names):
    for name in names:
        somebody = getattr(scene.world, name)
        write_opening(by=somebody, file_id=scene.case.pk, purpose="contributions")


def take_back(scene, name, contribution):
    """That a recall comes after what was read before it is a matter of moments; here they lie apart."""
    somebody = getattr(scene.world, name)
    with as_(somebody, reading=scene.case):
        return recall(by=somebody, contribution=contribution, reason="Klopt niet.")


def asked(scene):
    with as_owner():
        return sorted(NoLongerUsed.objects.values_list("professional__name", flat=True))


def earlier(contribution, **ago):
    """As if it had been brought in some time ago."""
    with as_owner():
        moment = timezone.now() - timedelta(**ago)
        type(contribution).objects.filter(pk=contribution.pk).update(brought_in_at=moment)
    return contribution


class TestReaders:
    def test_who_opened_the_file_while_it_stood_and_could_read_it_is_asked_and_nobody_else(self, scene):
        look(scene, "noor")  # before it was brought in
        contribution = bring_in(scene, "pim", "Over de moeder.", about=["mother"])
        look(scene, "sanne", "lieke", "sem", "sanne")
        take_back(scene, "pim", contribution)
        look(scene, "noor")  # after it was taken back
        assert asked(scene) == ["Sanne", "Sem"]

    def test_who_takes_it_back_is_not_asked_and_a_colleague_who_read_it_is(self, scene, world):
        contribution = bring_in(scene, "noor", "De situatie.")
        look(scene, "noor", "sem", "pim")
        take_back(scene, "noor", contribution)
        assert asked(scene) == ["Pim", "Sem"]

    def test_who_reads_for_an_organisation_it_was_not_meant_for_is_not_asked(self, scene):
        contribution = bring_in(scene, "pim", "Voor de ggz.", about=["mother"], audience=["ggz"])
        look(scene, "sanne", "noor", "lieke")
        take_back(scene, "pim", contribution)
        assert asked(scene) == ["Sanne"]

    def test_who_lost_the_seat_since_is_asked_too(self, scene):
        contribution = earlier(bring_in(scene, "pim", "Over de moeder.", about=["mother"]), minutes=5)
        look(scene, "sanne")
        with as_owner():
            Occupant.objects.filter(seat=scene.seats["sanne"]).update(ends_at=timezone.now())
        take_back(scene, "pim", contribution)
        assert asked(scene) == ["Sanne"]

    def test_whoever_sat_there_at_another_time_than_they_looked_is_not_asked(self, scene):
        """Opening a file from another seat reads nothing of what that seat does not see."""
        contribution = bring_in(scene, "pim", "Over de moeder.", about=["mother"])
        look(scene, "sanne")
        with as_owner():
            Occupant.objects.filter(seat=scene.seats["sanne"]).update(ends_at=timezone.now() - timedelta(hours=1))
        take_back(scene, "pim", contribution)
        assert asked(scene) == []

    def test_each_is_asked_once_however_often_they_looked_and_it_is_asked(self, scene, world):
        contribution = bring_in(scene, "pim", "Gezien.")
        look(scene, "sem", "sem", "sem")
        take_back(scene, "pim", contribution)
        with as_(world.pim, reading=scene.case):
            ask_who_learnt(scene.case)
        assert asked(scene) == ["Sem"]

    def test_an_outsider_makes_nobody_be_asked(self, scene, world):
        contribution = bring_in(scene, "pim", "Gezien.")
        take_back(scene, "pim", contribution)
        with as_owner(), connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO audit_entry (id, at, kind, event, actor_id, file_id) SELECT gen_random_uuid(), "
                "recalled_at, 'opened', 'x', %s, case_id FROM cases_recall",
                [world.sem.pk],
            )
        with as_(world.gea):
            ask_who_learnt(scene.case)
        assert asked(scene) == []
        with as_(world.noor):
            ask_who_learnt(scene.case)
        assert asked(scene) == ["Sem"]


class TestPresent:
    def sat(self, scene, name, *, since=-10, until=None, about=None):
        """At a conference that began twenty minutes ago; minutes from now."""
        now = timezone.now()
        with as_owner():
            conference = CaseConference.objects.create(
                case=scene.case, author=scene.world.noor, chair=scene.world.noor, place="x",
                starts_at=now, started_at=now - timedelta(minutes=20), about=about or [scene.case.pk],
            )  # fmt: skip
            values = [getattr(scene.world, name).pk, scene.case.pk, conference.pk, now + timedelta(minutes=since)]
            with connection.cursor() as cursor:
                cursor.execute(
                    "INSERT INTO audit_entry (id, at, kind, event, actor_id, reader_id, file_id, subject_id, from_at, "
                    "until_at) VALUES (gen_random_uuid(), now(), 'present', 'x', gen_random_uuid(), %s, %s, %s, %s, "
                    "%s)",
                    [*values, until and now + timedelta(minutes=until)],
                )

    def test_who_sat_there_when_it_was_shown_is_asked_also_without_a_seat(self, scene):
        contribution = earlier(bring_in(scene, "pim", "Gezien."), minutes=30)
        self.sat(scene, "bilal")
        take_back(scene, "pim", contribution)
        assert asked(scene) == ["Bilal"]

    def test_not_who_had_left_before_it_was_brought_in(self, scene):
        contribution = earlier(bring_in(scene, "pim", "Gezien."), minutes=2)
        self.sat(scene, "bilal", until=-5)
        take_back(scene, "pim", contribution)
        assert asked(scene) == []

    def test_not_for_what_is_for_some_only_and_so_is_not_shown_at_a_table(self, scene):
        contribution = earlier(bring_in(scene, "pim", "Voor de ggz.", about=["mother"], audience=["ggz"]), minutes=30)
        self.sat(scene, "bilal")
        take_back(scene, "pim", contribution)
        assert asked(scene) == []

    def test_not_at_a_table_about_somebody_else(self, scene):
        contribution = earlier(bring_in(scene, "pim", "Over de moeder.", about=["mother"]), minutes=30)
        self.sat(scene, "bilal", about=[scene.people["child"].pk])
        self.sat(scene, "coen", about=[scene.people["mother"].pk])
        take_back(scene, "pim", contribution)
        assert asked(scene) == ["Coen"]


class TestSayingSo:
    @pytest.fixture
    def row(self, scene, world):
        contribution = bring_in(scene, "pim", "Gezien.")
        look(scene, "sem", "noor")
        take_back(scene, "pim", contribution)
        with as_owner():
            return NoLongerUsed.objects.get(professional=world.sem)

    def test_each_confirms_for_themselves_and_the_log_has_it(self, row, world):
        with as_(world.sem):
            stop_using(by=world.sem, asked=NoLongerUsed.objects.get())
        with as_owner():
            entry = Entry.objects.get(kind="act", event="recall.no_longer_used")
            assert (entry.subject_id, entry.file_id) == (row.pk, row.file_id)
            row.refresh_from_db()
            assert row.confirmed_at

    def test_twice_is_refused_with_a_reason(self, row, world):
        with as_(world.sem):
            stop_using(by=world.sem, asked=NoLongerUsed.objects.get())
            with pytest.raises(Refused, match="al bevestigd"):
                stop_using(by=world.sem, asked=NoLongerUsed.objects.get())

    def test_who_lost_the_seat_confirms_without_seeing_the_case(self, row, scene, world):
        with as_owner():
            Occupant.objects.filter(seat=scene.seats["sem"]).update(ends_at=timezone.now() - timedelta(seconds=1))
        with as_(world.sem):
            assert not Case.objects.exists()
            stop_using(by=world.sem, asked=NoLongerUsed.objects.get())
        with as_owner():
            assert Entry.objects.get(kind="act", event="recall.no_longer_used").file_id is None

    def test_nobody_confirms_for_somebody_else(self, row, world):
        with as_(world.gea), pytest.raises(DatabaseError), transaction.atomic():
            stop_using(by=world.gea, asked=row)


class TestHowMany:
    def told(self, scene, name):
        with as_(getattr(scene.world, name), reading=scene.case), connection.cursor() as cursor:
            cursor.execute("SELECT organisation, own, asked, confirmed, waiting FROM access.who_stopped_using()")
            return cursor.fetchall()

    def test_organisations_and_numbers_for_who_took_it_back_and_who_runs_the_case(self, scene, world):
        contribution = bring_in(scene, "pim", "Over de moeder.", about=["mother"])
        look(scene, "sem", "noor", "sanne")
        take_back(scene, "pim", contribution)
        with as_(world.sem):
            stop_using(by=world.sem, asked=NoLongerUsed.objects.get())
        ggz, house = "GGZ Test", "Zorg- en Veiligheidshuis Test"
        assert self.told(scene, "pim") == [(ggz, False, 1, 0, None), (house, False, 2, 1, None)]
        assert self.told(scene, "noor") == [(ggz, False, 1, 0, None), (house, True, 2, 1, ["Noor"])]
        assert self.told(scene, "sanne") == []

    def test_who_sees_one_person_learns_of_no_organisation_that_sits_for_another(self, scene, world):
        contribution = earlier(bring_in(scene, "lieke", "Over het kind.", about=["child"]), minutes=30)
        look(scene, "sem")
        TestPresent().sat(scene, "sanne")
        take_back(scene, "lieke", contribution)
        assert asked(scene) == ["Sanne", "Sem"]
        assert [row[0] for row in self.told(scene, "lieke")] == ["Zorg- en Veiligheidshuis Test"]
