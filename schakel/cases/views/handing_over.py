"""Handing over: within the house, and to another one."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from schakel.access.doors import signed_in
from schakel.access.verdict import Refused
from schakel.network.models import Appointment, House, Professional
from schakel.network.roles import houses_of, who_hold

from .. import actions, rules_course
from ..doors import opens_case
from ..forms_course import AnswerHouseForm, HandOverForm, OfferCaseForm
from ..models import Case, Handover, HouseOffer, HouseRequest
from .asking import attempt, done, form_page, judged, may_try

PER_PAGE = 25


@signed_in("who directs or supports hands over their own cases; manager and administrator those of a colleague, unseen")
@require_http_methods(["GET", "POST"])
def hand_over(request):
    """Hand over one's own cases, or as manager or administrator those of a colleague who is gone."""
    me, house = request.professional, _house(request.professional)
    form = _hand_over_form(request, me, house)
    if form.is_valid():
        handover = attempt(form, actions.hand_over, by=me, house=house, **form.read())
        if handover:
            count = handover.number_of_cases
            words = ngettext("{count} case was handed over.", "{count} cases were handed over.", count)
            return done(request, words.format(count=count), "cases:hand_over")
    values = {"form": form, "handovers": Handover.objects.select_related("giver", "taker", "author")[:PER_PAGE]}
    return render(request, "cases/hand_over.html", values, status=422 if form.is_bound else 200)


def _house(professional):
    held = [house for role in rules_course.OWN_HOUSE for house in houses_of(professional, role)]
    if not held:
        raise Refused(_("Only who works for a house hands over cases. Your organisation names who sits on its seats."))
    return House.objects.select_related("capacity").get(pk=held[0])


def _hand_over_form(request, me, house):
    takers = Professional.objects.filter(
        pk__in=[one.pk for role in rules_course.DIRECTS for one in who_hold(house, role)]
    ).exclude(pk=me.pk)
    appoints = any(house.pk in houses_of(me, role) for role in rules_course.APPOINTS)
    givers = [me, *takers] if appoints else [me]
    own = Case.objects.running().filter(
        pk__in=me.occupancies.now().filter(seat__capacity=house.capacity_id).values("seat__case"), regime__hidden=False
    )
    return HandOverForm(request.POST or None, givers=givers, takers=takers, cases=list(own))


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("offer the case to another house"))
def offer(request, case):
    """Offer the case to another house."""
    verdict = rules_course.may_offer_to_house(request.professional, case)
    form = OfferCaseForm(request.POST or None, houses=House.objects.exclude(pk=case.house_id).order_by("name"))
    if may_try(form, verdict):
        values = {"by": request.professional, "case": case}
        if attempt(form, actions.offer_to_house, **values, **form.read()):
            return done(request, _("The case is offered; the other house answers."), "cases:course", case.number)
    back = reverse("cases:course", args=[case.number])
    words = {"title": _("Offer to another house"), "label": _("Offer"), "verdict": verdict, "back": back}
    notice = _("Until it accepts, the other house sees only your house, the kind of approach and the line you write.")
    return form_page(request, case, "course", form, notice=notice, **words)


@require_POST
@opens_case(gettext_noop("take the offer to another house back"))
def withdraw(request, case, offer):
    """Take the offer back."""
    offer = get_object_or_404(HouseOffer, pk=offer, case=case)
    offer.case = case
    actions.withdraw_offer(by=request.professional, offer=offer)
    return done(request, _("The offer is taken back."), "cases:course", case.number)


@signed_in("triage and process directors see the requests to their own house")
@require_GET
def requests(request):
    """What other houses ask of mine."""
    if not any(houses_of(request.professional, role) for role in rules_course.RECEIVES):
        raise Refused(_("Only the triage and the process directors of a house see what other houses ask of it."))
    page = Paginator(_to_my_houses(request.professional), PER_PAGE).get_page(request.GET.get("page"))
    for asked in page.object_list:
        asked.answered = getattr(asked, "answer", None)
    return render(request, "cases/house_requests.html", {"page": page})


@signed_in("triage and process directors answer the requests to their own house")
@require_http_methods(["GET", "POST"])
def answer(request, request_id):
    """Accept and say who directs, or refuse with a reason."""
    asked = get_object_or_404(_to_my_houses(request.professional), pk=request_id)
    verdict = rules_course.may_answer_house(request.professional, asked)
    directors = who_hold(asked.to_house, Appointment.Role.PROCESS_DIRECTOR)
    form = AnswerHouseForm(request.POST or None, directors=directors)
    if judged(form, verdict):
        act = actions.accept_case if form.is_yes else actions.refuse_case
        if attempt(form, act, by=request.professional, request=asked, **form.read()):
            return done(request, _("Your answer is kept."), "cases:house_requests")
    asked.answered = getattr(asked, "answer", None)
    values = {"asked": asked, "form": form, "verdict": verdict, "regime": rules_course.regime_there(asked)}
    return render(request, "cases/house_request.html", values, status=422 if form.is_bound else 200)


def _to_my_houses(professional):
    houses = [house for role in rules_course.RECEIVES for house in houses_of(professional, role)]
    found = HouseRequest.objects.filter(to_house__in=houses).order_by("answer__answered_at", "pk")
    return found.select_related("from_house", "to_house", "regime", "answer__director")
