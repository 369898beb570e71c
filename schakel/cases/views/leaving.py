"""Who comes and goes: an organisation that leaves the house, with everything that ends by it."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from schakel.access.doors import signed_in
from schakel.houses.models import Table
from schakel.network.asking import attempt, done, may_try
from schakel.network.models import Appointment, Capacity, Mandate, Partnership
from schakel.network.partners import rules as partners
from schakel.network.partners.forms import EndForm

from .. import actions


@signed_in("the functional administrator of the house; others read why not")
@require_http_methods(["GET", "POST"])
def leave_house(request, partnership):
    """What ends when an organisation leaves the house, and doing so with a reason."""
    found = get_object_or_404(Partnership.objects.select_related("organisation", "house__capacity"), pk=partnership)
    form = EndForm(request.POST or None)
    if may_try(form, partners.may_end_partnership(request.professional, found)):
        given = {"by": request.professional, "partnership": found}
        if attempt(form, actions.leave_house, **given, **form.cleaned_data):
            return done(request, _("It is recorded. Seats end by themselves with the last day."), "network:register")
    values = {"form": form, "partnership": found, **what_ends(found)}
    return render(request, "cases/leave_house.html", values, status=422 if form.is_bound else 200)


def what_ends(partnership):
    """What is no secret among those who work in the network; in which cases there are seats, nobody reads here."""
    house, organisation = partnership.house, partnership.organisation
    capacities = list(Capacity.objects.filter(organisation=organisation).values_list("pk", flat=True))
    theirs = {"professional__organisation": organisation}
    return {
        "covenants": list(partners.covenants_that_end(partnership)),
        "mandates": Mandate.objects.not_over().filter(regime__house=house, **theirs).count(),
        "tables": list(Table.objects.filter(house=house, retired_at=None, standing__overlap=capacities)),
        "roles": list(Appointment.objects.today().filter(house=house, **theirs).select_related("professional")),
    }
