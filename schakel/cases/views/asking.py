"""What the pages with a form have in common."""

from django.contrib import messages
from django.shortcuts import redirect

from schakel.access.verdict import Refused

from ..header import case_page


def ask(request, verdict):
    """Who may not do this gets its reason instead of a form; who typed already gets the form back, see `attempt`."""
    if request.method == "GET":
        verdict.enforce()
    return verdict


def attempt(form, act, **arguments):
    """Do the act; a refusal stands on the form, beside what was typed."""
    try:
        return act(**arguments)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None


def form_page(request, case, tab, form, *, title, lead="", **words):
    """The form on its page; `words` are label, back and, if wanted, verdict, meaning and notice."""
    values = {"verdict": True, "meaning": "primary", "notice": "", "form_title": title, "form_lead": lead} | words
    status = 422 if form.is_bound else 200
    return case_page(request, case, tab, "cases/form.html", form=form, status=status, **values)


def done(request, sentence, place, *arguments):
    """Say what was done and go on."""
    messages.success(request, sentence)
    return redirect(place, *arguments)
