"""What every page of a referral has in common: its frame, and what happens when an act is refused or overtaken."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.access.verdict import Conflict, Refused

from .. import rules
from ..reading import Opened

STEPS = ["persons", "what", "criteria", "chain", "frames", "informing", "questions", "send"]


def page(request, opened, template, *, status=200, **context):
    """One page of an opened referral."""
    referral, me = opened.referral, request.professional
    referral.asks_me = referral.is_asked and referral.is_waiting and rules.is_writer(me, referral)
    values = {
        "referral": referral,
        "opened": opened,
        "why": why(me, referral),
        "may_write": (may_write := rules.may_write(me, referral)),
        "change": {step: reverse(f"referrals:{step}", args=[referral.number]) if may_write else "" for step in STEPS},
    }
    if context.get("step") == "send":
        values["may_send"] = rules.may_send(me, referral, opened.missing)
    return render(request, template, values | context, status=status)


def form_page(request, opened, template, form, act, then, **context):
    """Show a form; on POST do the act and go on, or show again what was typed with what is wrong."""
    if request.method == "POST" and form.is_valid():
        try:
            act(form)
            return redirect(then, *context.get("then_args", [opened.referral.number]))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        except Conflict as conflict:
            saved = context.get("saved_values", vars)(conflict.saved)
            context["differences"] = form.overtaken(saved | {"edition": conflict.saved.edition})
            context["overtaken"] = True
            context["status"], opened = 409, Opened(opened.referral)
    context.setdefault("status", 422 if form.is_bound else 200)
    return page(request, opened, template, form=form, **context)


def one_form(request, opened, form, act, then, *, template="referrals/form.html", **words):
    """A page that is one form: `words` are form_title, label and, if wanted, form_lead; cancelled, one goes on too."""
    back = reverse(then, args=[opened.referral.number])
    words = {"back": back, "verdict": True, "form_lead": "", **words}
    return form_page(request, opened, template, form, act, then, **words)


def why(me, referral):
    """Why this colleague sees this referral."""
    if me.pk == referral.referrer_id:
        return _("You see this referral because you are the referrer.")
    if me.pk == referral.contact_id:
        return _("You see this referral because the referrer named you as contact.")
    return _("You see this referral because you do the triage of {house}.").format(house=referral.house)


def opened_or_refused(referral, verdict):
    """The referral to read, once the act of the page is allowed."""
    verdict.enforce()
    return Opened(referral)
