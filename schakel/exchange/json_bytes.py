"""Turns the bytes of a message into plain values, or says clearly why it cannot.

Stricter than Python's own reader where two systems could read one message in two ways: no key twice, no NaN, no byte
order mark. No error repeats anything that the sender wrote.
"""

import json
import math

from django.utils.translation import gettext_lazy as _

LARGEST = 2 * 1024 * 1024  # bytes; a message is a few kilobytes
DEEPEST = 32  # the national message is five levels deep


class UnreadableError(ValueError):
    """The bytes are no message at all."""

    def __init__(self, message, **values):
        super().__init__(message)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return str(self.message) % self.values if self.values else str(self.message)


def read_json(content: bytes, known_keys: frozenset[str] = frozenset()):
    """The value that the bytes hold; `known_keys` are the only ones that an error may name."""
    text = _decoded(content)
    try:
        value = json.loads(
            text,
            object_pairs_hook=lambda pairs: _object(pairs, known_keys),
            parse_constant=_refuse_constant,
            parse_float=_finite,
            parse_int=_integer,
        )
    except json.JSONDecodeError as error:
        where = {"line": error.lineno, "column": error.colno}
        raise UnreadableError(_("The message is not valid JSON (line %(line)s, column %(column)s)."), **where) from None
    except RecursionError:
        raise _too_deep() from None
    if _is_deeper(value, DEEPEST):
        raise _too_deep()
    return value


def _decoded(content: bytes) -> str:
    if len(content) > LARGEST:
        raise UnreadableError(_("The message is larger than %(most)s MB."), most=LARGEST // (1024 * 1024))
    if content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableError(_("The message starts with a byte order mark; send UTF-8 without one."))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        position = error.start + 1
        raise UnreadableError(_("The message is not UTF-8 (at byte %(position)s)."), position=position) from None
    if not text.strip():
        raise UnreadableError(_("The message is empty."))
    return text


def _object(pairs: list[tuple], known_keys: frozenset[str]) -> dict:
    result = {}
    for key, value in pairs:
        if key in result and key in known_keys:
            raise UnreadableError(_('The field "%(field)s" stands twice in the same part of the message.'), field=key)
        if key in result:
            raise UnreadableError(_("A field stands twice in the same part of the message."))
        result[key] = value
    return result


def _refuse_constant(_name: str):
    raise UnreadableError(_("The message holds NaN or Infinity, which is no JSON."))


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise UnreadableError(_("The message holds a number that is too large."))
    return number


def _integer(text: str) -> int:
    if len(text) > 30:  # no field needs more, and Python refuses thousands of digits on its own terms
        raise UnreadableError(_("The message holds a number that is too large."))
    return int(text)


def _is_deeper(value, allowed: int) -> bool:
    if not isinstance(value, dict | list):
        return False
    parts = value.values() if isinstance(value, dict) else value
    return allowed == 0 or any(_is_deeper(part, allowed - 1) for part in parts)


def _too_deep() -> UnreadableError:
    return UnreadableError(_("The message is nested more than %(most)s levels deep."), most=DEEPEST)
