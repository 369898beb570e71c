"""Two people, or one form twice, at the very same moment: real transactions on connections of their own."""

from copy import copy
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connection, connections

from conftest import as_, as_owner
from schakel.access.verdict import Conflict, Refused
from schakel.cases.models import Case
from schakel.people.models import Person
from schakel.referrals import actions
from schakel.referrals.actions.receiving import Reported
from schakel.referrals.models import Addition, Decision, Referral

from .scene import MOTHER, NUMBER, decide, draft, sent, start

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "door"])
MESSAGE = Reported(
    registration_number="PL1500-1", since="20260900", words={"happened": "Overlast.", "goal": "Rust."}, names=MOTHER,
    number=NUMBER, address={"lines": "Testpad 1"},
)  # fmt: skip


def at_once(professional, *acts, reading=None):
    """What each act gave, or what it was refused with."""
    results, ready = [], Barrier(len(acts))

    def run(act):
        try:
            with connection.cursor() as cursor:
                cursor.execute("SET ROLE schakel_app")
            with as_(professional, reading=reading):
                ready.wait(timeout=20)
                results.append(act())
        except (Refused, Conflict) as refusal:
            results.append(refusal)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=40)
    assert len(results) == len(acts)
    return results


def count(model):
    with as_owner():
        return model.objects.count()


def test_the_same_message_twice_is_one_referral(world):
    def receive():
        police = world.capacities["police"]
        return actions.receive_message(by=world.pim, regime=world.regime, capacity=police, reported=MESSAGE)

    received = at_once(world.pim, receive, receive)

    assert sorted(one.is_new for one in received) == [False, True]
    assert (count(Referral), count(Person), count(Addition)) == (1, 1, 0)


def test_the_first_form_twice_is_one_draft(world):
    key = uuid4()

    begun = at_once(world.pim, lambda: start(world, key=key), lambda: start(world, key=key))

    assert {referral.pk for referral in begun} == {key}
    assert count(Referral) == 1


def test_the_person_form_twice_is_one_person(world):
    with as_(world.pim):
        referral = start(world)
    key = uuid4()

    def add():
        mine = copy(referral)
        return actions.add_person(by=world.pim, referral=mine, names=MOTHER, number=NUMBER, key=key)

    at_once(world.pim, add, add, reading=referral)

    assert count(Person) == 1


def test_two_who_write_on_the_same_edition_are_one_version_and_one_conflict(world):
    with as_(world.pim):
        referral = draft(world)

    def write():
        mine = copy(referral)
        return actions.write(by=world.pim, referral=mine, edition=2, words={"goal": "Rust."})

    written = at_once(world.pim, write, write, reading=referral)

    assert sorted(type(one).__name__ for one in written) == ["Conflict", "Referral"]


def test_two_who_decide_are_one_decision_and_one_case(world):
    referral = sent(world)

    def judge():
        return decide(world, copy(referral), [1, 2, 3])

    decided = at_once(world.hanneke, judge, judge, reading=referral)

    assert sorted(type(one).__name__ for one in decided) == ["Answered", "Refused"]
    assert (count(Decision), count(Case)) == (1, 1)


def test_withdrawing_and_deciding_do_not_both_happen(world):
    referral = sent(world)
    results = []

    def withdraw():
        with as_(world.pim, reading=referral):
            actions.withdraw(by=world.pim, referral=copy(referral), reason="Niet meer nodig.")

    def judge():
        return decide(world, copy(referral), [], outcome="no")

    results += at_once(world.hanneke, judge, withdraw, reading=referral)

    assert sum(isinstance(one, Refused) for one in results) == 1
    with as_owner():
        found = Referral.objects.get()
        assert bool(found.withdrawn_at) != Decision.objects.exists()
