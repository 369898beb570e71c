"""The door of a file: first the log, then the file."""

from contextlib import contextmanager
from functools import wraps

from django.http import Http404

from schakel.access.doors import never_ahead
from schakel.access.identity import reading_under

from .reading import write_listing, write_opening, write_refusal


@contextmanager
def file_open(file, *, by, purpose):
    """Content of this file can be read inside; the entry in the log is committed before."""
    with reading_under(write_opening(by=by, file_id=file.file_id, purpose=purpose)):
        yield


@contextmanager
def names_listed(files, *, by, purpose):
    """The names of the persons of these files can be read inside; each of them stands in the log."""
    with reading_under(write_listing(by=by, file_ids=[file.file_id for file in files], purpose=purpose)):
        yield


def opens(find, rule, purpose):
    """The view under this gets the opened file; `find(**ids)` returns the ids' file and what is left of the ids.

    `purpose` stands in the log as it is (a msgid): whoever reads the log reads it in their own language.

    To whom it does not concern there is no such page, and that they asked stays in the log.
    """

    def decorate(view):
        @never_ahead
        @wraps(view)
        def opened(request, **ids):
            try:
                file, rest = find(**ids)
            except Http404:
                write_refusal(by=request.professional, event="file.not_there")
                raise
            with file_open(file, by=request.professional, purpose=purpose):
                return view(request, file, **rest)

        opened.rule, opened.purpose = rule, purpose
        return opened

    return decorate
