"""Two set-ups side by side: only what differs."""

from functools import partial

from django.utils.translation import gettext as _

from ..labels import LABELS
from ..models import ListEntry
from ..texts import DEFAULTS, KINDS
from .saying import said
from .writing import PARTS, plain_value

EMPTY = (None, "", [], {})


def differences(mine, theirs):
    """For each part that differs: its key, its name, and lines of (what, mine, theirs)."""
    approaches = {one["code"]: one["name"] for side in (theirs, mine) for one in side["regimes"]}
    say = partial(said, approaches=approaches)
    found = {
        "way": _fields(mine["way"], theirs["way"], say),
        "closed_days": _named(mine, theirs, "closed_days", "day", say),
        "questions": _named(mine, theirs, "questions", "text", say),
        "lists": _fields(mine["lists"], theirs["lists"], say),
        "texts": _texts(mine["texts"], theirs["texts"]),
        "regimes": _regimes(mine["regimes"], theirs["regimes"], say),
        "tables": _named(mine, theirs, "tables", "name", say),
    }
    return [(part, PARTS[part], lines) for part, lines in found.items() if lines]


def _fields(mine, theirs, say):
    lines = []
    for name in dict.fromkeys([*mine, *theirs]):
        ours, other = mine.get(name), theirs.get(name)
        if plain_value(ours) != plain_value(other):
            lines.append((_label(name), say(name, ours), say(name, other)))
    return lines


def _named(mine, theirs, part, key, say):
    """Rows with a name of their own: there or not there, and otherwise."""
    ours = {str(plain_value(one[key])): one for one in mine[part]}
    others = {str(plain_value(one[key])): one for one in theirs[part]}
    lines = []
    for name in dict.fromkeys([*ours, *others]):
        one, other = ours.get(name), others.get(name)
        names = _differing(one or {}, other or {}, key)
        if names or not (one and other):
            lines.append((say(key, name), _row(one, names, say), _row(other, names, say)))
    return lines


def _differing(one, other, key):
    names = [name for name in dict.fromkeys([*one, *other]) if name != key]
    return [name for name in names if plain_value(one.get(name)) != plain_value(other.get(name))]


def _row(row, names, say):
    if row is None:
        return _("not there")
    return "\n".join(f"{_label(name)}: {say(name, row[name])}" for name in names if row[name] not in EMPTY) or _(
        "there"
    )


def _texts(mine, theirs):
    return [
        (KINDS[key].label, mine.get(key, DEFAULTS[key]), theirs.get(key, DEFAULTS[key]))
        for key in KINDS
        if mine.get(key, DEFAULTS[key]) != theirs.get(key, DEFAULTS[key])
    ]


def _regimes(mine, theirs, say):
    ours, others = ({one["code"]: one for one in side} for side in (mine, theirs))
    lines = []
    for code in dict.fromkeys([*ours, *others]):
        one, other = ours.get(code), others.get(code)
        if one is None or other is None:
            there = [_("there") if side else _("not there") for side in (one, other)]
            lines.append(((one or other)["name"], *there))
            continue
        lines += [(f"{one['name']}: {what}", *values) for what, *values in _fields(_flat(one), _flat(other), say)]
    return lines


def _flat(regime):
    criteria = "\n".join(f"{one['number']}. {one['text']}" for one in regime["criteria"])
    rest = {name: value for name, value in regime.items() if name not in ("criteria", "lists")}
    lists = {str(name): regime["lists"].get(name, []) for name in ("life_domain", "theme", "closing_reason")}
    return {**rest, "criteria": criteria, **lists}


def _label(name):
    if name in ListEntry.List.values:
        return ListEntry.List(name).label
    return _("Criteria") if name == "criteria" else LABELS.get(name, name)
