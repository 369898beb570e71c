"""What the pages with a form of the network have in common."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.access.verdict import Refused


def attempt(form, act, **arguments):
    """Do the act; a refusal stands on the form, beside what was typed."""
    try:
        return act(**arguments)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None


def may_try(form, verdict):
    """Whether what was typed is tried: who may not do this reads why not, with what was typed if anything was."""
    if not form.is_bound:
        verdict.enforce()
    return form.is_valid()


def form_page(request, form, **words):
    """The form on its page; `words` are title, label, back and, if wanted, trail, lead, notice and differences."""
    status = 409 if words.get("differences") else 422 if form.is_bound else 200
    return render(request, "design/form.html", {"form": form, "verdict": True, **words}, status=status)


def among(part, back):
    """To which part of the set-up a form belongs, and the way back there."""
    return {"trail": [_("Set up"), reverse("houses:mine"), part, back], "back": back}


def done(request, sentence, place, *arguments):
    """Say what was done and go on."""
    messages.success(request, sentence)
    return redirect(place, *arguments)
