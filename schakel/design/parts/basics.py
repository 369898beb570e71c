"""The small parts: icon, badge, person, attributes for htmx."""

import json

from django.middleware.csrf import get_token
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from schakel.design.icons import ICONS
from schakel.design.parts import words

MEANINGS = ("plain", "house", "due", "wrong", "good")


def icon(name, size=20, label=""):
    """A line icon. Without a label it is decoration: the word stands beside it."""
    spoken = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="icon" width="{0}" height="{0}" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
        'stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" {1}>{2}</svg>',
        size,
        spoken,
        mark_safe(ICONS[name]),  # noqa: S308 – our own drawings, never what somebody typed
    )


def badge(text, meaning="plain"):
    """A state in a word or two; the colour repeats what the word says."""
    if meaning not in MEANINGS:
        raise ValueError(f"A badge means one of {MEANINGS}, not {meaning!r}.")
    shape = " badge--number" if isinstance(text, int) else ""
    return format_html('<span class="nl-data-badge badge--{}{}">{}</span>', meaning, shape, text)


def deadline_badge(due, working_days):
    """The last day of something as a badge, the date itself in its `<time>`."""
    text = format_html('<time datetime="{}">{}</time>', due.isoformat(), words.deadline(due, working_days))
    return badge(text, words.urgency(working_days))


def initials(name):
    letters = [part[0] for part in str(name).split() if part[:1].isupper()]
    return "".join(letters[:1] + letters[-1:] if len(letters) > 1 else letters) or str(name)[:1].upper()


def person(name, detail="", url="", subject=False):
    """Somebody: initials, name and one line about them. Only where the reader may know the name."""
    return {"name": name, "detail": detail, "url": url, "subject": subject, "initials": initials(name)}


def hx(context, **options):
    """Attributes for htmx, always with the nonce: an htmx element without it is dead.

    `{% hx post=url target="#answer" swap="outerHTML" %}`; a method other than get also brings the CSRF header.
    """
    attributes = {name.replace("_", "-"): value for name, value in options.items() if value not in (None, "")}
    if attributes.keys() & {"post", "put", "patch", "delete"} and "request" in context:
        attributes["headers"] = json.dumps({"X-CSRFToken": get_token(context["request"])})
    attributes["nonce"] = context.get("CSP_NONCE", "")
    return format_html_join(" ", 'data-hx-{}="{}"', attributes.items())
