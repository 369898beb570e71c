"""What is brought in is taken back or corrected once, also when it is sent four times at the very same moment."""

import pytest

from schakel.cases import actions
from schakel.cases.models import Contribution, Recall
from schakel.cases.tests.scene import bring_in, open_case

from .test_at_once import at_once, count

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "door"])


@pytest.fixture
def one(world):
    scene = open_case(world)
    contribution = bring_in(scene, "pim", "Er was politie aan de deur.")
    contribution.case = scene.case
    return contribution


def test_recalled_four_times_is_recalled_once(world, one):
    def recall():
        return actions.recall(by=world.pim, contribution=one, reason="Onjuist.")

    at_once(world.pim, *[recall] * 4, reading=one.case)
    assert count(Recall) == 1


def test_corrected_by_two_at_once_has_one_newest_version(world, one):
    def correct():
        return actions.correct(
            by=world.pim, contribution=one, text="Er was niemand.", kind="fact", fact_date="20261101", life_domain=""
        )

    at_once(world.pim, *[correct] * 3, reading=one.case)
    assert count(Contribution) == 2
