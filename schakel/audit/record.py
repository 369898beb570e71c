"""Acts: changes with a name, somebody who does them, and an entry in the same transaction."""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from uuid import uuid4

from django.db import connection, transaction

from schakel.access.verdict import Refused

from .reading import write_refusal

ENTRY = """
INSERT INTO public.audit_entry
    (id, kind, event, actor_id, organisation_id, function, file_id, subject_id, reader_id, from_at, until_at, purpose)
VALUES (%s, %s, %s, %s, access.my_organisation(), %s, %s, %s, %s, %s, %s, %s)
"""


@dataclass
class Act:
    """One act that exists: its event name, the sentence for it, and the function."""

    event: str
    sentence: str
    function: object


@dataclass
class _Doing:
    event: str
    entries: int = field(default=0)


class ActWithoutEntry(RuntimeError):
    """An act ended without writing what was done; everything it did is taken back."""


ACTS = {}
_doing = ContextVar("doing")


def act(event, sentence):
    """Make a function an act: atomic, keyword-only with `by=`, with its entry; refusals are written down too.

    `sentence` completes "Noor Aksoy …" (msgid English, Dutch in the locale).
    """

    def decorate(function):
        if event in ACTS and ACTS[event].function.__qualname__ != function.__qualname__:
            raise ValueError(f"two acts are called {event}")

        @wraps(function)
        def done(*, by, **arguments):
            try:
                with transaction.atomic(), _under(event) as doing:
                    result = function(by=by, **arguments)
                    if not doing.entries:
                        raise ActWithoutEntry(event)
                    return result
            except Refused as refusal:
                write_refusal(by=by, event=event, file_id=_file_among(arguments.values()), reason=str(refusal))
                raise

        ACTS[event] = Act(event, sentence, done)
        return done

    return decorate


def record(*, by, file=None, about=None):
    """Write the entry of the act that is being done, in its own transaction: no entry, no act."""
    _insert("act", by, file, about)


def record_presence(*, by, file, reader, since, until, about):
    """Somebody sat at the table while this file was shown: a reading, recorded by whoever kept the attendance."""
    _insert("present", by, file, about, reader_id=reader and reader.pk, since=since, until=until)


def _insert(kind, by, file, about, reader_id=None, since=None, until=None):
    # Not with the ORM: it asks columns with a database default back (RETURNING), and nobody may read this log.
    doing = _doing.get()
    with connection.cursor() as cursor:
        cursor.execute(
            ENTRY,
            [
                uuid4(),
                kind,
                doing.event,
                by.pk,
                by.function,
                file and file.file_id,
                about and about.pk,
                reader_id,
                since,
                until,
                "",
            ],  # fmt: skip
        )
    doing.entries += 1


@contextmanager
def _under(event):
    doing = _Doing(event)
    token = _doing.set(doing)
    try:
        yield doing
    finally:
        _doing.reset(token)


def _file_among(things):
    return next((thing.file_id for thing in things if hasattr(thing, "file_id")), None)
