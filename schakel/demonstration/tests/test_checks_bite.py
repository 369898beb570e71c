"""Each mistake that matters in the files is found: one is made, and the check must name it."""

from dataclasses import replace
from datetime import date

import pytest

from schakel.demonstration.case_checks import case_problems
from schakel.demonstration.case_shapes import Exclusion, Relation
from schakel.demonstration.checking import problems
from schakel.demonstration.moments import Moment
from schakel.demonstration.reading import read_world

TODAY = date(2026, 11, 21)


def with_first(case, field, **changes):
    first, *rest = getattr(case, field)
    return replace(case, **{field: [replace(first, **changes), *rest]})


def with_first_kept(kept, field, changes):
    first, *rest = getattr(kept, field)
    return replace(kept, **{field: [replace(first, **changes), *rest]})


def with_agreement(case, **changes):
    goal = case.goal[0]
    return with_first(case, "goal", agreement=[replace(goal.agreement[0], **changes)])


MISTAKES = {
    "no director": ("kwartelaar", lambda c: replace(c, director="")),
    "unknown municipality": ("kwartelaar", lambda c: replace(c, municipality="0363")),
    "theme of another regime": ("kwartelaar", lambda c: replace(c, theme="youth_group")),
    "wrong citizen number": ("kwartelaar", lambda c: with_first(c, "person", number="999906757")),
    "number outside the test range": ("kwartelaar", lambda c: with_first(c, "person", number="111222333")),
    "impossible birthday": ("kwartelaar", lambda c: with_first(c, "person", birthday="02-30")),
    "person in an area case": ("kwartelaar", lambda c: replace(c, area=True)),
    "correction of a stranger": ("kwartelaar", lambda c: with_first(c, "correction", person="x")),
    "relation to a stranger": (
        "kwartelaar",
        lambda c: replace(c, relation=[Relation(who="ruben", kind="parent", to="x")]),
    ),
    "referrer of elsewhere": ("kwartelaar", lambda c: replace(c, referral=replace(c.referral, referrer="ggz"))),
    "running without being accepted": (
        "kwartelaar",
        lambda c: replace(c, triage=replace(c.triage, outcome="advice")),
    ),
    "formula not met": ("kwartelaar", lambda c: replace(c, triage=replace(c.triage, criterion=[]))),
    "signal as a referral": ("kievitsbos", lambda c: replace(c, referral=replace(c.referral, source="form"))),
    "seat without a reason": ("kwartelaar", lambda c: with_first(c, "seat", why="")),
    "seat for a stranger": ("roerdomper", lambda c: with_first(c, "seat", persons=["x"])),
    "somebody kept out sits": (
        "tapuyter",
        lambda c: replace(c, exclusion=[Exclusion("om", Moment.parse("W-9"), "procesregisseur", "kent haar")]),
    ),
    "contribution without a seat": ("kwartelaar", lambda c: with_first(c, "contribution", by="buitenstaander")),
    "contribution about somebody unseen": ("zwaluwstaart", lambda c: with_first(c, "contribution", about=["petra"])),
    "audience that does not see the person": (
        "zwaluwstaart",
        lambda c: with_first(c, "contribution", audience=["vlierhof"]),
    ),
    "brought in before it happened": (
        "kwartelaar",
        lambda c: with_first(c, "contribution", fact_date=Moment.parse("W+1")),
    ),
    "owner without a seat": ("kwartelaar", lambda c: with_agreement(c, capacity="om")),
    "owner who does not see the person": (
        "roerdomper",
        lambda c: with_agreement(c, capacity="brugwachter", who="verslaving"),
    ),
    "name in a title": ("kwartelaar", lambda c: with_agreement(c, title="Huur van Ruben")),
    "refusal without a reason": ("kwartelaar", lambda c: with_agreement(c, answer="refused")),
    "held in the future": ("kwartelaar", lambda c: with_first(c, "conference", at=Moment.parse("W+2"))),
    "postponed without an end": ("tapuyter", lambda c: with_first(c, "informing", until=None)),
    "nothing said about informing": ("kwartelaar", lambda c: replace(c, informing=[])),
    "closed without a closing": ("scholeksterman", lambda c: replace(c, closing=None)),
    "closed without results": ("scholeksterman", lambda c: with_first(c, "goal", result="")),
    "lead without a seat": ("kwartelaar", lambda c: replace(c, lead=replace(c.lead, who="ggz"))),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_a_case_is_found(mistake):
    key, make = MISTAKES[mistake]
    world = read_world()
    assert list(case_problems(world, make(world.cases[key]), TODAY))


KEPT = {
    "document by somebody without a seat": ("document", {"by": "buitenstaander"}),
    "document about somebody unseen": ("document", {"case": "zwaluwstaart", "capacity": "ggz", "about": ["jaimy"]}),
    "document for somebody who does not see the person": ("document", {"audience": ["om"]}),
    "document that replaces what is not there": ("document", {"replaces": "Niets.pdf"}),
    "link by somebody who sits in one only": ("link", {"by": "oov"}),
    "link of a case with itself": ("link", {"other": "zilverreyger"}),
}


@pytest.mark.parametrize("mistake", KEPT)
def test_a_mistake_in_what_is_kept_is_found(mistake):
    part, changes = KEPT[mistake]
    world = read_world()
    assert list(problems(replace(world, kept=with_first_kept(world.kept, part, changes)), TODAY))


def world_with(**people):
    world = read_world()
    return replace(world, people=world.people | {key: replace(world.people[key], **c) for key, c in people.items()})


@pytest.mark.parametrize(
    "broken",
    [
        lambda: world_with(politie={"surname": "Kwartelaar"}),
        lambda: world_with(politie={"capacities": ["onbekend"]}),
        lambda: world_with(politie={"roles": ["triage"]}),
        lambda: world_with(politie2={"contact": False}),
        lambda: world_with(ggz={"deputy": "niemand"}),
    ],
)
def test_a_mistake_about_people_is_found(broken):
    assert list(problems(broken(), TODAY))
