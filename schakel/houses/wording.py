"""Settings as one reads them."""

from datetime import date, time

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .labels import LABELS


def in_words(row, fields):
    """One line for each field: its label and its value."""
    return "\n".join(f"{_label(row, name)}: {_value(row, name)}" for name in fields)


def _label(row, name):
    return str(LABELS.get(name, name))


def _value(row, name):
    shown = getattr(row, f"get_{name}_display", lambda: getattr(row, name))()
    return in_one_word(shown)


def in_one_word(value):
    if value in (None, "", [], {}):
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, time):
        return value.strftime("%H.%M")
    return date_format(value, "j F Y") if isinstance(value, date) else str(value)
