"""Drawings made from data: positions are counted here, the templates draw."""

from django.utils.translation import gettext as _

STEP, GROUND, LEFT, RIGHT = 4.6, 24, 6, 90
BAR, GAP = 100, 0.6  # per cent
PHASES = ("triage", "conference", "plan", "monitoring", "closing")


def segments(parts, unit=""):
    """A whole and its parts as one bar. `parts` is a list of (label, number); the words stand under it."""
    shown = [(label, number) for label, number in parts if number]
    total = sum(number for _label, number in shown)
    width = BAR - GAP * max(len(shown) - 1, 0)
    pieces, x = [], 0.0
    for tone, (label, number) in enumerate(parts, start=1):
        size = width * number / total if total else 0
        pieces.append(
            {"label": label, "number": number, "tone": (tone - 1) % 7 + 1, "x": round(x, 2), "width": round(size, 2)}
        )
        x += size + GAP if number else 0
    return {"pieces": pieces, "total": total, "unit": unit}


def sparkline(scores, highest=5):
    """A few moments of one score as a line; the last one is the dot."""
    scores = list(scores)
    step = (RIGHT - LEFT) / max(len(scores) - 1, 1)
    scale = STEP * 4 / max(highest - 1, 1)
    points = [
        (round(LEFT + step * index, 1), round(GROUND - (score - 1) * scale, 1)) for index, score in enumerate(scores)
    ]
    if len(points) == 1:
        points = [(RIGHT, points[0][1])]
    return {
        "path": "M" + " L".join(f"{x} {y}" for x, y in points) if points else "",
        "now": points[-1] if points else None,
        "first": scores[0] if scores else None,
        "last": scores[-1] if scores else None,
        "direction": _direction(scores),
    }


def _direction(scores):
    if not scores or scores[0] == scores[-1]:
        return "flat"
    return "up" if scores[-1] > scores[0] else "down"


def domains(items, highest=5):
    """Life domains as small multiples. Items have label, scores (1 to `highest`, oldest first) and the word for now.

    Nothing is added up and nobody is ranked: a line shows what professionals filled in, no more.
    """
    return {
        "items": [
            {"label": _of(item, "label"), "word": _of(item, "word"), **sparkline(_of(item, "scores") or [], highest)}
            for item in items
        ]
    }


def _of(item, name):
    return item.get(name, "") if isinstance(item, dict) else getattr(item, name, "")


def progress(done, whole, words="", left="", late=False):
    """How far: a bar with the numbers in words above it."""
    share = min(max(done / whole, 0), 1) if whole else 0
    return {"share": round(share * 100, 1), "words": words, "left": left, "late": late}


def phases(current):
    """Where the case stands, from triage to closing. `current` is a phase's name or "closed"."""
    names = {
        "triage": _("Triage"),
        "conference": _("Case conference"),
        "plan": _("Action plan"),
        "monitoring": _("Monitoring"),
        "closing": _("Closing"),
    }
    place = PHASES.index(current) if current in PHASES else len(PHASES)
    return {
        "steps": [
            {"label": names[name], "state": _state(index, place), "when": ""} for index, name in enumerate(PHASES)
        ]
    }


def steps(items, current):
    """Any sequence of steps: a list of (label, when) or (label, when, is it done); `current` counts from 1."""
    return {
        "steps": [
            {"label": label, "state": _state(index, current - 1, *done), "when": when}
            for index, (label, when, *done) in enumerate(items)
        ]
    }


def _state(index, place, done=None):
    """Where it is not said, what lies before the current step is done."""
    if index == place:
        return "now"
    return "done" if (index < place if done is None else done) else "later"
