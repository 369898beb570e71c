"""A closed case is never quietly continued: it is tested anew, and only who sees both knows that one came before."""

import pytest

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.cases.models import Case, Continuation
from schakel.cases.tests.scene import close
from schakel.people.models import Person
from schakel.referrals.actions.again import begin_again
from schakel.referrals.models import Referral


def begun(scene, by):
    with as_(by, reading=scene.case):
        people = list(Person.objects.filter(file_id=scene.case.pk))
        return begin_again(by=by, case=scene.case, regime=scene.world.regime, people=people)


def test_the_director_of_a_closed_case_begins_a_new_test(scene, world):
    close(scene)
    referral = begun(scene, world.noor)
    assert referral.is_draft
    with as_(world.noor, reading=referral):
        assert Person.objects.filter(file_id=referral.pk).count() == 2
        assert Continuation.objects.get().case == scene.case
    with as_owner():
        assert Entry.objects.get(event="referral.begun_again").file_id == scene.case.pk
        assert Case.objects.get(pk=scene.case.pk).closed_at


def test_a_case_that_runs_is_not_begun_again(scene, world):
    with pytest.raises(Refused):
        begun(scene, world.noor)


@pytest.mark.parametrize("name", ["sem", "pim"])
def test_nobody_else_begins_one(scene, world, name):
    close(scene)
    with pytest.raises(Refused):
        begun(scene, getattr(world, name))


def test_who_sees_the_earlier_case_only_does_not_see_that_a_test_began(scene, world):
    close(scene)
    begun(scene, world.noor)
    for somebody in (world.pim, world.sem, world.hanneke):
        with as_(somebody):
            assert not Continuation.objects.exists()
            assert not Referral.objects.exists()


def test_who_sees_the_later_case_only_does_not_see_what_came_before(scene, world):
    close(scene)
    referral = begun(scene, world.noor)
    with as_owner():
        Referral.objects.filter(pk=referral.pk).update(sent_at="2026-01-01T00:00Z")
    with as_(world.hanneke):
        assert Referral.objects.get() == referral
        assert not Continuation.objects.exists()
