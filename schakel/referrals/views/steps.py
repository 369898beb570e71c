"""The steps that ask in words and choices: one way of showing and saving for all of them."""

from uuid import uuid4

from django.urls import reverse
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods

from .. import actions, rules
from ..doors import opens_referral
from ..forms_steps import CriteriaForm, NoneKnownForm, QuestionsForm, TriedForm, UrgencyForm, WhatForm
from ..reading import Opened
from ..steps import fingerprint, saved_values
from ..typed import typed_here
from .pages import form_page, opened_or_refused

WRITING = gettext_noop("write in a referral")
FORMS = {
    "what": WhatForm, "criteria": CriteriaForm, "chain": TriedForm, "frames": NoneKnownForm, "questions": QuestionsForm,
    "send": UrgencyForm,
}  # fmt: skip


@require_http_methods(["GET", "POST"])
@opens_referral(WRITING)
def what(request, referral):
    """What happens, since when, and what should be reached."""
    return step_page(request, referral, "what")


@require_http_methods(["GET", "POST"])
@opens_referral(WRITING)
def criteria(request, referral):
    """Which criteria are met, and why."""
    return step_page(request, referral, "criteria")


@require_http_methods(["GET", "POST"])
@opens_referral(WRITING)
def chain(request, referral):
    """What the own chain tried, and why that was not enough."""
    return step_page(request, referral, "chain")


@require_http_methods(["GET", "POST"])
@opens_referral(WRITING)
def frames(request, referral):
    """Which legal frames hold, what endangers professionals; or that there are none."""
    return step_page(request, referral, "frames")


@require_http_methods(["GET", "POST"])
@opens_referral(WRITING)
def questions(request, referral):
    """What this house asks beside all that."""
    return step_page(request, referral, "questions")


def step_page(request, referral, name, form_class=None, save=None, then=None, **context):
    """Show a step with what was saved or typed; on POST save it, unless somebody else was first."""
    opened = opened_or_refused(referral, rules.may_write(request.professional, referral))
    form = asked(request, opened, name, form_class or FORMS[name])

    def act(form):
        if not form.said_nothing_new(saved_values(opened)) or save:
            (save or saved)(request.professional, opened, form)
        elif form.cleaned_data["unsaved"] in {one.pk for one in opened.unsaved}:
            actions.drop_typing(by=request.professional, referral=referral, key=form.cleaned_data["unsaved"])

    return form_page(
        request, opened, f"referrals/{name}.html", form, act, then or after(referral, name, opened), step=name,
        saved_values=lambda now: saved_values(Opened(now)), others=form.others, **context,
    )  # fmt: skip


def asked(request, opened, name, form_class):
    """The form of a step, as it was posted, typed or saved; `others` is what was typed in other windows."""
    saved, more = saved_values(opened), form_class.needs(opened)
    if request.method == "POST":
        form = form_class(request.POST, initial=saved, **more)
        form.others, form.typed, form.kept = [], None, request.POST.get("kept", "")
        form.unsaved_key = request.POST.get("unsaved", "")
        return form
    blank = form_class(initial=saved, **more)
    typed, *others = typed_here(opened, name, blank) or [None]
    begun = {"base": fingerprint(blank, saved)} | (typed.values if typed else {})
    form = form_class(initial=saved | begun, **more)
    form.others, form.typed = others, typed
    form.kept, form.unsaved_key = (typed.row.edition, typed.row.pk) if typed else ("", uuid4())
    return form


def saved(by, opened, form):
    """Save what a step says."""
    actions.write(by=by, referral=opened.referral, **written(opened, form))


def written(opened, form):
    """The arguments of `write`. Nobody saved anything else in this step meanwhile? Then its edition is that of now."""
    begun_with_now = form.cleaned_data["base"] == fingerprint(form, saved_values(opened))
    said = {
        "edition": opened.referral.edition if begun_with_now else form.cleaned_data["edition"],
        "words": form.read_words(), "unsaved": form.cleaned_data["unsaved"], **form.read_fields(),
    }  # fmt: skip
    if hasattr(form, "read_criteria"):
        said["claims"] = form.read_criteria()
    if hasattr(form, "read_answers"):
        said["answers"] = form.read_answers()
    return said


def after(referral, name, opened):
    """A draft goes on to the next step; what was sent goes back to the referral."""
    if not referral.is_draft:
        return reverse("referrals:referral", args=[referral.number])
    names = [one.name for one in opened.steps]
    following = [*names[names.index(name) + 1 :], "send"][0] if name in names else "send"
    return reverse(f"referrals:{following}", args=[referral.number])
