"""Pages for when something cannot be done. They ask nothing of the database and show nothing of a case."""

from django.http import HttpResponse
from django.template.loader import render_to_string


def log_unavailable():
    """The log cannot be written, so no file opens: clear, and not for ever."""
    return HttpResponse(
        render_to_string("503.html"), status=503, headers={"Retry-After": "60", "Cache-Control": "no-store"}
    )
