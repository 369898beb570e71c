"""Casusregie: offered, answered, ended; and what was before."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods

from schakel.access.doors import signed_in
from schakel.design.parts.words import day
from schakel.houses.texts import own_word
from schakel.network.models import Professional
from schakel.vault.words import Keyring

from .. import actions, rules_course
from ..circle import Circle
from ..doors import opens_case
from ..filling import as_contact
from ..forms_course import AnswerLeadForm, OfferLeadForm, ReasonForm
from ..header import case_page
from ..models import LeadOffer, Occupant
from .asking import attempt, done, form_page, judged, may_try, own_page

RULE = "the contact of an organisation answers what is offered to its seats"
TOGETHER = ("case__house", "seat__capacity__organisation", "answer__lead_professional", "answer__author", "author")


@require_GET
@opens_case(gettext_noop("lead on the content"))
def lead(request, case):
    """Who leads on the content, to whom it was offered, and what was before."""
    around, ring = Circle(case), Keyring.of(case)
    offers = ring.reveal(LeadOffer.objects.filter(case=case).select_related(*TOGETHER))
    for offer in offers:
        offer.case, offer.answered = case, getattr(offer, "answer", None)
    ring.reveal([offer.answered for offer in offers if offer.answered])
    now = next((one for one in offers if one.ended_at is None and not _refused(one)), None)
    mine = around.of(request.professional)
    values = {
        "offers": offers, "now": now, "waits": now and not now.answered, "lead_word": own_word(case.house, "lead"),
        "mine_to_answer": now and now.seat_id in {seat.pk for seat in mine},
        "may_offer": rules_course.may_offer_lead(request.professional, case, mine, now),
        "may_end": now and rules_course.may_end_lead(request.professional, now, mine),
    }  # fmt: skip
    return case_page(request, case, "circle", "cases/lead.html", circle=around, **values)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("offer the lead on the content"))
def offer(request, case):
    """Offer the lead to an organisation that takes part for the whole case."""
    verdict = rules_course.may_offer_lead(request.professional, case)
    seats = [seat for seat in Circle(case) if rules_course.can_be_asked_to_lead(seat)]
    form = OfferLeadForm(request.POST or None, seats=seats)
    if may_try(form, verdict):
        values = {"by": request.professional, "case": case, "key": form.cleaned_data["once"]}
        if attempt(form, actions.offer_lead, **values, **form.read()):
            return done(request, _("The lead is offered; the organisation answers."), "cases:lead", case.number)
    return _page(request, case, form, title=_("Offer the lead on the content"), label=_("Offer"), verdict=verdict)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("answer the offer of the lead"))
def answer(request, case, offer):
    """Who sits there says yes and who, or no and why."""
    offer = get_object_or_404(LeadOffer.objects.select_related(*TOGETHER), pk=offer, case=case)
    verdict = rules_course.may_answer_lead(request.professional, offer)
    form = AnswerLeadForm(request.POST or None, colleagues=_who_sit_on(offer.seat))
    if may_try(form, verdict) and _answered(request, form, offer):
        return done(request, _("Your answer is kept."), "cases:lead", case.number)
    title = _("Lead on the content: {organisation}").format(organisation=offer.seat.capacity)
    return _page(request, case, form, title=title, label=_("Answer"), verdict=verdict)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("end the lead on the content"))
def end(request, case, offer):
    """Withdraw the offer, or end the lead."""
    offer = get_object_or_404(LeadOffer.objects.select_related(*TOGETHER), pk=offer, case=case)
    verdict = rules_course.may_end_lead(request.professional, offer)
    form = ReasonForm(request.POST or None)
    values = {"by": request.professional, "offer": offer}
    if may_try(form, verdict) and attempt(form, actions.end_lead, **values, **form.cleaned_data):
        return done(request, _("The lead has ended."), "cases:lead", case.number)
    text = _("The organisation keeps its ordinary seat.")
    return _page(request, case, form, title=_("End the lead"), lead=text, label=_("End"), verdict=verdict)


@signed_in(RULE)
@require_http_methods(["GET", "POST"])
@as_contact()
def answer_as_contact(request, offer):
    """The contact answers without seeing the case: a number, a kind of approach, a ground from a list."""
    mine = request.professional.appointments.today().filter(role="contact").values("organisation")
    found = LeadOffer.objects.select_related("case__regime", *TOGETHER).filter(seat__capacity__organisation__in=mine)
    offer = get_object_or_404(found, pk=offer)
    verdict = rules_course.may_answer_lead(request.professional, offer)
    form = AnswerLeadForm(request.POST or None, colleagues=_who_sit_on(offer.seat), words=False)
    if judged(form, verdict) and _answered(request, form, offer):
        return done(request, _("Your answer is kept."), "cases:seat", offer.seat_id)
    trail = _("Taking part"), reverse("cases:taking_part")
    title = f"{_('Lead on the content')} · {offer.case.number}"
    offered = _("offered on %(day)s") % {"day": day(offer.offered_at)}
    lead = f"{offer.seat.capacity} · {offer.case.regime.name} · {offered}"
    return own_page(request, form, verdict, *trail, title=title, lead=lead, label=_("Answer"))


def _answered(request, form, offer):
    act = actions.accept_lead if form.is_yes else actions.refuse_lead
    return attempt(form, act, by=request.professional, offer=offer, **form.read())


def _who_sit_on(seat):
    return Professional.objects.filter(pk__in=Occupant.objects.not_over().filter(seat=seat).values("professional"))


def _refused(offer):
    return bool(offer.answered) and not offer.answered.accepted


def _page(request, case, form, **words):
    return form_page(request, case, "circle", form, back=reverse("cases:lead", args=[case.number]), **words)
