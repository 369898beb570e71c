"""Participants and readings: who sits where, for whom and why; who saw what."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods

from schakel.network.models import Capacity, Partnership
from schakel.people.models import Person
from schakel.vault.words import Keyring

from .. import actions, rules
from ..doors import opens_case
from ..forms import SeatForm
from ..header import case_page
from ..models import Seat
from ..readings import readings_page
from ..seats import all_seats, shown_seats
from .asking import attempt, done, form_page, may_try


@require_GET
@opens_case(gettext_noop("participants and readings"))
def circle(request, case):
    """Who takes part, and who looked."""
    seats, around = all_seats(case)
    verdict = rules.may_give_seat(request.professional, case, around.of(request.professional))
    values = {
        "seats": shown_seats(seats, around, request.professional),
        "page": readings_page(request.GET.get("page")),
        "may_give_seat": verdict,
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
    """End a seat, after saying what that means."""
    seats = Seat.objects.select_related("case", "capacity__organisation")
    seat = get_object_or_404(seats, pk=seat, case=case)
    verdict = rules.may_end_seat(request.professional, seat)
    if request.method == "POST":
        actions.end_seat(by=request.professional, seat=seat)
        return done(request, _("The seat has ended."), "cases:circle", case.number)
    Keyring.of(case).reveal([seat])
    return case_page(request, case, "circle", "cases/end_seat.html", seat=seat, verdict=verdict)


def partners(case):
    """In which capacities the house's partners can take part."""
    held = Partnership.objects.today().filter(house=case.house).values("organisation")
    own = case.house.capacity_id
    return Capacity.objects.filter(organisation__in=held).exclude(pk=own).select_related("organisation")
