"""The schema of the national message, and what its refusals mean in words."""

import json
from collections.abc import Iterator
from importlib.resources import files

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from jsonschema import Draft202012Validator

from .formats import checker

SCHEMA = json.loads(files("schakel.exchange").joinpath("schemas/jzv-melding.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=checker)

Path = tuple[str | int, ...]
Wrong = tuple[Path, str | Promise]

TYPES = {
    "object": _("must be a group of fields"),
    "array": _("must be a list"),
    "string": _("must be a text"),
    "number": _("must be a number"),
    "boolean": _("must be true or false"),
}
FORMATS = {
    "date": _("is no existing date in the form year-month-day"),
    "date-time": _("is no existing moment in the form 2026-01-31T12:00:00+01:00"),
    "uri": _("is no valid web address"),
}
PATTERN = _("must be nine digits")
EMPTY = _("is empty")
MISSING = _("is missing")


def _keys(schema: dict) -> Iterator[str]:
    for key, part in schema.get("properties", {}).items():
        yield key
        yield from _keys(part)
    yield from _keys(schema["items"]) if "items" in schema else ()


KNOWN_KEYS = frozenset(_keys(SCHEMA))


def errors_by_schema(values) -> list[Wrong]:
    """Everything in which the values differ from the schema, as path and reason."""
    return [wrong for error in VALIDATOR.iter_errors(values) for wrong in _explained(error)]


def texts(values, schema: dict = SCHEMA, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text in a field that the schema knows, with its path."""
    if isinstance(values, str):
        yield path, values
    elif isinstance(values, dict):
        for key, part in schema.get("properties", {}).items():
            if key in values:
                yield from texts(values[key], part, (*path, key))
    elif isinstance(values, list):
        for number, value in enumerate(values):
            yield from texts(value, schema.get("items", {}), (*path, number))


def written(path: Path) -> str:
    """A path as a developer reads it: natuurlijkPersoon.communicatiemiddel[0].waarde."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".") or "$"


def _explained(error) -> Iterator[Wrong]:
    path = tuple(error.absolute_path)
    if error.validator == "required":
        yield from (((*path, name), MISSING) for name in error.validator_value if name not in error.instance)
    else:
        yield path, _reason(error.validator, error.validator_value)


def _reason(keyword: str, value) -> str | Promise:
    if keyword == "type":
        return TYPES[value]
    if keyword == "format":
        return FORMATS[value]
    if keyword == "enum":
        return str(_("must be one of: %(values)s")) % {"values": ", ".join(value)}
    return {"pattern": PATTERN, "minLength": EMPTY}[keyword]
