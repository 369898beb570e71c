"""One value of a set-up as one reads it: words instead of codes, days and times as we write them."""

from datetime import date, time

from schakel.network.models import House, Regime, Weekday
from schakel.network.wording import in_conjunctions

from ..forms_approach import PHASES
from ..labels import KINDS
from ..models import IntakeQuestion, Table
from ..wording import in_one_word

CHOSEN = {
    "kind": IntakeQuestion.Kind, "rhythm": Table.Rhythm, "weekday": Weekday,
    "retention_start": Regime.RetentionStart, "triage_way": House.Triage, "liberation_day": House.LiberationDay,
    "list_closes_on": Weekday, "list_meets_on": Weekday,
}  # fmt: skip
DAYS = ("day", "verified_on")
TIMES = ("begins", "ends", "list_closes_at", "list_meets_at")


def said(name, value, approaches):
    """`approaches` are the names of the kinds of approach by their code."""
    if value in (None, "", [], {}):
        return in_one_word(None)
    if name in CHOSEN:
        return str(CHOSEN[name](value).label)
    if name == "kinds":
        return _kinds(value)
    if name == "phases":
        return "\n".join(f"{label}: {_kinds(value[phase])}" for phase, label in PHASES.items() if value.get(phase))
    if name == "formula":
        return in_conjunctions(value)
    if name == "regime":
        return str(approaches.get(value, value))
    return in_one_word(_moment(name, value))


def _kinds(codes):
    return ", ".join(sorted(str(KINDS.get(code, code)) for code in codes))


def _moment(name, value):
    if isinstance(value, str) and name in DAYS:
        return date.fromisoformat(value)
    if isinstance(value, str) and name in TIMES:
        return time.fromisoformat(value)
    return value
