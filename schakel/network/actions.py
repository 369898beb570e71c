"""What changes how the network works."""

from django.utils.translation import gettext_noop

from schakel.access.verdict import Conflict, Refused
from schakel.audit.record import act, record

from . import rules
from .formula import FormulaError, normal_form, parse
from .models import Regime


@act("regime.formula_set", gettext_noop("set the formula of a kind of approach"))
def set_formula(*, by, regime, formula, edition):
    """Say which criteria make a case; the triage judges by it from now on. (nl: formule vaststellen)"""
    regime = Regime.objects.get(pk=regime.pk)
    rules.may_set_formula(by, regime).enforce()
    regime = Regime.objects.select_for_update().get(pk=regime.pk)
    if regime.edition != edition:
        raise Conflict(regime)
    regime.formula, regime.edition = read_formula(regime, formula), regime.edition + 1
    regime.save(update_fields=["formula", "edition"])
    record(by=by, about=regime)
    return regime


def read_formula(regime, text):
    """The one way to write it, or what is wrong with it."""
    try:
        return normal_form(parse(text, set(regime.criteria.values_list("number", flat=True))))
    except FormulaError as error:
        raise Refused(str(error)) from None
