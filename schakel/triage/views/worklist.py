from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from schakel.access.doors import signed_in

from .. import lists, rules
from ..terms import with_terms

PER_PAGE = 25


@signed_in("the triage of a house sees what waits for it; numbers and terms, no names")
@require_GET
def waiting(request):
    """What waits for the triage, with the term of the house."""
    shown = request.GET.get("toon", "")
    found = Paginator(lists.worklist(request.professional, shown), PER_PAGE).get_page(request.GET.get("page"))
    rows = with_terms(found)
    may_meet = rules.may_hold_meetings(request.professional)
    values = {"page": found, "rows": rows, "tabs": _tabs(shown), "may_meet": may_meet}
    return render(request, "triage/worklist.html", values)


@signed_in("triage and manager see what remains of what became no case; nobody can be found in it")
@require_GET
def remained(request):
    """The minimal records."""
    page = Paginator(lists.remainders(), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "triage/remainders.html", {"page": page, "tabs": _tabs("afgehandeld")})


def _tabs(shown):
    address = reverse("triage:worklist")
    names = [
        ("", _("Everything")),
        ("spoed", _("Urgent")),
        ("te-laat", _("Too late")),
        ("wacht", _("Waits for the referrer")),
    ]
    tabs = [
        {"label": label, "url": f"{address}?toon={name}" if name else address, "current": name == shown}
        for name, label in names
    ]
    remainders = {"label": _("Became no case"), "url": reverse("triage:remainders"), "current": shown == "afgehandeld"}
    return [*tabs, remainders]
