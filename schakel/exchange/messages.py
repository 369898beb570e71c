"""Takes in one national message, or refuses it with everything that is wrong with it at once.

What is wrong is said with the path of the field; never with what stood in it, because errors end up in terminals, logs
and the sender's own systems. Fields that the schema does not know are allowed by it, and ignored.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from .checks import wrong_in
from .json_bytes import UnreadableError, read_json
from .message import Message, message_from
from .schema import KNOWN_KEYS, Wrong, errors_by_schema, written

# The interface names the kinds by their letters only. VT and ZVH are plain; that NAZ stands for "niet-acute zorg" was
# derived from documents about these messages and not verified in the interface itself.
MEANT_FOR_OTHERS = {
    "NAZ": _("This message is meant for non-urgent care (NAZ); Schakel only takes in ZVH reports."),
    "VT": _("This message is meant for Veilig Thuis (VT); Schakel only takes in ZVH reports."),
}


@dataclass(frozen=True, slots=True)
class MessageRefused:
    """Why a message was not taken in: one sentence for each field, without anything that the sender wrote."""

    errors: list[str]


def read_message(content: bytes, today: date | None = None) -> Message | MessageRefused:
    """The message in these bytes, or all that is wrong with it."""
    try:
        values = read_json(content, KNOWN_KEYS)
    except UnreadableError as error:
        return MessageRefused([str(error)])
    if other := _meant_for_others(values):
        return MessageRefused([other])
    errors = errors_by_schema(values) + wrong_in(values, today or date.today())
    return MessageRefused(_sentences(errors)) if errors else message_from(values)


def _meant_for_others(values) -> str:
    kind = values.get("soort") if isinstance(values, dict) else None
    return str(MEANT_FOR_OTHERS[kind]) if isinstance(kind, str) and kind in MEANT_FOR_OTHERS else ""


def _sentences(errors: list[Wrong]) -> list[str]:
    """One sentence for each field that is wrong, in the order of their paths; a field's first reason is enough."""
    reasons: dict[str, str] = {}
    for path, reason in errors:
        reasons.setdefault(written(path), str(reason))
    return [f"{path}: {reason}" for path, reason in sorted(reasons.items())]
