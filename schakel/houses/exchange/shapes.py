"""Small checks that make a value, or say where it is wrong."""

import re
from datetime import date, time

from django.utils.translation import gettext as _

from schakel.design.forms import UNKEEPABLE


class FileError(ValueError):
    """A file that cannot be used, with what is wrong and where."""


def wrong_at(place, words):
    raise FileError(_("{place}: {reason}").format(place=place, reason=words))


def text(longest, *, empty=True):
    def check(value, place):
        if not isinstance(value, str) or (not empty and not value.strip()):
            wrong_at(place, _("here a text is needed."))
        if len(value) > longest or UNKEEPABLE.search(value):
            wrong_at(place, _("this text is too long, or holds a character that cannot be kept."))
        return value

    return check


def flag(value, place):
    if not isinstance(value, bool):
        wrong_at(place, _("here yes or no is needed (true or false)."))
    return value


def whole(low, high):
    def check(value, place):
        if type(value) is not int or not low <= value <= high:
            wrong_at(place, _("here a whole number is needed, from {low} to {high}.").format(low=low, high=high))
        return value

    return check


def one_of(values):
    def check(value, place):
        if not isinstance(value, str | int) or isinstance(value, bool) or value not in values:
            wrong_at(place, _("this is none of the possibilities."))
        return value

    return check


def link(value, place):
    if text(200)(value, place) and not re.fullmatch(r"https?://[^\s\"'<>]+", value):
        wrong_at(place, _("here a link that begins with https:// is needed."))
    return value


def day(value, place):
    return _read(date.fromisoformat, value, place, _("here a date is needed, as 2026-12-31."))


def clock(value, place):
    return _read(time.fromisoformat, value, place, _("here a time is needed, as 10:15.")).replace(tzinfo=None)


def or_nothing(check):
    return lambda value, place: None if value is None else check(value, place)


def many(check, most):
    def checked(value, place):
        if not isinstance(value, list) or len(value) > most:
            wrong_at(place, _("here a list of at most {most} is needed.").format(most=most))
        return [check(one, f"{place} {number}") for number, one in enumerate(value, start=1)]

    return checked


def by_key(keys, check):
    """Some of these keys."""

    def checked(value, place):
        if not isinstance(value, dict) or set(value) - set(keys):
            wrong_at(place, _("something stands here that is not known."))
        return {key: check(one, f"{place}, {key}") for key, one in value.items()}

    return checked


def shape(**checks):
    """Exactly these keys."""

    def checked(value, place):
        if not isinstance(value, dict):
            wrong_at(place, _("something else is needed here."))
        if missing := sorted(set(checks) - set(value)):
            wrong_at(place, _("{names} is missing.").format(names=", ".join(missing)))
        if unknown := sorted(set(value) - set(checks)):
            wrong_at(place, _("{names} is not known.").format(names=", ".join(map(str, unknown))[:200]))
        return {key: check(value[key], f"{place}, {key}" if place else key) for key, check in checks.items()}

    return checked


def _read(reader, value, place, words):
    try:
        return reader(value)
    except (TypeError, ValueError):
        wrong_at(place, words)
