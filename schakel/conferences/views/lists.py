"""The conferences of a case, and mine that are coming."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET

from schakel.access.doors import never_ahead, signed_in
from schakel.cases.doors import opens_case
from schakel.cases.header import case_page

from .. import queries, rules

DAYS_AHEAD = 365
PAGE = 25


@signed_in("the conferences of one's own cases: number, time and place")
@never_ahead
@require_GET
def coming(request):
    """My coming conferences over all my cases: no names, no content."""
    rows = queries.coming(DAYS_AHEAD).order_by("starts_at", "pk")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    values = {"title": _("Conferences"), "page": page, "today": timezone.localdate()}
    return render(request, "conferences/coming.html", values)


@require_GET
@opens_case(gettext_noop("the conferences of the case"))
def of_case(request, case):
    """The conferences of one case, with their questions."""
    ahead, held = queries.of_case(case)
    values = {"ahead": ahead, "held": held, "may_convene": rules.may_convene(request.professional, case)}
    return case_page(request, case, "conferences", "conferences/of_case.html", **values)
