from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from .. import actions
from ..actions.texts import edition_of
from ..doors import setting_up
from ..forms import TextForm
from ..models import HouseText
from ..texts import KINDS, PLACEHOLDERS, example, written
from .forming import form_page


@setting_up
@require_GET
def texts(request, house):
    """What the house says in its own words, and where it uses the common text."""
    own = dict(house.texts.values_list("key", "edition"))
    groups = {}
    for key, kind in KINDS.items():
        groups.setdefault(kind.group, []).append({"key": key, "kind": kind, "edition": own.get(key),
                                                  "text": written(house, key)})  # fmt: skip
    return render(request, "houses/texts.html", {"one": house, "groups": groups.items()})


@setting_up
@require_http_methods(["GET", "POST"])
def text(request, house, key):
    """One text with its preview; `look` shows what is typed without keeping it."""
    if key not in KINDS:
        raise Http404
    edition = edition_of(house, key)
    form = TextForm(request.POST or None, initial={"text": written(house, key), "edition": edition}, key=key)
    preview = example(written(house, key), house)
    looking = request.POST.get("do") == "look"
    if looking and form.is_valid():
        preview = example(form.cleaned_data["text"], house)
    context = {"one": house, "kind": KINDS[key], "key": key, "preview": preview, **_words(key),
               "own": house.texts.filter(key=key).first(), "earlier": _earlier(house, key)}  # fmt: skip
    if looking:
        return render(request, "houses/text.html", {"form": form, **context}, status=200 if form.is_valid() else 422)
    return form_page(request, "houses/text.html", form, _act(request, house, key), said=_("The text was set."),
                     back=reverse("houses:text", args=[house.pk, key]), **context)  # fmt: skip


def _act(request, house, key):
    def act(by, text, edition):
        if request.POST.get("do") == "leave":
            return actions.leave_text(by=by, house=house, key=key, edition=edition)
        return actions.set_text(by=by, house=house, key=key, text=text, edition=edition)

    return act


def _words(key):
    """The placeholders that this text must have, and those it may have."""
    kind = KINDS[key]
    braced = {name: f"{{{PLACEHOLDERS[name]}}}" for name in kind.placeholders}
    must = [word for name, word in braced.items() if name in kind.asks]
    return {"must": must, "may": [word for word in braced.values() if word not in must]}


def _earlier(house, key):
    return HouseText.every.filter(house=house, key=key, retired_at__isnull=False).select_related("author")[:10]
