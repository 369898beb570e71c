from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from schakel.access.doors import signed_in
from schakel.worklists.choosing import ALL
from schakel.worklists.views_of import Views

from .. import lists, rules
from ..terms import with_terms

NAME, PER_PAGE = "triage", 25


@signed_in("the triage of a house sees what waits for it; numbers and terms, no names")
@require_GET
def waiting(request):
    """What waits for the triage, with the term of the house."""
    me, views = request.professional, Views(request, NAME)
    if begin := views.begin():
        return begin
    choice = lists.WorklistChoice(me, request.GET)
    found = Paginator(choice.rows(), PER_PAGE).get_page(request.GET.get("page"))
    values = {
        "page": found, "rows": with_terms(found), "tabs": _tabs(choice), "may_meet": rules.may_hold_meetings(me),
        "choice": choice, "views": views.shown(choice.query),
    }  # fmt: skip
    return render(request, "triage/worklist.html", values)


@signed_in("triage and manager see what remains of what became no case; nobody can be found in it")
@require_GET
def remained(request):
    """The minimal records."""
    page = Paginator(lists.remainders(), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "triage/remainders.html", {"page": page, "tabs": _tabs()})


def _tabs(choice=None):
    """What waits, by how it stands, and what became no case."""
    address = reverse("triage:worklist")
    waits = choice.tabs() if choice else [{"label": _("Everything"), "query": ALL, "current": False}]
    tabs = [one | {"url": f"{address}?{one['query']}"} for one in waits]
    return [*tabs, {"label": _("Became no case"), "url": reverse("triage:remainders"), "current": choice is None}]
