"""Asking for a seat by the number of a case: the same pages whether or not there is one."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from schakel.access.doors import signed_in
from schakel.audit.opening import file_open, opens
from schakel.network.models import Capacity, House, Partnership
from schakel.vault.words import Keyring

from .. import actions, rules_circle
from ..circle import people_in
from ..doors import opens_case
from ..forms_circle import AnswerForm, AskForSeatForm, GrantForm
from ..header import case_page
from ..models import SeatRequest
from ..models.asking import Outcome
from .asking import attempt, done, judged, own_page

PER_PAGE = 25
ASKING = gettext_lazy(
    "You know the number of a case and think that your organisation is needed. From Schakel you do not learn whether "
    "there is such a case; who directs it answers you."
)
RULE = "each asks for a seat by a number, and sees their own requests; of the case it says nothing"


def find_request(seatrequest, **rest):
    """A request of mine, or one in a case that I direct; otherwise there is none."""
    found = SeatRequest.objects.select_related("house", "capacity__organisation", "asker__organisation")
    return get_object_or_404(found, pk=seatrequest), rest


@signed_in(RULE)
@require_GET
def seat_requests(request):
    """What I asked, and how it stands."""
    mine = SeatRequest.objects.filter(asker=request.professional).select_related("house", "capacity__organisation")
    page = Paginator(mine, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "cases/seat_requests.html", {"page": page})


@signed_in(RULE)
@require_http_methods(["GET", "POST"])
def ask_for_seat(request):
    """Ask for a seat; what comes back says nothing of whether there is such a case."""
    me = request.professional
    capacities = list(Capacity.objects.filter(organisation=me.organisation_id).select_related("organisation"))
    form = AskForSeatForm(request.POST or None, houses=_houses(me), capacities=capacities)
    verdict = rules_circle.may_ask_for_a_seat(me)
    if judged(form, verdict) and attempt(form, actions.ask_for_seat, by=me, **form.read()):
        return done(
            request, _("Your request is kept. If there is such a case, who directs it sees it."), "cases:seat_requests"
        )
    back, title = reverse("cases:seat_requests"), _("Ask for a seat")
    trail = _("Taking part"), reverse("cases:taking_part")
    return own_page(request, form, verdict, *trail, title=title, lead=ASKING, label=_("Send"), back=back)


@require_GET
@opens(
    find_request,
    "who asked for a seat, and who directs that case, open the request",
    gettext_noop("request for a seat"),
)
def seat_request(request, seat_request):
    """What I asked, and the answer."""
    Keyring.of(seat_request).reveal([seat_request])
    verdict = rules_circle.may_withdraw_request(request.professional, seat_request)
    return render(request, "cases/seat_request.html", {"asked": seat_request, "verdict": verdict})


@signed_in(RULE)
@require_POST
def withdraw_request(request, seatrequest):
    """Take it back."""
    asked = get_object_or_404(SeatRequest, pk=seatrequest, asker=request.professional)
    actions.withdraw_seat_request(by=request.professional, seat_request=asked)
    return done(request, _("Your request is withdrawn."), "cases:seat_requests")


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("answer a request for a seat"))
def answer_request(request, case, seatrequest):
    """Who directs the case reads what is asked, and grants or refuses."""
    found = SeatRequest.objects.select_related("house", "capacity__organisation", "asker__organisation")
    asked = get_object_or_404(found, pk=seatrequest, number=case.number)
    me, post = request.professional, request.POST or None
    forms = {
        "grant": GrantForm(post if post and "role" in post else None, people=people_in(case), area=case.is_area),
        "refuse": AnswerForm(post if post and "answer" in post else None),
    }
    if post and _answered(request, case, asked, forms):
        return done(request, _("The request is answered."), "cases:circle", case.number)
    with file_open(asked, by=me, purpose=gettext_noop("answer a request for a seat")):
        Keyring.of(asked).reveal([asked])
    verdicts = {one: rules_circle.may_answer_request(me, asked, case, one) for one in Outcome.values}
    return case_page(
        request, case, "circle", "cases/answer_request.html", asked=asked, grant=forms["grant"],
        refusing=forms["refuse"], verdicts=verdicts, status=422 if post else 200,
    )  # fmt: skip


def _answered(request, case, asked, forms):
    common = {"by": request.professional, "seat_request": asked, "case": case}
    grant, refusing = forms["grant"], forms["refuse"]
    if grant.is_bound:
        return grant.is_valid() and attempt(grant, actions.grant_seat_request, **common, **grant.read())
    return refusing.is_bound and refusing.is_valid() and attempt(
        refusing, actions.refuse_seat_request, **common, **refusing.cleaned_data
    )  # fmt: skip


def _houses(professional):
    held = Partnership.objects.today().filter(organisation=professional.organisation_id).values("house")
    return list(House.objects.filter(pk__in=held)) or list(House.objects.all())
