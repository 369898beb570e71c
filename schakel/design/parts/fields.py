"""Acts and fields: what one can do, what one is asked."""

from zlib import crc32

from django import forms
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

BUTTONS = ("primary", "secondary", "subtle", "negative")


def act(
    context,
    verdict,
    label,
    url="",
    post="",
    meaning="primary",
    small=False,
    icon="",
    name="",
    value="",
    target="",
    about="",
    **fields,
):
    """A button for an act, or, when it is refused, the disabled button with its reason.

    `url` goes somewhere, `post` does it (further names become hidden fields), neither submits the form around it.
    `about` tells who listens rather than looks what a repeated "Bekijken" is about.
    A verdict is anything that is true or false and has a `.refusal`; True and None mean allowed.
    """
    if meaning not in BUTTONS:
        raise ValueError(f"A button is one of {BUTTONS}, not {meaning!r}.")
    allowed = verdict is None or bool(verdict)
    return {
        "allowed": allowed,
        "reason": "" if allowed else getattr(verdict, "refusal", ""),
        "label": label,
        "url": url,
        "post": post,
        "meaning": meaning,
        "small": small,
        "icon": icon,
        "name": name,
        "value": value,
        "target": target,
        "about": about,
        "fields": {key: given for key, given in fields.items() if given is not None},
        "reason_id": _reason_id(context.get("request"), label, verdict),
        "csrf_token": context.get("csrf_token"),
        "request": context.get("request"),
        "CSP_NONCE": context.get("CSP_NONCE", ""),
    }


def _reason_id(request, label, verdict):
    """An id that depends on this page alone: what others do at the same time must not show in it."""
    if request is None:
        words = f"{label} {getattr(verdict, 'refusal', '')}"
        return f"reden-{crc32(words.encode())}"
    request.refusals = getattr(request, "refusals", 0) + 1
    return f"reden-{request.refusals}"


def _kind(widget):
    if isinstance(widget, forms.CheckboxSelectMultiple | forms.RadioSelect):
        return "group"
    return "tick" if isinstance(widget, forms.CheckboxInput) else "single"


def field(bound, label="", hint=""):
    """One question: label, hint, input, and what is wrong with the answer."""
    kind, hint = _kind(bound.field.widget), hint or bound.help_text
    described = [f"{bound.auto_id}-hint"] if hint else []
    described += [f"{bound.auto_id}-error"] if bound.errors else []
    attributes = _attributes(bound, kind, " ".join(described))
    return {
        "bound": bound,
        "kind": kind,
        "label": label or bound.label,
        "hint": hint,
        "described": " ".join(described),
        "input": "" if kind == "group" else bound.as_widget(attrs=attributes),
        "options": list(_options(bound)) if kind == "group" else [],
    }


def _attributes(bound, kind, described):
    attributes = {"aria-describedby": described} if described else {}
    if bound.errors:
        attributes["aria-invalid"] = "true"
    if bound.field.required and kind == "single":
        attributes["aria-required"] = "true"
    return attributes


def _options(bound):
    hints = getattr(bound.field, "choice_hints", {})
    for option in bound.subwidgets:
        key = str(option.data["value"])
        yield {"tag": option.tag(), "id": option.id_for_label, "label": option.choice_label, "hint": hints.get(key, "")}


def errors(form):
    """What must be mended, at the top of a form, each with the way to its field."""
    named = [
        {"id": _first_id(bound), "label": bound.label, "text": text}
        for bound in form
        if not bound.is_hidden
        for text in bound.errors
    ]
    broken = any(bound.errors for bound in form.hidden_fields())
    again = [_("This form is not complete. Load the page again.")] if broken else []
    return {"named": named, "general": [*form.non_field_errors(), *again]}


def _first_id(bound):
    return f"{bound.auto_id}_0" if _kind(bound.field.widget) == "group" else bound.id_for_label


def fields(form):
    """What a whole form asks: what is wrong, hidden fields, every question in order.

    A form that knows how its questions lie names the template in `laid_out`.
    """
    return {"form": form, "laid_out": getattr(form, "laid_out", "")}


def fill_in(context, form, label, **how):
    """A form and its acts: what it asks, the button that sends it, the way back; `how` as `_sent` has it."""
    return _sent(context, _drawn("fields", fields(form)), form, label, **how)


def by_hand(context, content, form, label, **how):
    """A form and its acts, of which the block lays out the questions; a form that asks nothing is None."""
    if form is None:
        return _sent(context, content, form, label, **how)
    hidden = mark_safe("".join(str(bound) for bound in form.hidden_fields()))  # noqa: S308
    whole = format_html("{}{}{}", _drawn("errors", errors(form)), hidden, content)
    return _sent(context, whole, form, label, **how)


def one_form(context):
    """The content of a page that is one form, of what the view gave: form, label, verdict and what `_sent` knows.

    Above the form stand form_title and form_lead, and the differences when somebody else (saved_by) was first.
    """
    how = {name: context.get(name, "") for name in ("back", "cancel", "notice", "meaning")}
    label, differences = context["label"], context.get("differences")
    if differences:
        label, how["cancel"] = _("Keep my version"), _("Keep the saved version")
    lead = context.get("form_lead", "")
    values = {
        "title": context.get("form_title", ""),
        "differences": differences,
        "saved_by": context.get("saved_by", ""),
        "content": fill_in(context, context["form"], label, verdict=context["verdict"], lead=lead, **how),
    }
    return _drawn("one_form", values)


def _sent(
    context,
    content,
    form,
    label,
    verdict=True,
    back="",
    cancel="",
    lead="",
    notice="",
    meaning="",
    small=False,
    icon="",
    post="",
    get=False,
):
    """What stands around the questions; our own summary of errors speaks, not the browser's bubbles.

    `lead` and `notice` stand above the questions, `cancel` is another word for going `back`, `post` is another
    address than this page's, and a form that changes nothing may `get`.
    """
    button = act(context, verdict, label, meaning=meaning or "primary", small=small, icon=icon)
    way_back = act(context, True, cancel or _("Cancel"), url=back, meaning="subtle") if back else None
    values = {
        "content": content,
        "has_files": form is not None and form.is_multipart(),
        "acts": [_drawn("act", one) for one in (button, way_back) if one],
        "lead": lead,
        "notice": notice,
        "post": post,
        "get": get,
        "csrf_token": context.get("csrf_token"),
    }
    return _drawn("fill_in", values)


def _drawn(component, values):
    return render_to_string(f"design/components/{component}.html", values)
