"""Two set-ups side by side: only what differs."""

from django.utils.translation import gettext as _

from schakel.network.models import House

from ..labels import LABELS
from ..models import ListEntry
from ..texts import DEFAULTS, KINDS
from ..wording import in_one_word
from .writing import PARTS, plain_value


def differences(mine, theirs):
    """For each part that differs: its key, its name, and lines of (what, mine, theirs)."""
    found = {
        "way": _fields(mine["way"], theirs["way"], _shown_way),
        "closed_days": _named(mine, theirs, "closed_days", "day"),
        "questions": _named(mine, theirs, "questions", "text"),
        "lists": _fields(mine["lists"], theirs["lists"], _shown, ListEntry.List),
        "texts": _texts(mine["texts"], theirs["texts"]),
        "regimes": _regimes(mine["regimes"], theirs["regimes"]),
        "tables": _named(mine, theirs, "tables", "name"),
    }
    return [(part, PARTS[part], lines) for part, lines in found.items() if lines]


def _fields(mine, theirs, shown, names=None):
    lines = []
    for name in dict.fromkeys([*mine, *theirs]):
        ours, other = plain_value(mine.get(name)), plain_value(theirs.get(name))
        if ours != other:
            label = names(name).label if names else LABELS.get(name, name)
            lines.append((label, shown(name, ours), shown(name, other)))
    return lines


def _shown(name, value):
    return in_one_word(value)


def _shown_way(name, value):
    field = House._meta.get_field(name)
    return str(dict(field.flatchoices).get(value, in_one_word(value)))


def _named(mine, theirs, part, key):
    """Rows with a name of their own: there or not there, and otherwise."""
    ours = {str(plain_value(one[key])): one for one in mine[part]}
    others = {str(plain_value(one[key])): one for one in theirs[part]}
    lines = []
    for name in dict.fromkeys([*ours, *others]):
        one, other = _row(ours.get(name), key), _row(others.get(name), key)
        if one != other:
            lines.append((name, one, other))
    return lines


def _row(row, key):
    if row is None:
        return _("not there")
    said = [
        in_one_word(plain_value(value)) for name, value in row.items() if name != key and value not in (None, "", [])
    ]
    return " · ".join(said) or _("there")


def _texts(mine, theirs):
    return [
        (KINDS[key].label, mine.get(key, DEFAULTS[key]), theirs.get(key, DEFAULTS[key]))
        for key in KINDS
        if mine.get(key, DEFAULTS[key]) != theirs.get(key, DEFAULTS[key])
    ]


def _regimes(mine, theirs):
    ours, others = ({one["code"]: one for one in side} for side in (mine, theirs))
    lines = []
    for code in dict.fromkeys([*ours, *others]):
        one, other = ours.get(code), others.get(code)
        if one is None or other is None:
            lines.append((code, one["name"] if one else _("not there"), other["name"] if other else _("not there")))
            continue
        flat, flat_other = _flat(one), _flat(other)
        for name in flat:
            if flat[name] != flat_other[name]:
                label = f"{one['name']}: {_label(name)}"
                lines.append((label, in_one_word(flat[name]), in_one_word(flat_other[name])))
    return lines


def _flat(regime):
    criteria = [f"{one['number']}. {one['text']}" for one in regime["criteria"]]
    phases = [f"{phase}: {', '.join(kinds)}" for phase, kinds in sorted(regime["phases"].items())]
    rest = {name: plain_value(value) for name, value in regime.items() if name not in ("criteria", "lists", "phases")}
    lists = {str(name): regime["lists"].get(name, []) for name in ("life_domain", "theme", "closing_reason")}
    return {**rest, "criteria": criteria, "phases": phases, **lists}


def _label(name):
    if name in ListEntry.List.values:
        return ListEntry.List(name).label
    return _("Criteria") if name == "criteria" else LABELS.get(name, name)
