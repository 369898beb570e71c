from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import Refused
from schakel.audit.record import act
from schakel.network.models import Criterion, Regime

from ..changes import changed
from ..exchange.writing import PARTS
from ..lists import entries
from ..models import HouseText
from .approaches import FIELDS, add_approach, add_criterion, retire_criterion, reword_criterion, set_approach
from .base import my_house
from .days import close_day
from .house import set_house
from .lists import add_entry, retire_entry
from .questions import ask, retire_question
from .tables import set_table
from .texts import edition_of, set_text


@act("setup.taken_over", gettext_noop("took over parts of the set-up of another house"))
def take_over(*, by, house, set_up, parts):
    """Work like another house in some parts: all of them, or nothing. (nl: inrichting overnemen)

    `set_up` was read by `exchange.read` or comes from `exchange.set_up_of`. Approaches, days and tables that only
    this house has stay; cases may run under them.
    """
    house = my_house(by, house)
    chosen = [part for part in TAKE if part in parts]
    if not chosen or set(parts) - set(TAKE):
        raise Refused(_("Choose what to take over."))
    for part in chosen:
        TAKE[part](by, house, set_up[part])
    changed(
        by=by, house=house, event="setup.taken_over", what=set_up["house"], about=house,
        after="\n".join(str(PARTS[part]) for part in chosen),
    )  # fmt: skip


def _way(by, house, way):
    set_house(by=by, house=house, edition=house.edition, **way)


def _days(by, house, days):
    there = set(house.closed_days.values_list("day", flat=True))
    for one in days:
        if one["day"] not in there:
            close_day(by=by, house=house, **one)
            there.add(one["day"])


def _questions(by, house, questions):
    for question in house.intake_questions.all():
        retire_question(by=by, question=question)
    regimes = _by_code(house)
    for one in questions:
        if one["regime"] and one["regime"] not in regimes:
            raise Refused(_("A question belongs to an approach your house does not have: {code}. Take that over, too.")
                          .format(code=one["regime"]))  # fmt: skip
        ask(by=by, house=house, **{**one, "regime": regimes.get(one["regime"])})


def _lists(by, house, lists):
    for name, labels in lists.items():
        _list(by, house, name, None, labels)


def _list(by, house, name, regime, labels):
    """Those of the other house, in its order where they are new."""
    there = {entry.label: entry for entry in entries(house, name, regime)}
    for label, entry in there.items():
        if label not in labels:
            retire_entry(by=by, entry=entry)
    for label in labels:
        if label not in there:
            add_entry(by=by, house=house, name=name, regime=regime, label=label)


def _texts(by, house, texts):
    own = dict(HouseText.objects.filter(house=house).values_list("key", "text"))
    for key, text in texts.items():
        if own.get(key) != text:
            set_text(by=by, house=house, key=key, text=text, edition=edition_of(house, key))


def _regimes(by, house, regimes):
    there = _by_code(house)
    for one in regimes:
        values = {name: one[name] for name in FIELDS}
        own = there.get(one["code"])
        if own and own.training != one["training"]:
            raise Refused(_("{name} is for training in one house only. Give it another code.").format(name=own.name))
        if own:
            own = set_approach(by=by, regime=own, edition=own.edition, **values)
        else:
            own = add_approach(by=by, house=house, code=one["code"], training=one["training"], **values)
        _criteria(by, own, one)
        for name, labels in one["lists"].items():
            _list(by, house, name, own, labels)


def _criteria(by, regime, one):
    """Their criteria, then their formula over them."""
    there = {criterion.number: criterion for criterion in Criterion.objects.filter(regime=regime)}
    for criterion in one["criteria"]:
        own = there.pop(criterion["number"], None)
        if own is None:
            add_criterion(by=by, regime=regime, **criterion)
        elif (own.text, own.area) != (criterion["text"], criterion["area"]):
            reword_criterion(by=by, criterion=own, text=criterion["text"], area=criterion["area"])
    regime = Regime.objects.get(pk=regime.pk)
    regime.formula, regime.edition = one["formula"], regime.edition + 1
    regime.save(update_fields=["formula", "edition"])
    for criterion in there.values():
        retire_criterion(by=by, criterion=criterion)


def _tables(by, house, tables):
    regimes, there = _by_code(house), {table.name: table for table in house.tables.all()}
    for one in tables:
        regime = regimes.get(one["regime"])
        if regime is None:
            raise Refused(_("A table belongs to an approach your house does not have: {code}. Take that over, too.")
                          .format(code=one["regime"]))  # fmt: skip
        if one["name"] not in there:
            set_table(by=by, house=house, **{**one, "regime": regime})


def _by_code(house):
    return {regime.code: regime for regime in house.regimes.all()}


TAKE = {  # approaches first: questions and tables may belong to them
    "regimes": _regimes, "way": _way, "closed_days": _days, "lists": _lists, "texts": _texts,
    "questions": _questions, "tables": _tables,
}  # fmt: skip
