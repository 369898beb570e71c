"""Acts: done with their entry, or not done; refused with an entry that stays."""

import pytest
from django.db import ProgrammingError, connection, transaction

from conftest import as_, as_owner
from schakel.access.fields import Start
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.audit.record import ACTS, ActWithoutEntry, act, record
from schakel.cases import actions


@pytest.fixture
def an_act():
    """`an_act(function)` makes an act that is forgotten afterwards."""
    yield lambda function: act("test.done", "did something")(function)
    ACTS.pop("test.done", None)


def is_ended(seat):
    with as_owner():
        seat.refresh_from_db()
    return seat.ends_at is not None


def test_an_act_that_writes_no_entry_is_taken_back(scene, an_act):
    seat = scene.seats["pim"]

    @an_act
    def forgets(*, by):
        seat.ends_at = Start()
        seat.save(update_fields=["ends_at"])

    with as_(scene.world.noor, reading=scene.case), pytest.raises(ActWithoutEntry):
        forgets(by=scene.world.noor)
    assert not is_ended(seat)


def test_an_act_whose_entry_is_refused_has_not_happened(scene):
    seat = scene.seats["pim"]
    with as_(scene.world.noor, reading=scene.case):
        with as_owner(), connection.cursor() as cursor:
            cursor.execute('DROP POLICY "everyone signs their own acts about their own files" ON audit_entry')
        with pytest.raises(ProgrammingError), transaction.atomic():
            actions.end_seat(by=scene.world.noor, seat=seat)
    assert not is_ended(seat)


def test_what_is_refused_stands_in_the_log_though_the_request_is_rolled_back(scene):
    with as_(scene.world.pim, reading=scene.case), pytest.raises(Refused), transaction.atomic():
        actions.end_seat(by=scene.world.pim, seat=scene.seats["sanne"])
    with as_owner():
        entry = Entry.objects.get(kind=Entry.Kind.REFUSED, actor_id=scene.world.pim.pk)
    assert (entry.event, entry.purpose) == ("seat.ended", "Alleen de procesregisseur van deze casus doet dit.")


def test_an_act_is_asked_by_names_and_by_somebody(an_act):
    @an_act
    def done(*, by):
        record(by=by)

    with pytest.raises(TypeError):
        done("somebody")
    with pytest.raises(TypeError):
        done()


def test_no_two_acts_have_one_name(an_act):
    @an_act
    def first(*, by):
        record(by=by)

    def second(*, by):
        record(by=by)

    with pytest.raises(ValueError, match="two acts"):
        an_act(second)
