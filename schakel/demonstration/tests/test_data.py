"""The fictitious region holds together, on whatever day it is opened."""

from datetime import date, timedelta

import pytest

from schakel.demonstration.case_checks import PHASES, born, case_problems
from schakel.demonstration.checking import problems
from schakel.demonstration.reading import UnreadableError, build, read_world
from schakel.demonstration.shapes import Municipality

DAYS = [
    date(2026, 11, 21),
    date(2026, 11, 23),
    date(2027, 1, 1),
    date(2027, 5, 8),
    date(2028, 2, 29),
]


@pytest.mark.parametrize("today", DAYS)
def test_region_people_and_day_have_no_problems(today):
    assert list(problems(read_world(), today)) == []


@pytest.mark.parametrize("today", DAYS)
def test_no_case_has_a_problem(today):
    world = read_world()
    assert [p for case in world.cases.values() for p in case_problems(world, case, today)] == []


def test_there_are_twenty_five_personas_in_the_region():
    world = read_world()
    assert sum(person.account for person in world.people.values() if person.house == "merreland") == 25


def test_there_are_sixty_cases_in_three_houses_and_every_kind_of_approach():
    cases = [case for case in read_world().cases.values() if case.sketch.startswith("5.") or case.sketch == "kort"]
    assert len(cases) == 60
    assert {case.house for case in cases} == {"merreland", "lage-venen", "oostlanden"}
    assert {case.regime for case in cases} == {regime.key for regime in read_world().regimes.regime}


def test_no_two_cases_say_the_same():
    texts = [one.text for case in read_world().cases.values() for one in case.contribution]
    assert len(texts) == len(set(texts)) > 100


def test_every_phase_occurs():
    assert {case.phase for case in read_world().cases.values()} == set(PHASES)


def test_the_outsider_has_no_place_in_any_case():
    world = read_world()
    named = {occupant.who for case in world.cases.values() for seat in case.seat for occupant in seat.occupants}
    assert "buitenstaander" not in named
    assert "buitenstaander" not in {case.referral.referrer for case in world.cases.values()}


def test_no_citizen_number_occurs_twice():
    numbers = [person.number for case in read_world().cases.values() for person in case.person if person.number]
    assert len(numbers) == len(set(numbers)) > 17


def test_only_the_signal_of_radicalisation_is_hidden():
    world = read_world()
    for case in world.cases.values():
        hidden = world.approach(case.house, case.regime).compartment == "hidden"
        assert hidden == (case.regime == "radicalisation_signal"), case.key


@pytest.mark.parametrize("today", DAYS)
def test_somebody_turns_eighteen_after_today_however_the_calendar_falls(today):
    jaimy = next(p for p in read_world().cases["zwaluwstaart"].person if p.key == "jaimy")
    birth = born(jaimy, today)
    assert today.year - birth.year - ((birth.month, birth.day) > (today.month, today.day)) == 17


def test_a_misspelt_field_is_refused_with_its_place():
    with pytest.raises(UnreadableError, match="region.*unknown.*naam"):
        build(Municipality, {"code": "9901", "naam": "Merredam"}, "region.toml")


def test_every_day_of_two_years_the_cases_stay_without_problems():
    world = read_world()
    first = date(2026, 11, 1)
    for step in range(0, 730, 13):
        today = first + timedelta(step)
        assert [p for case in world.cases.values() for p in case_problems(world, case, today)] == [], today
