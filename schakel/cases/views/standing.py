"""What becomes of a contribution: confirmed, compared with its correction, no longer used."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from schakel.access.doors import signed_in
from schakel.access.verdict import Refused

from .. import actions
from ..brought_in import contribution_in, versions_of
from ..circle import Circle
from ..doors import opens_case
from ..header import case_page
from ..models import NoLongerUsed
from ..rules_contribution import may_say_not_used
from .asking import done


@require_POST
@opens_case(gettext_noop("confirm what was written down on behalf of one's organisation"))
def confirm(request, case, contribution):
    """Stand by what the house wrote down."""
    contribution = contribution_in(case, contribution)
    try:
        actions.confirm(by=request.professional, contribution=contribution)
    except Refused as refusal:
        return done(request, str(refusal), "cases:contributions", case.number)
    return done(request, _("Confirmed: your organisation stands by this."), "cases:contributions", case.number)


@require_GET
@opens_case(gettext_noop("compare the versions of a contribution"))
def versions(request, case, contribution):
    """What was brought in first and what replaced it, side by side."""
    around = Circle(case)
    rows = versions_of(case, around, request.professional, contribution_in(case, contribution))
    return case_page(request, case, "contributions", "cases/versions.html", circle=around, versions=rows)


@require_http_methods(["GET", "POST"])
@signed_in("who learnt what was recalled confirms for themselves, also without a seat")
def stop_using(request, asked):
    """Number, date and one sentence: the case itself does not open here."""
    asked = get_object_or_404(NoLongerUsed, pk=asked)
    verdict = may_say_not_used(asked)
    if request.method == "POST" and verdict:
        actions.stop_using(by=request.professional, asked=asked)
        return redirect("cases:stop_using", asked.pk)
    return render(request, "cases/stop_using.html", {"asked": asked, "verdict": verdict})
