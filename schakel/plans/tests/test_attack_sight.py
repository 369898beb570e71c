"""What a seat for one person learns about the others: from the list of readings, and with SQL and an id it once saw."""

from uuid import uuid4

from django.db import connection

from conftest import as_, as_owner
from schakel.cases.tests.scene import bring_in, give_seat
from schakel.conferences.tests.table import meeting
from schakel.conferences.tests.test_at_the_table import attend

from .agreed import agree

LOOKED = (
    "INSERT INTO audit_entry (id, kind, event, actor_id, organisation_id, file_id, purpose) "
    "VALUES (gen_random_uuid(), 'opened', 'file.opened', %s, %s, %s, %s)"
)


def readings(scene, who):
    with as_(getattr(scene.world, who), reading=scene.case), connection.cursor() as cursor:
        cursor.execute("SELECT kind, organisation_id, purposes, from_at FROM audit.readings()")
        return [row for row in cursor.fetchall() if row[1] != getattr(scene.world, who).organisation_id]


def looked(scene, who, purpose):
    """As the log has it; its own connection does not know the organisations of this test."""
    reader = getattr(scene.world, who)
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(LOOKED, [reader.pk, reader.organisation_id, scene.case.pk, purpose])


def held(scene, about):
    conference = meeting(scene, about=about)
    with as_(scene.world.noor, reading=scene.case):
        attend(scene, conference)


class TestTheListOfReadings:
    def test_does_not_betray_a_conference_about_somebody_else(self, scene):
        held(scene, ["mother"])

        assert not [row for row in readings(scene, "lieke") if row[0] == "present"]
        assert [row for row in readings(scene, "sanne") if row[0] == "present"]

    def test_names_who_was_at_a_conference_that_one_knows_of(self, scene):
        held(scene, ["child"])

        assert [row[1] for row in readings(scene, "lieke") if row[0] == "present"] == [scene.world.pim.organisation_id]

    def test_says_for_what_others_looked_only_to_who_sees_the_whole(self, scene):
        looked(scene, "noor", "overleg over de moeder")

        assert "overleg over de moeder" in {one for row in readings(scene, "pim") for one in row[2] or ()}
        assert not any(row[2] for row in readings(scene, "lieke"))


def answers(who, case, statement, *values):
    with as_(who, reading=case), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()[0]


class TestAnIdThatOneOnceSaw:
    """The functions behind the sentences answer for what is hidden as for what is not there."""

    def test_of_a_conference(self, scene):
        conference, case = meeting(scene, about=["mother"]), scene.case
        asked = "SELECT access.confers_on(%s, %s, ARRAY[%s]::uuid[])"
        assert answers(scene.world.pim, case, asked, conference.pk, case.pk, case.pk)
        for who in (scene.world.lieke, scene.world.noor):
            assert not answers(who, case, asked, uuid4(), case.pk, case.pk)
        assert not answers(scene.world.lieke, case, asked, conference.pk, case.pk, case.pk)

    def test_of_an_agreement_and_a_seat(self, scene):
        case, mother = scene.case, scene.people["mother"].pk
        with as_(scene.world.noor, reading=case):
            agreement = agree(scene, "sanne", about=["mother"])
        agreed, seated = (f"SELECT access.{name}(%s, %s, ARRAY[%s]::uuid[])" for name in ("agrees_on", "seats_it_now"))
        for who, knows in ((scene.world.sanne, True), (scene.world.lieke, False)):
            assert answers(who, case, agreed, agreement.pk, case.pk, mother) is knows
            assert answers(who, case, seated, scene.seats["sanne"].pk, case.pk, mother) is knows

    def test_of_a_contribution_of_a_colleague_about_somebody_else(self, scene):
        with as_owner():
            give_seat(scene, "gea", "police", only=["child"])
        hidden = bring_in(scene, "pim", "Over de moeder.", about=["mother"])
        own = bring_in(scene, "pim", "Over het kind.", about=["child"])
        asked = "SELECT access.i_may_recall(%s, %s, %s)"
        assert answers(scene.world.gea, scene.case, asked, own.pk, scene.case.pk, own.capacity_id)
        assert not answers(scene.world.gea, scene.case, asked, hidden.pk, scene.case.pk, hidden.capacity_id)
