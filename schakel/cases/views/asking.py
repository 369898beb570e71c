"""What the pages with a form have in common."""

from django.contrib import messages
from django.shortcuts import redirect

from schakel.access.verdict import Refused

from ..header import case_page


def attempt(form, act, **arguments):
    """Do the act; a refusal stands on the form, beside what was typed."""
    try:
        return act(**arguments)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None


def may_try(form, verdict):
    """Whether what was typed is tried. Who may not do this gets the reason; who typed already, the form as well."""
    if not form.is_bound:
        verdict.enforce()
    return judged(form, verdict)


def judged(form, verdict):
    """Whether the form is complete. Who may not do this reads why not, instead of what else is wrong with it.

    Complete and refused it is tried: the act refuses, and the log keeps that.
    """
    complete = form.is_valid()
    if form.is_bound and not complete and not verdict:
        form.errors.clear()
        form.add_error(None, verdict.refusal)
    return complete


def form_page(request, case, tab, form, *, title, lead="", **words):
    """The form on its page; `words` are label, back and, if wanted, verdict, meaning and notice."""
    values = {"verdict": True, "meaning": "primary", "notice": "", "form_title": title, "form_lead": lead} | words
    status = 422 if form.is_bound else 200
    return case_page(request, case, tab, "cases/form.html", form=form, status=status, **values)


def done(request, sentence, place, *arguments):
    """Say what was done and go on."""
    messages.success(request, sentence)
    return redirect(place, *arguments)
