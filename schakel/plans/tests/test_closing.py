"""A case closes with what came of each goal and who goes on with what."""

import pytest

from conftest import as_, as_owner
from schakel.access.verdict import Conflict, Refused
from schakel.audit.models import Entry
from schakel.cases.models import Case, TakenOver
from schakel.plans.closing import conclude
from schakel.plans.models import Goal

from .agreed import goal

WHY = {"reason": "Doelen bereikt", "result": "Rust in huis."}


@pytest.fixture
def aim(scene):
    with as_(scene.world.noor, reading=scene.case):
        return goal(scene)


def closing_page(scene):
    return f"/casussen/{scene.case.number}/afsluiten/"


def answers(aim, **more):
    outcome = {f"edition_{aim.pk}": 1, f"outcome_{aim.pk}": "partly", f"result_{aim.pk}": "Het huis bleef."}
    return {**WHY, **outcome, **more}


def test_the_page_asks_per_goal_and_per_partner_and_the_closed_case_shows_it(scene, aim, client_of):
    world, noor = scene.world, client_of(scene.world.noor)
    police, college = world.capacities["police"], world.capacities["college"]
    page = noor.get(closing_page(scene)).text
    assert "Het huis blijft behouden." in page and str(police) in page
    more = {f"takes_{police.pk}": "Belt elke maand.", "other_0": college.pk, "other_what_0": "De schulden."}
    assert noor.post(closing_page(scene), answers(aim, **more)).status_code == 302
    shown = client_of(world.pim).get(f"/casussen/{scene.case.number}/fase/").text
    assert all(words in shown for words in ("Rust in huis.", "Belt elke maand.", "De schulden.", str(college)))
    assert "Het huis bleef." in client_of(world.pim).get(f"/casussen/{scene.case.number}/plan/").text
    with as_owner():
        events = set(Entry.objects.filter(kind="act", file_id=scene.case.pk).values_list("event", flat=True))
    assert {"goal.ended", "case.closed", "plan.concluded"} <= events


@pytest.mark.parametrize("name", ["outcome", "reason", "result"])
def test_without_an_answer_nothing_closes_and_nothing_is_lost(scene, aim, client_of, name):
    given = answers(aim)
    given.pop(f"{name}_{aim.pk}" if name == "outcome" else name)
    answer = client_of(scene.world.noor).post(closing_page(scene), given)
    assert answer.status_code == 422 and "Het huis bleef." in answer.text
    with as_owner():
        assert not Case.objects.get(pk=scene.case.pk).is_closed


@pytest.mark.parametrize("half", ["other_0", "other_what_0"])
def test_a_partner_without_what_and_what_without_a_partner_are_asked_again(scene, client_of, half):
    value = {"other_0": scene.world.capacities["college"].pk, "other_what_0": "De schulden."}[half]
    assert client_of(scene.world.noor).post(closing_page(scene), {**WHY, half: value}).status_code == 422


def test_as_long_as_a_goal_is_open_the_case_does_not_close(scene, aim):
    with as_(scene.world.noor, reading=scene.case), pytest.raises(Refused, match="doel|goal"):
        conclude(by=scene.world.noor, case=scene.case, **WHY)
    with as_owner():
        assert not Case.objects.get(pk=scene.case.pk).is_closed


def test_a_goal_that_changed_meanwhile_closes_nothing(scene, aim, client_of):
    with as_(scene.world.noor, reading=scene.case), pytest.raises(Conflict):
        conclude(by=scene.world.noor, case=scene.case, goals=[(aim, "reached", "x", 7)], **WHY)
    answer = client_of(scene.world.noor).post(closing_page(scene), answers(aim) | {f"edition_{aim.pk}": 7})
    assert answer.status_code == 409 and "Het huis bleef." in answer.text
    with as_owner():
        assert Goal.objects.get().outcome == "open" and not TakenOver.objects.exists()


def test_support_and_partners_read_why_not_and_an_outsider_finds_nothing(scene, client_of):
    codes = [
        client_of(getattr(scene.world, name)).get(closing_page(scene)).status_code for name in ("sem", "pim", "gea")
    ]
    assert codes == [403, 403, 404]
