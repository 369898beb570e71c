"""Taking in running cases: choose a sheet, look at every row, confirm."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from schakel.access.doors import never_ahead, signed_in
from schakel.access.verdict import ALLOWED, refuse
from schakel.network.models import Appointment
from schakel.network.roles import houses_of
from schakel.sheets.reading import Unreadable
from schakel.sheets.writing import MIMETYPE, as_ods

from . import taking_in
from .forms import ConfirmForm, SheetForm
from .running_cases import EXAMPLE, HEADINGS, checked

TAKING_IN = gettext_lazy(
    "Cases that run elsewhere already, from a sheet. First you see every row with what is wrong; nothing is kept "
    "before you confirm."
)
WHO = "the triage of a house takes in the cases that run there already"


@signed_in(WHO)
@never_ahead
@require_http_methods(["GET", "POST"])
def take_in(request):
    """Choose a sheet; the answer shows every row with what it becomes or what is wrong. Nothing is kept yet."""
    by = request.professional
    houses = houses_of(by, Appointment.Role.TRIAGE)
    form = SheetForm(request.POST or None, request.FILES or None, houses=houses)
    if form.is_valid():
        house = form.cleaned_data["house"]
        try:
            cells = taking_in.read(form.cleaned_data["file"])
            return _preview(request, cells, house)
        except Unreadable as reason:
            form.add_error("file", str(reason))
    title, trail = _("Take in running cases"), [_("Cases"), reverse("cases:cases")]
    values = {"form": form, "verdict": _may(houses), "title": title, "trail": trail, "lead": TAKING_IN}
    values |= {"label": _("Look at the rows"), "back": reverse("exchange:example"), "cancel": _("A sheet to fill in")}
    return render(request, "design/form.html", values, status=422 if form.is_bound else 200)


@signed_in(WHO)
@never_ahead
@require_POST
def confirm(request):
    """Make the cases that were looked at; each in order or not at all."""
    by = request.professional
    form = ConfirmForm(request.POST, houses=houses_of(by, Appointment.Role.TRIAGE))
    if not form.is_valid():
        return redirect("exchange:take_in")
    house = form.cleaned_data["house"]
    try:
        cells = taking_in.unsealed(form.cleaned_data["cells"], by=by, house=house)
    except Unreadable:
        return redirect("exchange:take_in")
    return render(request, "exchange/taken_in.html", {"outcome": taking_in.take_in(cells, by=by, house=house)})


@signed_in("an empty sheet with the headings")
@never_ahead
@require_GET
def example(request):
    """A sheet to fill in: the headings, and one row that shows how."""
    response = HttpResponse(as_ods("Lopende casussen", HEADINGS, [EXAMPLE]), content_type=MIMETYPE)
    response["Content-Disposition"] = 'attachment; filename="lopende-casussen.ods"'
    return response


def _preview(request, cells, house):
    rows = checked(cells, house)
    wrong = [row for row in rows if row.errors]
    values = {
        "rows": rows, "wrong": wrong, "good": len(rows) - len(wrong), "house": house,
        "cells": taking_in.sealed(cells, by=request.professional, house=house),
    }  # fmt: skip
    return render(request, "exchange/preview.html", values)


def _may(houses):
    return ALLOWED if houses else refuse(_("Only the triage of a house takes in running cases."))
