"""The agreements over all my cases: title, number, organisation, date and how they stand; no names, no content."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from schakel.access.doors import never_ahead, signed_in

from .. import queries

PAGE = 25
FILTERS = {
    "lopend": (_("All running"), lambda me: queries.running_in_my_cases()),
    "te-beantwoorden": (_("For me to answer"), queries.to_answer),
    "te-doen": (_("For me to do"), queries.to_do),
    "te-laat": (_("Over the date"), lambda me: queries.overdue_in_my_cases()),
    "klaar": (_("Done"), lambda me: queries.done_in_my_cases()),
}


@signed_in("the agreements of one's own cases: title, number, organisation and date")
@never_ahead
@require_GET
def agreements(request):
    """What is asked of me, what I have to do, and what is over its date."""
    chosen = request.GET.get("toon")
    chosen = chosen if chosen in FILTERS else "lopend"
    found = FILTERS[chosen][1](request.professional).order_by("due_on", "pk")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    for row in page.object_list:
        queries.stand(row)
    tabs = [
        {"label": label, "url": f"?toon={key}", "current": key == chosen} for key, (label, _found) in FILTERS.items()
    ]
    values = {"title": _("Agreements"), "page": page, "filters": tabs, "chosen": chosen}
    return render(request, "plans/agreements.html", values)
