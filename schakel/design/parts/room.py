"""The parts of a conference screen."""

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from schakel.design.parts.blocks import trimmed


def agenda(items):
    """The items of a conference. Items have time, name, note, url, done and current."""
    return {"items": items}


def stages(current):
    """Forming the picture, the judgement, the decision (nl: BOB). `current` is picture, judgement or decision."""
    names = (("picture", _("Forming the picture")), ("judgement", _("Judging")), ("decision", _("Deciding")))
    return {"stages": [{"label": label, "current": key == current} for key, label in names]}


def bring(content, organisation, kind="", new=False):
    """What one organisation brings to this item."""
    values = {"content": trimmed(content), "organisation": organisation, "kind": kind, "new": new}
    return render_to_string("design/components/bring.html", values)


def attendance(people):
    """Who is there. Items have name, how ("room", "screen", "away" or "open": nobody said yet) and the words for it."""
    return {"people": people}
