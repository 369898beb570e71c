from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods

from schakel.access.doors import signed_in
from schakel.access.verdict import Refused
from schakel.network.models import House

from . import actions, lists, rules
from .doors import opens_consultation
from .forms import AdviseForm, AskForm, AskOnForm, FilterForm
from .models import Consultation
from .reading import opened

PER_PAGE = 25
THE_STAFF = "whoever answers for a house sees what it was asked; numbers, kinds and days, no words"


@signed_in("each sees the questions for advice that they asked; numbers, kinds and days")
@require_GET
def mine(request):
    """What I asked, the newest first."""
    me = request.professional
    page = _page(request, lists.asked_by(me))
    values = {"page": page, "tabs": _tabs(request, me)}
    return render(request, "consultations/mine.html", values)


@signed_in(THE_STAFF)
@require_GET
def worklist(request):
    """What waits for the house, what was answered, everything."""
    me, chosen = request.professional, FilterForm(request.GET)
    page = _page(request, lists.worklist(me, **chosen.wanted()))
    values = {"page": page, "tabs": _tabs(request, me), "may_answer": rules.may_see_what_waits(me), "filter": chosen}
    return render(request, "consultations/worklist.html", values)


@signed_in("whoever answers for a house, and its manager, sees how many questions it was asked, by kind; no persons")
@require_GET
def counted(request):
    """How many questions, how they were answered and how long that took, in one quarter."""
    me, wanted = request.professional, request.GET.get("kwartaal", "")
    quarters = list(lists.quarters(localdate()))
    chosen = next((one for one in quarters if one[0] == wanted), quarters[0])
    values = {
        "quarters": _quarters(quarters, chosen), "label": chosen[1], "rows": lists.counts(*chosen[2:]),
        "tabs": _tabs(request, me), "may_answer": rules.may_see_numbers(me),
    }  # fmt: skip
    return render(request, "consultations/counted.html", values)


@signed_in("any professional asks a house for advice")
@require_http_methods(["GET", "POST"])
def ask(request):
    """Ask without anybody in it; afterwards one follows it here."""
    me = request.professional
    form = AskForm(request.POST or None, initial={"house": _house_of(me)})

    def act(values):
        asked = actions.ask(
            by=me, house=values["house"], kind=values["kind"], question=values["question"], key=values["once"]
        )
        messages.success(request, _("Your question went to the house."))
        return Consultation.objects.get(pk=asked.pk)

    return _form_page(request, "consultations/ask.html", form, act)


@require_GET
@opens_consultation(gettext_noop("read a question for advice"))
def consultation(request, consultation):
    """The question, what was answered, and what one can do next."""
    me = request.professional
    values = {
        "consultation": consultation, "responses": opened(consultation),
        "may_advise": rules.may_answer(me, consultation), "may_ask_on": rules.may_ask_on(me, consultation),
        "is_mine": consultation.author_id == me.pk,
    }  # fmt: skip
    return render(request, "consultations/consultation.html", values)


@require_http_methods(["GET", "POST"])
@opens_consultation(gettext_noop("answer a question for advice"))
def advise(request, consultation):
    """Advise, put in touch, or advise to refer."""
    me = request.professional
    form = AdviseForm(request.POST or None, house=consultation.house)

    def act(values):
        given = {name: values[name] for name in ("kind", "text", "minutes", "organisation", "colleague")}
        actions.advise(by=me, consultation=consultation, key=values["once"], **given)
        messages.success(request, _("Your answer was sent."))
        return consultation

    may = rules.may_answer(me, consultation)
    words = {"title": _("Answer the question"), "label": _("Send the answer")}
    return _respond_page(request, consultation, form, act, may=may, **words)


@require_http_methods(["GET", "POST"])
@opens_consultation(gettext_noop("ask on about advice"))
def ask_on(request, consultation):
    """Who asked wants to know more."""
    me = request.professional
    form = AskOnForm(request.POST or None)

    def act(values):
        actions.ask_on(by=me, consultation=consultation, text=values["text"], key=values["once"])
        messages.success(request, _("Your question went to the house."))
        return consultation

    may = rules.may_ask_on(me, consultation)
    words = {"title": _("Ask on"), "label": _("Send the question")}
    return _respond_page(request, consultation, form, act, may=may, **words)


def _respond_page(request, consultation, form, act, **values):
    """What was said until now, and beside it the form with which one says more."""
    values |= {"consultation": consultation, "responses": opened(consultation)}
    return _form_page(request, "consultations/respond.html", form, act, **values)


def _form_page(request, template, form, act, **values):
    """Show a form; on POST do the act and show the question, or what was typed with what is wrong."""
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("consultations:consultation", act(form.cleaned_data).number)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return render(request, template, {"form": form, **values}, status=422 if form.is_bound else 200)


def _page(request, rows):
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    for one in page:
        one.status, one.meaning = lists.status_of(one)
    return page


def _house_of(professional):
    """The only house in which one's organisation takes part; where there are more, one chooses."""
    houses = list(House.objects.filter(partnerships__organisation=professional.organisation_id).distinct()[:2])
    return houses[0] if len(houses) == 1 else None


def _quarters(quarters, chosen):
    address = reverse("consultations:counted")
    return [
        {"label": label, "url": f"{address}?kwartaal={name}", "current": name == chosen[0]}
        for name, label, _first, _after in quarters
    ]


def _tabs(request, professional):
    names = [("mine", _("Asked by me"))]
    if rules.may_see_what_waits(professional):
        names.append(("worklist", _("To answer")))
    if rules.may_see_numbers(professional):
        names.append(("counted", _("Numbers")))
    addresses = [(label, reverse(f"consultations:{name}")) for name, label in names]
    return [{"label": label, "url": url, "current": url == request.path} for label, url in addresses]
