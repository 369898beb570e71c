"""Pages for when something cannot be done. They ask nothing of the database and show nothing of a case."""

import sys

from django.db import OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.views.defaults import server_error


def log_unavailable():
    """The log cannot be written, so no file opens: clear, and not for ever."""
    return _for_a_while("503.html")


def went_wrong(request):
    """A database that is gone comes back: that is no fault of ours, and nothing was changed."""
    if isinstance(sys.exc_info()[1], OperationalError):
        return _for_a_while("503_database.html")
    return server_error(request)


def _for_a_while(template):
    headers = {"Retry-After": "60", "Cache-Control": "no-store"}
    return HttpResponse(render_to_string(template), status=503, headers=headers)
