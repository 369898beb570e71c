"""What another house may learn from this one: no persons, no professionals, no organisations."""

import json
from datetime import date, time

from django.utils.translation import gettext_lazy as _

from schakel.network.models import Regime

from ..actions.approaches import FIELDS
from ..actions.house import CALENDAR, TRIAGE
from ..lists import BY_APPROACH
from ..models import ListEntry

KIND, SCHEMA = "schakel-house-setup", 1
PARTS = {
    "way": _("Way of working and terms"), "closed_days": _("Closed days"), "questions": _("Questions at intake"),
    "lists": _("Lists of the whole house"), "texts": _("Texts and words"), "regimes": _("Kinds of approach"),
    "tables": _("Tables"),
}  # fmt: skip
OF_A_QUESTION = ["text", "help", "kind", "choices", "required"]
OF_A_TABLE = ["name", "rhythm", "weekday", "begins", "ends"]
OF_A_HOUSE = [name for name in ListEntry.List.values if name not in BY_APPROACH]


def set_up_of(house):
    """The whole set-up as plain values."""
    listed = {}
    for entry in ListEntry.objects.filter(house=house):
        listed.setdefault((entry.list, entry.regime_id), []).append(entry.label)
    return {
        "kind": KIND, "schema": SCHEMA, "house": house.name,
        "way": _plain(house, [*TRIAGE, *CALENDAR]),
        "closed_days": [_plain(day, ["day", "reason"]) for day in house.closed_days.all()],
        "questions": [
            {**_plain(one, OF_A_QUESTION), "regime": one.regime.code if one.regime else None}
            for one in house.intake_questions.select_related("regime")
        ],
        "lists": {name: listed.get((name, None), []) for name in OF_A_HOUSE},
        "texts": dict(house.texts.values_list("key", "text")),
        "regimes": [_regime(one, listed) for one in house.regimes.prefetch_related("criteria")],
        "tables": [{**_plain(one, OF_A_TABLE), "regime": one.regime.code}
                   for one in house.tables.select_related("regime")],
    }  # fmt: skip


def as_text(set_up):
    return json.dumps(set_up, ensure_ascii=False, indent=2)


def _regime(regime: Regime, listed):
    return {
        "code": regime.code, "training": regime.training, "formula": regime.formula, **_plain(regime, FIELDS),
        "criteria": [_plain(one, ["number", "text", "area"]) for one in regime.criteria.all()],
        "lists": {str(name): listed.get((name, regime.pk), []) for name in BY_APPROACH},
    }  # fmt: skip


def _plain(row, names):
    return {name: plain_value(getattr(row, name)) for name in names}


def plain_value(value):
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value.isoformat() if isinstance(value, date) else value
