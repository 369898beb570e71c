"""Participants and readings: who sits where, for whom and why; who saw what."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from schakel.network.models import Capacity, Partnership, Professional
from schakel.people.models import Person
from schakel.vault.words import Keyring

from .. import actions, rules, rules_circle
from ..circle import about_of, in_my_sight, people_in
from ..doors import opens_case
from ..forms import SeatForm
from ..forms_circle import AnswerForm, EndOfSeatForm, LockForm, ProposalForm, WhyForm
from ..header import case_page
from ..models import Lock, Seat, SeatProposal
from ..moments import until_day
from ..readings import readings_page
from ..seats import all_seats, shown_seats, waiting, what_there_is
from .asking import attempt, done, form_page, judged, may_try


@require_GET
@opens_case(gettext_noop("participants and readings"))
def circle(request, case):
    """Who takes part, and who looked."""
    seats, around = all_seats(case)
    mine = around.of(request.professional)
    ring, there, directs = Keyring.of(case), what_there_is(case), rules.directs(request.professional, case, mine)
    values = {
        "seats": shown_seats(seats, around, request.professional, ring, there["endings"]),
        "page": readings_page(request.GET.get("page"), around),
        "may_give_seat": rules.may_give_seat(request.professional, case, mine),
        "may_propose": rules_circle.may_propose(request.professional, case, mine),
        "directs": directs,
        **waiting(case, ring, directs, there),
    }
    return case_page(request, case, "circle", "cases/circle.html", circle=around, **values)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("give a seat"))
def give_seat(request, case):
    """Give an organisation a seat."""
    verdict = rules.may_give_seat(request.professional, case)
    people = Person.objects.filter(file_id=case.pk)
    form = SeatForm(request.POST or None, capacities=partners(case), people=people, area=case.is_area)
    if may_try(form, verdict):
        values = {"by": request.professional, "case": case, "key": form.cleaned_data["once"]}
        if attempt(form, actions.give_seat, **values, **form.read()):
            words = _("The seat is given. The contact of the organisation now says who takes part.")
            return done(request, words, "cases:circle", case.number)
    back = reverse("cases:circle", args=[case.number])
    return form_page(
        request, case, "circle", form, title=_("Give a seat"), label=_("Give seat"), back=back, verdict=verdict
    )


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("end a seat"))
def end_seat(request, case, seat):
    """End a seat, after saying what that means and why."""
    seat = _seat(case, seat)
    verdict, form = rules.may_end_seat(request.professional, seat), WhyForm(request.POST or None)
    if judged(form, verdict) and attempt(
        form, actions.end_seat, by=request.professional, seat=seat, **form.cleaned_data
    ):
        return done(request, _("The seat has ended."), "cases:circle", case.number)
    Keyring.of(case).reveal([seat])
    values = {"seat": seat, "verdict": verdict, "form": form, "status": 422 if form.is_bound else 200}
    return case_page(request, case, "circle", "cases/end_seat.html", **values)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("change the end of a seat"))
def change_end(request, case, seat):
    """Sooner, or going on as a new seat."""
    seat, form = _seat(case, seat), EndOfSeatForm(request.POST or None)
    verdict = rules.may_end_seat(request.professional, seat)
    if may_try(form, verdict) and attempt(form, _change(form, seat), by=request.professional, seat=seat, **_end(form)):
        return done(request, _("The end of the seat has changed."), "cases:circle", case.number)
    lead = _("A later day is a new seat that follows this one; who sits there goes on.")
    return _form(request, case, form, title=_("Change the end"), label=_("Change"), verdict=verdict, lead=lead)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("propose an organisation"))
def propose(request, case):
    """Whoever sits there says who is missing."""
    verdict, people = rules_circle.may_propose(request.professional, case), people_in(case)
    form = ProposalForm(request.POST or None, capacities=partners(case), people=people)
    if may_try(form, verdict):
        values, chosen = form.read()
        about = about_of(case, chosen or ([] if in_my_sight([case.pk]) else people))
        if attempt(form, actions.propose_seat, by=request.professional, case=case, about=about, **values):
            return done(
                request, _("Your proposal is kept; who directs the case answers it."), "cases:circle", case.number
            )
    words = {"title": _("Propose an organisation"), "label": _("Propose")}
    return _form(request, case, form, verdict=verdict, **words)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("answer a proposal"))
def answer_proposal(request, case, seatproposal):
    """Why not; giving the seat is the other answer."""
    proposal = get_object_or_404(SeatProposal.objects.select_related("case__house"), pk=seatproposal, case=case)
    verdict, form = rules_circle.may_answer_proposal(request.professional, proposal), AnswerForm(request.POST or None)
    arguments = {"by": request.professional, "proposal": proposal}
    if may_try(form, verdict) and attempt(form, actions.answer_proposal, **arguments, **form.cleaned_data):
        return done(request, _("The proposal is answered."), "cases:circle", case.number)
    return _form(request, case, form, title=_("Not now"), label=_("Answer"), verdict=verdict)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("lock somebody out"))
def lock_out(request, case):
    """Who directs keeps somebody out; everybody themselves."""
    me = request.professional
    verdict, form = rules_circle.may_lock_out(me, case, None), LockForm(request.POST or None, people=_whom(me, case))
    if may_try(form, verdict):
        about = [case.pk] if in_my_sight([case.pk]) else about_of(case, people_in(case))
        if lock := attempt(form, actions.lock_out, by=me, case=case, about=about, **form.read()):
            words = _("It is recorded: from now on this colleague takes no part in the case.")
            return done(request, words, *_after(me, lock, case))
    words = {"title": _("Conflict of interest"), "label": _("Lock out"), "meaning": "negative"}
    return _form(
        request, case, form, verdict=verdict, notice=_("It takes effect at once, whoever named them."), **words
    )


@require_POST
@opens_case(gettext_noop("lift a lock"))
def lift_lock(request, case, lock):
    """Who directs lifts it."""
    lock = get_object_or_404(Lock.objects.select_related("case"), pk=lock, case=case)
    actions.lift_lock(by=request.professional, lock=lock)
    return done(request, _("It is lifted. Their contact may name them again."), "cases:circle", case.number)


def _after(me, lock, case):
    return ("work:my_work",) if lock.professional_id == me.pk else ("cases:circle", case.number)


def _whom(me, case):
    if not rules.directs(me, case):
        return [me]
    there = Capacity.objects.filter(pk__in=Seat.objects.not_over().filter(case=case).values("capacity"))
    return list(
        Professional.objects.filter(organisation__in=there.values("organisation")).select_related("organisation")
    )


def _seat(case, seat):
    return get_object_or_404(Seat.objects.select_related("case__house", "capacity__organisation"), pk=seat, case=case)


def _change(form, seat):
    later = seat.ends_at and until_day(form.cleaned_data["ends_on"]) > seat.ends_at
    return actions.continue_seat if later else actions.shorten_seat


def _end(form):
    return {name: form.cleaned_data[name] for name in ("ends_on", "why")}


def _form(request, case, form, **words):
    return form_page(request, case, "circle", form, back=reverse("cases:circle", args=[case.number]), **words)


def partners(case):
    """In which capacities the house's partners can take part."""
    held = Partnership.objects.today().filter(house=case.house).values("organisation")
    own = case.house.capacity_id
    return Capacity.objects.filter(organisation__in=held).exclude(pk=own).select_related("organisation")
