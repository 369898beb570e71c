"""A formula as people read it."""

from dataclasses import dataclass

from django.utils.translation import ngettext

from .formula import FormulaError, in_words, minimal_sets, parse


@dataclass(frozen=True)
class Way:
    """One way in which it becomes a case: these criteria together are enough."""

    title: str
    criteria: list
    is_area: bool


def in_conjunctions(formula):
    """The formula with "and" and "or" in the reader's language; "" when there is none that can be read."""
    try:
        formula = parse(formula)
    except FormulaError:
        return ""
    return in_words(formula, {number: str(number) for number in range(1, 1000)})


def ways(regime, criteria):
    """Every way in which it becomes a case, with the criteria in full."""
    by_number = {criterion.number: criterion for criterion in criteria}
    try:
        sets = minimal_sets(parse(regime.formula, by_number))
    except FormulaError:
        return []
    return [_way([by_number[number] for number in sorted(chosen)]) for chosen in sets]


def _way(criteria):
    numbers = ", ".join(str(criterion.number) for criterion in criteria)
    title = ngettext("Criterion {numbers} is enough", "Criteria {numbers} together are enough", len(criteria))
    return Way(title.format(numbers=numbers), criteria, all(criterion.area for criterion in criteria))
