from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from schakel.access.doors import signed_in
from schakel.cases.doors import opens_case

from .search import found_by_number


@signed_in("each sees what is asked of them; numbers, titles and dates, no names")
@require_GET
def my_work(request):
    """Asked of me, due, coming, new: never names or content."""
    return render(request, "work/my_work.html", {})


@opens_case("casus geopend")
def case_overview(request, case):
    """What a case is about and where it stands."""
    return render(request, "work/case_overview.html", {"case": case})


@signed_in("finds only referrals and cases that exist for who asks")
@require_POST
def search(request):
    """A number that exists for me leads to its page. By POST: what one looks for never stands in an address."""
    if place := found_by_number(request.POST.get("q", "")):
        return redirect(place)
    messages.warning(request, _("No case or referral with that number is among those you can see."))
    return redirect("work:my_work")
