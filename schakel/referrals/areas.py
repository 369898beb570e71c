"""What is about an area, and what a formula still asks."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from schakel.access.verdict import ALLOWED, refuse
from schakel.network.formula import FormulaError, evaluate, minimal_sets, parse
from schakel.people.traces import personal_traces

AN_AREA = _lazy("This case is about an area. Is it about a person? Then make a referral.")


def is_about_an_area(criteria):
    """Whether these criteria, met and nothing more, make it a matter of an area, without persons."""
    met = list(criteria)
    return bool(met) and all(criterion.area for criterion in met)


def claims_an_area(claims):
    """Whether the referrer puts forward nothing but what concerns an area."""
    return is_about_an_area(claim.criterion for claim in claims if claim.met)


def traces_in(texts):
    """What in these texts points to a person, each kind once; never the words themselves."""
    return sorted({trace for text in texts for trace in personal_traces(text)})


def may_become_a_case(regime, met, persons):
    """Whether the criteria that are met make a case by the formula of the regime, with or without persons."""
    satisfied = satisfies(regime, met)
    if not satisfied:
        return satisfied
    if is_about_an_area(met) and persons:
        return refuse(
            _(
                "With only the criterion about an area this becomes a case about an area, and that has no persons; "
                "this referral names persons. Ask the referrer for a referral without persons."
            )
        )
    if not is_about_an_area(met) and not persons:
        return refuse(_("A case about persons needs at least one person; this referral names none."))
    return ALLOWED


def satisfies(regime, met):
    """Yes, or which criteria the formula of the regime still asks."""
    numbers = {criterion.number for criterion in met}
    try:
        formula = parse(regime.formula)
    except FormulaError:
        return refuse(_("This kind of approach has no usable formula. The functional administrator can set it."))
    if evaluate(formula, numbers):
        return ALLOWED
    return refuse(
        _("By the formula this is no case yet: it still asks {criteria}.").format(criteria=_asked(formula, numbers))
    )


def _asked(formula, numbers):
    """The criteria that are missing, per way in which it could become a case: "criterion 3, or criterion 4"."""
    ways = [sorted(chosen - numbers) for chosen in minimal_sets(formula)]
    return _(", or ").join(_named(way) for way in ways)


def _named(numbers):
    if len(numbers) == 1:
        return _("criterion {number}").format(number=numbers[0])
    *first, last = map(str, numbers)
    return _("criteria {numbers} and {last}").format(numbers=", ".join(first), last=last)
