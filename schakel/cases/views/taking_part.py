"""Taking part: the contact of an organisation says who sits on its seats. Numbers and dates, no names of persons."""

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from schakel.access.doors import signed_in
from schakel.network.models import Appointment, Professional

from .. import actions, rules
from ..filling import as_contact
from ..forms import OccupantForm
from ..models import LeadOffer, Occupant, Seat
from .asking import attempt, done, judged

PER_PAGE = 25
RULE = "the contact of an organisation sees and fills the seats of that organisation"


@signed_in(RULE)
@require_GET
@as_contact()
def taking_part(request):
    """The seats of my organisation, and who sits there."""
    page = Paginator(_seats(request.professional), PER_PAGE).get_page(request.GET.get("page"))
    values = {"page": page, "is_contact": _is_contact(request.professional), "offers": _offers(request.professional)}
    return render(request, "cases/taking_part.html", values)


@signed_in(RULE)
@require_http_methods(["GET", "POST"])
@as_contact()
def seat(request, seat):
    """One seat: who sits there, and naming a colleague, also for leave or a shift."""
    seat = get_object_or_404(_seats(request.professional), pk=seat)
    colleagues = Professional.objects.filter(organisation=seat.capacity.organisation_id)
    form = OccupantForm(request.POST or None, colleagues=colleagues)
    verdict = rules.may_fill(request.professional, seat)
    if judged(form, verdict):
        values = {"by": request.professional, "seat": seat, "key": form.cleaned_data["once"]}
        if attempt(form, actions.name_occupant, **values, **form.read()):
            return done(request, _("Your colleague takes part."), "cases:seat", seat.pk)
    values = {"seat": seat, "form": form, "verdict": verdict}
    return render(request, "cases/seat.html", values, status=422 if form.is_bound else 200)


@signed_in(RULE)
@require_POST
@as_contact()
def end_occupation(request, occupant):
    """A colleague no longer takes part."""
    found = Occupant.objects.select_related("seat__case", "seat__capacity__organisation", "professional")
    occupant = get_object_or_404(found.filter(seat__in=_seats(request.professional)), pk=occupant)
    actions.end_occupation(by=request.professional, occupant=occupant)
    return done(request, _("Your colleague takes no part any more."), "cases:seat", occupant.seat_id)


def _seats(professional):
    """Those of the organisations whose contact I am; nobody else's, also where I sit in the circle."""
    occupants = Occupant.objects.not_over().select_related("professional")
    seats = Seat.objects.filter(capacity__organisation__in=_organisations(professional)).order_by("case__number")
    return seats.select_related("case", "capacity__organisation").prefetch_related(
        Prefetch("occupants", occupants, to_attr="sitting")
    )


def _offers(professional):
    """Casusregie that is offered to these seats and waits for an answer."""
    offers = LeadOffer.objects.filter(seat__capacity__organisation__in=_organisations(professional), ended_at=None)
    waiting = offers.filter(answer=None, case__closed_at=None).order_by("offered_at")
    return waiting.select_related("case__regime", "seat__capacity__organisation")[:PER_PAGE]


def _organisations(professional):
    held = professional.appointments.today().filter(role=Appointment.Role.CONTACT, organisation__isnull=False)
    return held.values("organisation")


def _is_contact(professional):
    return _organisations(professional).exists()
