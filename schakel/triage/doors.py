"""The door of a question of the triage: only for the contact to whom it is put."""

from functools import partial
from types import SimpleNamespace

from django.db import connection
from django.http import Http404

from schakel.audit.opening import opens

NUMBERED = "SELECT access.inquiry_numbered(%s)"


def find_inquiry(number, **rest):
    """The question with this number that is put to me; nothing of it shows before it is opened."""
    with connection.cursor() as cursor:
        cursor.execute(NUMBERED, [number])
        (found,) = cursor.fetchone()
    if found is None:
        raise Http404
    return SimpleNamespace(pk=found, file_id=found), rest


opens_inquiry = partial(opens, find_inquiry, "the named contact to whom the triage puts a question opens it")
