from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from django.views.decorators.http import require_http_methods, require_POST

from schakel.access.verdict import Refused
from schakel.referrals.doors import opens_referral
from schakel.referrals.views.pages import opened_or_refused

from .. import actions, rules
from ..doors import opens_inquiry
from ..forms import AnonymousForm, AnswerForm, KnownForm
from ..models import Inquiry
from ..reading import inquiry_opened
from .asking import one_form

KNOWN = {
    "form_title": gettext_lazy("Ask whether somebody is known"),
    "form_lead": gettext_lazy(
        "One organisation at a time. Its contact sees a kind of question and a number first; the name only after "
        "opening it, and that is recorded."
    ),
    "label": gettext_lazy("Put the question"),
}
ANONYMOUS = {
    "form_title": gettext_lazy("Ask without a name"),
    "form_lead": gettext_lazy(
        "Nobody who reads this may find out whom it is about. Say per organisation why you ask it; leave empty whom "
        "you do not ask."
    ),
    "label": gettext_lazy("Put the question"),
}


@require_http_methods(["GET", "POST"])
@opens_referral(gettext_noop("ask whether somebody is known"))
def known(request, referral):
    """Ask one organisation, with a reason for that one."""
    me = request.professional
    opened = opened_or_refused(referral, rules.may_inquire(me, referral, Inquiry.Kind.KNOWN))
    form = KnownForm(request.POST or None, referral=referral, persons=opened.persons)

    def act(form):
        values = form.cleaned_data
        actions.ask_known(
            by=me, referral=referral, organisation=values["contact"].organisation, key=values["once"],
            contact=values["contact"].professional, persons=values["persons"], reason=values["reason"],
        )  # fmt: skip
        messages.success(request, _("The question was put."))

    return one_form(request, opened, form, act, "triage:referral", **KNOWN)


@require_http_methods(["GET", "POST"])
@opens_referral(gettext_noop("put a question without a name"))
def anonymous(request, referral):
    """A first round without name, with a reason for each organisation."""
    me = request.professional
    opened = opened_or_refused(referral, rules.may_inquire(me, referral, Inquiry.Kind.ANONYMOUS))
    form = AnonymousForm(request.POST or None, referral=referral, persons=opened.persons)

    def act(form):
        text, asked = form.cleaned_data["text"], form.read_asked()
        actions.ask_without_name(by=me, referral=referral, text=text, asked=asked)
        messages.success(request, _("The question was put, without a name."))

    return one_form(request, opened, form, act, "triage:referral", **ANONYMOUS)


@require_POST
@opens_referral(gettext_noop("take a question of the triage back"))
def take_back(request, referral, inquiry):
    """Whoever was asked no longer sees it."""
    found = Inquiry.objects.filter(referral_id=referral.pk, pk=inquiry).first()
    if found is None:
        raise Http404
    actions.take_back(by=request.professional, referral=referral, inquiry=found)
    messages.success(request, _("The question was taken back."))
    return redirect("triage:referral", referral.number)


@require_http_methods(["GET", "POST"])
@opens_inquiry(gettext_noop("read a question of the triage"))
def inquiry(request, file):
    """What the triage asks me, with the reason and the minimum; and my answer, which only the triage reads."""
    found, me = inquiry_opened(file), request.professional
    form = AnswerForm(request.POST or None, kind=found.kind, care=found.care)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            actions.answer(by=me, inquiry=found, given=values["given"], note=values["note"], key=values["once"])
            messages.success(request, _("Your answer went to the triage."))
            return redirect("work:my_work")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    values = {"inquiry": found, "form": form, "may_answer": rules.may_answer(me, found)}
    return render(request, "triage/inquiry.html", values, status=422 if form.is_bound else 200)
