"""What the pages with a form have in common."""

from django.contrib import messages
from django.shortcuts import redirect, render

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
    """The form on its page; `words` are label, back and, if wanted, verdict and what else `one_form` knows."""
    values = {"verdict": True, "meaning": "primary", "notice": "", "form_title": title, "form_lead": lead} | words
    status = 409 if words.get("differences") else 422 if form.is_bound else 200
    return case_page(request, case, tab, "cases/form.html", form=form, status=status, **values)


def own_page(request, form, verdict, *trail, **words):
    """A page that is one form, outside the file; `words` are title, label, back and, if wanted, lead and meaning.

    `trail` is the way there: label, address, label, address …
    """
    values = {"form": form, "verdict": verdict, "trail": list(trail), **words}
    return render(request, "design/form.html", values, status=422 if form.is_bound else 200)


def done(request, sentence, place, *arguments):
    """Say what was done and go on."""
    messages.success(request, sentence)
    return redirect(place, *arguments)
