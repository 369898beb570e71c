from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from schakel.access.doors import never_ahead, signed_in

from .names import persons_called
from .numbers import found_by_number

LONGEST = 100


@signed_in("finds only referrals, cases and persons that exist for who asks; the names found stand in the log")
@never_ahead
@require_http_methods(["GET", "POST"])
def search(request):
    """A number leads to its page, a name to the persons called so. By POST: what one looks for is in no address."""
    typed = request.POST.get("q", "")[:LONGEST].replace("\0", "").strip()
    if place := found_by_number(typed):
        return redirect(place)
    page = persons_called(typed, request.POST.get("page"), by=request.professional) if typed else None
    return render(request, "finding/search.html", {"typed": typed, "page": page})
