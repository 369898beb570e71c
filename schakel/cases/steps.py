"""What comes next in a case: other capabilities say what they know in their `steps.py`, this one knows the phase."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _

BY_PHASE = {
    "conference": _("Plan the case conference"),
    "plan": _("Settle the plan of action"),
    "monitoring": _("Follow the agreements"),
    "closed": "",
}
_known = []  # functions that know of steps


@dataclass(frozen=True)
class Step:
    """Something that is going to happen, or is late: when, and in words without names; `fact` when it has an hour."""

    at: datetime
    words: str
    late: bool = False
    fact: str = ""
    url: str = ""


def next_steps(function):
    """Register a function that, given cases, answers {case id: Step} in one query."""
    _known.append(function)
    return function


def steps_of(cases):
    """{case id: what is going to happen, soonest first}."""
    _discover()
    found = [function(cases) for function in _known]
    return {case.pk: sorted((s[case.pk] for s in found if case.pk in s), key=lambda step: step.at) for case in cases}


def with_next_step(cases):
    """Put on each case the first thing that is going to happen, or what its phase asks."""
    steps = steps_of(cases)
    for case in cases:
        case.next_step = next(iter(steps[case.pk]), None)
        case.asks = BY_PHASE[case.phase]
    return cases


@cache
def _discover():
    autodiscover_modules("steps")
