"""What an act changed, written where everybody in the house can read it back."""

from schakel.audit.record import record

from .models import Change

LONGEST = 4000  # characters of a text that are kept to read back; the text itself stands in its own table


def changed(*, by, house, event, what, about, before="", after=""):
    """The entry of the act in the log, and the line in the history of the house, in one go."""
    Change.objects.create(
        house=house, author=by, event=event, what=str(what)[:200], before=str(before)[:LONGEST],
        after=str(after)[:LONGEST],
    )  # fmt: skip
    record(by=by, about=about)
