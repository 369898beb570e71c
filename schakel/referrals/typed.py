"""What was typed on a step and not saved: kept as text, given back to the form."""

import json
from dataclasses import dataclass

from .forms_steps import NEVER_KEPT
from .models import Unsaved


@dataclass(frozen=True)
class Typed:
    """What was typed in one window: its row, and the values as a form takes them."""

    row: Unsaved
    values: dict
    lines: list  # what was typed, by the label of its question


def kept_of(form):
    """What is kept of a posted step: its inputs as they were typed, and which version they began with."""
    data = form.data
    begun = {name: data.get(name, "") for name in ("base", "edition")}
    return {"begun": begun, "typed": form.typed_values(data)}


def typed_here(opened, step, form):
    """What I typed on this step, in one window or more; the latest first."""
    rows = [row for row in opened.unsaved if row.step == step]
    if rows:
        opened.ring.reveal(rows)
    return [_typed(row, form) for row in rows if row.typed]


def _typed(row, form):
    kept = json.loads(row.typed)
    values = {name: value for name, value in kept["typed"].items() if name in form.fields and name not in NEVER_KEPT}
    lines = [(form.fields[name].label, value) for name, value in values.items() if value and isinstance(value, str)]
    return Typed(row, values | kept["begun"] | {"unsaved": row.pk}, lines)
