from django.contrib import messages
from django.http import Http404
from django.template.defaultfilters import linebreaksbr
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods

from schakel.referrals.doors import opens_referral
from schakel.referrals.reading import Opened
from schakel.referrals.rules import is_writer
from schakel.referrals.views import pages
from schakel.referrals.views.pages import opened_or_refused, page

from .. import actions, rules
from ..forms import QuestionForm, ReplyForm
from ..reading import questions_about


@require_GET
@opens_referral(gettext_noop("read the questions about a referral"))
def questions(request, referral):
    """What the triage asked and what was answered."""
    asked, me = questions_about(referral), request.professional
    values = {"questions": asked, "is_writer": is_writer(me, referral), "may_ask": rules.may_question(me, referral)}
    return page(request, Opened(referral), "triage/questions.html", **values)


@require_http_methods(["GET", "POST"])
@opens_referral(gettext_noop("ask the referrer to complete a referral"))
def ask(request, referral):
    """Ask the referrer something."""
    opened = opened_or_refused(referral, rules.may_question(request.professional, referral))
    form = QuestionForm(request.POST or None)

    def act(form):
        values = form.cleaned_data
        actions.ask_referrer(by=request.professional, referral=referral, text=values["text"], key=values["once"])
        messages.success(request, _("The referrer finds your question in their work."))

    lead = _("The referrer and the named contact see the question in their work, and answer in the referral.")
    words = {"form_title": _("Ask the referrer"), "form_lead": lead, "label": _("Send the question")}
    return one_form(request, opened, form, act, "triage:referral", **words)


@require_http_methods(["GET", "POST"])
@opens_referral(gettext_noop("answer a question about a referral"))
def reply(request, referral, question):
    """Answer the triage."""
    found = next((one for one in questions_about(referral) if one.pk == question), None)
    if found is None:
        raise Http404
    found.referral = referral
    opened = opened_or_refused(referral, rules.may_reply(request.professional, found))
    form = ReplyForm(request.POST or None)

    def act(form):
        values = form.cleaned_data
        actions.reply(by=request.professional, question=found, text=values["text"], key=values["once"])
        messages.success(request, _("Your answer went to the triage."))

    words = {"form_title": _("Answer the triage"), "form_lead": linebreaksbr(found.text), "label": _("Send the answer")}
    return one_form(request, opened, form, act, "triage:questions", **words)


def one_form(request, opened, form, act, then, **words):
    """A page of the triage that is one form."""
    return pages.one_form(request, opened, form, act, then, template="triage/form.html", **words)
