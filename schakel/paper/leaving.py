"""How a file leaves: as an attachment that no page of ours can show or run, under a name that names nobody."""

from django.http import HttpResponse
from django.utils import timezone

NOTHING = "sandbox; default-src 'none'; frame-ancestors 'none'"


def attachment(content, *, number, what, ending, media_type):
    """All of it at once: the entry in the log is committed before the first byte leaves."""
    answer = HttpResponse(content, content_type=media_type)
    day = f"{timezone.localdate():%Y%m%d}"
    answer["Content-Disposition"] = f'attachment; filename="{number}-{what}-{day}.{ending}"'
    answer["Content-Security-Policy"] = NOTHING
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
