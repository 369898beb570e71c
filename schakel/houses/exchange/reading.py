"""Reads a file of another house: all of it fits, or nothing is used."""

import json

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from schakel.network.formula import FormulaError, normal_form, parse
from schakel.network.models import House, Regime, Weekday

from ..forms_approach import PHASES
from ..lists import BY_APPROACH
from ..models import IntakeQuestion, Table
from ..texts import KINDS, LONGEST, refuse_unfillable
from .shapes import (
    FileError,
    by_key,
    clock,
    day,
    flag,
    link,
    many,
    one_of,
    or_nothing,
    shape,
    text,
    whole,
    wrong_at,
)  # fmt: skip
from .writing import KIND, OF_A_HOUSE, SCHEMA

LARGEST = 500_000  # characters
LABELS = many(text(120, empty=False), 100)
KINDS_OF_ORGANISATION = many(text(40, empty=False), 100)
CODE = text(30, empty=False)
MONTHS = or_nothing(whole(1, 1200))
QUESTION = shape(
    text=text(200, empty=False), help=text(300), kind=one_of(IntakeQuestion.Kind.values), choices=LABELS,
    required=flag, regime=or_nothing(CODE),
)  # fmt: skip
TABLE = shape(
    name=text(80, empty=False), rhythm=one_of(Table.Rhythm.values), weekday=one_of(Weekday.values), begins=clock,
    ends=clock, regime=CODE,
)  # fmt: skip
REGIME = shape(
    code=CODE, training=flag, formula=text(200), name=text(80, empty=False), purpose=text(500, empty=False),
    citation=text(500), citation_link=link, verified=flag, verified_on=or_nothing(day), remark=text(1000),
    hidden=flag, takes_referrals=flag, asks_mandates=flag, asks_covenants=flag, flexible_shell=flag,
    kinds=KINDS_OF_ORGANISATION, phases=by_key(PHASES, KINDS_OF_ORGANISATION), retention_months=MONTHS,
    retention_start=one_of(Regime.RetentionStart.values), refused_months=MONTHS,
    criteria=many(shape(number=whole(1, 99), text=text(1000, empty=False), area=flag), 30),
    lists=by_key([str(name) for name in BY_APPROACH], LABELS),
)  # fmt: skip
FILE = shape(
    kind=one_of([KIND]), schema=one_of([SCHEMA]), house=text(120),
    way=shape(
        triage_way=one_of(House.Triage.values), triage_workdays=whole(0, 60),
        list_closes_on=or_nothing(one_of(Weekday.values)), list_closes_at=or_nothing(clock),
        list_meets_on=or_nothing(one_of(Weekday.values)), list_meets_at=or_nothing(clock), urgent=text(300),
        answered_days=whole(0, 365), inquiries_at_once=whole(0, 50), inquiries_at_most=whole(0, 100),
        questions_stop_term=flag, good_friday=flag, liberation_day=one_of(House.LiberationDay.values),
        mail_hour=whole(0, 23), stall_weeks=whole(1, 52), covenant_days=whole(0, 365), advice_months=whole(1, 120),
        recall_again_days=whole(0, 90),
    ),
    closed_days=many(shape(day=day, reason=text(80)), 400), questions=many(QUESTION, 60),
    lists=by_key(OF_A_HOUSE, LABELS), texts=by_key(KINDS, text(LONGEST, empty=False)), regimes=many(REGIME, 40),
    tables=many(TABLE, 60),
)  # fmt: skip


def read(written):
    """The set-up in this text; FileError says what is wrong."""
    if len(written) > LARGEST:
        raise FileError(_("This file is too large for the set-up of a house."))
    try:
        found = json.loads(written, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise FileError(_("This is no set-up of a house: the file cannot be read as JSON.")) from None
    if isinstance(found, dict) and found.get("kind") == KIND and found.get("schema") != SCHEMA:
        raise FileError(_("This file was made by another version; this one reads schema {own}.").format(own=SCHEMA))
    set_up = FILE(found, "")
    _whole_makes_sense(set_up)
    return set_up


def _no_number(name):
    raise ValueError(name)


def _whole_makes_sense(set_up):
    _way(set_up["way"])
    _regimes(set_up["regimes"])
    codes = {one["code"] for one in set_up["regimes"]}
    for part in ("questions", "tables"):
        for number, one in enumerate(set_up[part], start=1):
            if one["regime"] is not None and one["regime"] not in codes:
                wrong_at(f"{part} {number}", _("this kind of approach does not stand in the file."))
    _questions_and_tables(set_up)
    for key, written in set_up["texts"].items():
        try:
            refuse_unfillable(key, written)
        except ValidationError as wrong:
            wrong_at(f"texts, {key}", " ".join(wrong.messages))


def _questions_and_tables(set_up):
    for number, one in enumerate(set_up["questions"], start=1):
        if (one["kind"] == "choice") != bool(one["choices"]):
            wrong_at(f"questions {number}", _("a choice has possibilities, and nothing else has."))
    for number, one in enumerate(set_up["tables"], start=1):
        if one["begins"] >= one["ends"]:
            wrong_at(f"tables {number}", _("a table ends after it begins."))


def _way(way):
    if way["triage_way"] == "list" and any(way[name] is None for name in way if name.startswith("list_")):
        wrong_at("way", _("a triage by list needs its days and times."))


def _regimes(regimes):
    _twice([one["code"] for one in regimes], "regimes")
    for one in regimes:
        place = f"regimes, {one['code']}"
        numbers = [criterion["number"] for criterion in one["criteria"]]
        _twice(numbers, f"{place}, criteria")
        for name, labels in one["lists"].items():
            _twice([label.casefold() for label in labels], f"{place}, {name}")
        try:
            if one["formula"]:
                one["formula"] = normal_form(parse(one["formula"], set(numbers)))
        except FormulaError as wrong:
            wrong_at(f"{place}, formula", str(wrong))


def _twice(values, place):
    if len(set(values)) < len(values):
        wrong_at(place, _("something stands here twice."))
