"""The formats that a message promises, checked for real: what does not exist on a calendar is refused."""

import re
from datetime import date, datetime
from urllib.parse import urlsplit

from jsonschema import FormatChecker

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DATE_TIME = re.compile(  # RFC 3339: a moment without its offset is no moment
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})"
)
URI = re.compile(  # RFC 3986: a scheme, then only characters that need no escape, or a proper escape
    r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+"
)

checker = FormatChecker(formats=())


@checker.checks("date")
def is_date(value) -> bool:
    return not isinstance(value, str) or bool(DATE.fullmatch(value)) and _exists(date.fromisoformat, value)


@checker.checks("date-time")
def is_date_time(value) -> bool:
    return not isinstance(value, str) or bool(DATE_TIME.fullmatch(value)) and _exists(_moment, value)


@checker.checks("uri")
def is_uri(value) -> bool:
    return not isinstance(value, str) or bool(URI.fullmatch(value)) and _exists(_located, value)


def _moment(value: str) -> datetime:
    return datetime.fromisoformat(value.upper())


def _located(value: str) -> None:
    parts = urlsplit(value)
    if parts.scheme in ("http", "https") and not parts.hostname:
        raise ValueError
    _ = parts.port  # refuses a port that is no number


def _exists(read, value: str) -> bool:
    try:
        read(value)
    except (ValueError, OverflowError):
        return False
    return True
