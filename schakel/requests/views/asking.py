"""What was asked in a case, and asking."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from schakel.access.doors import signed_in
from schakel.access.verdict import Refused
from schakel.cases.circle import Circle
from schakel.cases.doors import opens_case
from schakel.cases.header import case_page
from schakel.cases.views.asking import done, form_page, may_try

from .. import actions, rules
from ..forms import RequestForm
from ..reading import found_request, requests_page
from ..waiting import asked_of_us

MANY = 50


@require_GET
@signed_in("each sees the questions that wait for their organisation: number, kind and date")
def mine(request):
    """The questions that wait for me, without a word of them."""
    return render(request, "requests/mine.html", {"asked": asked_of_us(MANY)})


@require_GET
@opens_case(gettext_noop("questions to organisations"))
def requests(request, case):
    """Who was asked what, who answered, and who did not yet."""
    around, me = Circle(case), request.professional
    page = requests_page(case, around, me, request.GET.get("page"))
    values = {"page": page, "may_ask": rules.may_ask(me, case, around.of(me))}
    return case_page(request, case, "requests", "requests/requests.html", circle=around, **values)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("ask an organisation what it brings"))
def ask(request, case):
    """Ask one organisation or several, each its own question."""
    around, me = Circle(case), request.professional
    seats = around.of(me)
    verdict = rules.may_ask(me, case, seats)
    whole = any(seat.whole_case for seat in seats)
    form = RequestForm(request.POST or None, case=case, circle=around, whole=whole)
    if may_try(form, verdict):
        try:
            asked = actions.ask_each(
                by=me, case=case, capacities=form.asked, once=form.cleaned_data["once"], **form.read()
            )
            words = ngettext("One organisation was asked.", "{count} organisations were asked.", len(asked))
            return done(request, words.format(count=len(asked)), "requests:requests", case.number)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    words = {"title": _("Ask an organisation"), "label": _("Put the question"), "verdict": verdict}
    back = reverse("requests:requests", args=[case.number])
    return form_page(request, case, "requests", form, back=back, **words)


@require_POST
@opens_case(gettext_noop("remind an organisation of a question"))
def remind(request, case, informationrequest):
    """Once more; it counts, and the organisation sees how often."""
    return _act(request, case, informationrequest, actions.remind, _("The organisation was reminded."))


@require_POST
@opens_case(gettext_noop("take a question back"))
def withdraw(request, case, informationrequest):
    """No answer is needed any more."""
    return _act(request, case, informationrequest, actions.withdraw, _("The question was taken back."))


def _act(request, case, key, act, words):
    try:
        act(by=request.professional, request=found_request(case, key))
    except Refused as refusal:
        words = str(refusal)
    return done(request, words, "requests:requests", case.number)
