from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import Conflict, Refused
from schakel.audit.once import made_once
from schakel.audit.record import act
from schakel.network.formula import FormulaError, normal_form, parse
from schakel.network.models import Criterion, Regime

from .. import rules
from ..changes import changed
from ..wording import in_words
from .base import my_house, refuse_second, retire, standing

FIELDS = [
    "name", "purpose", "citation", "citation_link", "verified", "verified_on", "remark", "hidden", "takes_referrals",
    "asks_mandates", "asks_covenants", "flexible_shell", "kinds", "phases", "retention_months", "retention_start",
    "refused_months",
]  # fmt: skip


@made_once(Regime, signed=None)
@act("regime.added", gettext_noop("added a kind of approach"))
def add_approach(*, by, house, code, key=None, training=False, **values):
    """Add a legal ground of the house's own. (nl: soort aanpak)"""
    house = my_house(by, house)
    refuse_second(house.regimes.filter(code=code), _("There is an approach with this code already."))
    made = Regime.objects.create(**({"pk": key} if key else {}), house=house, code=code, training=training, **values)
    changed(by=by, house=house, event="regime.added", what=made, about=made, after=in_words(made, FIELDS))
    return made


@act("regime.set", gettext_noop("changed a kind of approach"))
def set_approach(*, by, regime, edition, **values):
    """Change what follows from a legal ground. (nl: soort aanpak)"""
    house = my_house(by, regime.house)
    regime = Regime.objects.select_for_update().get(pk=regime.pk)
    if regime.edition != edition:
        raise Conflict(regime)
    rules.may_hide(by, regime, values.get("hidden", regime.hidden)).enforce()
    fields = [name for name in FIELDS if name in values]
    before = in_words(regime, fields)
    for name in fields:
        setattr(regime, name, values[name])
    regime.edition += 1
    regime.save(update_fields=[*fields, "edition"])
    changed(
        by=by, house=house, event="regime.set", what=regime, about=regime, before=before,
        after=in_words(regime, fields),
    )  # fmt: skip
    return regime


@act("criterion.added", gettext_noop("added a criterion"))
def add_criterion(*, by, regime, text, area=False, number=None):
    """Ask one more question in the triage; the formula says what it is worth. (nl: criterium)"""
    house = my_house(by, regime.house)
    last = max(Criterion.every.filter(regime=regime).values_list("number", flat=True), default=0)
    number = number or last + 1
    refuse_second(regime.criteria.filter(number=number), _("There is a criterion with this number already."))
    made = Criterion.objects.create(regime=regime, author=by, number=number, text=text, area=area)
    changed(by=by, house=house, event="criterion.added", about=made, what=_criterion(made), after=made.text)
    return made


@act("criterion.reworded", gettext_noop("reworded a criterion"))
def reword_criterion(*, by, criterion, text, area):
    """Ask it in other words from now on; what was judged by it keeps its text. (nl: criterium)"""
    house = my_house(by, criterion.regime.house)
    criterion = standing(criterion, Criterion)
    retire(criterion)
    made = Criterion.objects.create(regime=criterion.regime, author=by, number=criterion.number, text=text, area=area)
    changed(
        by=by,
        house=house,
        event="criterion.reworded",
        about=made,
        what=_criterion(made),
        before=criterion.text,
        after=text,
    )
    return made


@act("criterion.retired", gettext_noop("asks a criterion no more"))
def retire_criterion(*, by, criterion):
    """Ask it no more; the formula may not need it. (nl: criterium)"""
    house = my_house(by, criterion.regime.house)
    criterion = standing(criterion, Criterion)
    _refuse_when_needed(criterion)
    retire(criterion)
    changed(
        by=by,
        house=house,
        event="criterion.retired",
        about=criterion,
        what=_criterion(criterion),
        before=criterion.text,
    )


def _refuse_when_needed(criterion):
    regime = criterion.regime
    others = set(regime.criteria.exclude(pk=criterion.pk).values_list("number", flat=True))
    try:
        if regime.formula:
            normal_form(parse(regime.formula, others))
    except FormulaError:
        raise Refused(_("The formula needs this criterion. Change the formula first.")) from None


def _criterion(criterion):
    return _("{regime}, criterion {number}").format(regime=criterion.regime, number=criterion.number)
