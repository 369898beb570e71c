from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from schakel.access.doors import never_ahead, signed_in

from .exporting import KINDS, exported
from .forms import ExportForm
from .names import persons_called
from .numbers import found_by_number

LONGEST = 100
TAKING_ALONG = gettext_lazy(
    "The same list as on the page you came from: numbers, states and dates, no content. That you take it along is "
    "recorded with every case in it."
)


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


@signed_in("each takes along the lists that are theirs; of every file in it an entry stands in the log")
@never_ahead
@require_http_methods(["GET", "POST"])
def export(request, kind):
    """A list as a spreadsheet: numbers, states and dates, and names only when asked for."""
    chosen = KINDS.get(kind)
    if chosen is None:
        raise Http404
    form = ExportForm(request.POST or None, has_names=chosen.has_names)
    if form.is_valid():
        return _file(*exported(chosen, request.GET, by=request.professional, **form.cleaned_data))
    back = f"{reverse(chosen.address)}?{request.GET.urlencode()}".removesuffix("?")
    title = _("Take along the list of %(list)s") % {"list": chosen.title.lower()}
    values = {"form": form, "title": title, "trail": [chosen.title, back], "lead": TAKING_ALONG, "verdict": True}
    values |= {"label": _("Save the file"), "back": back, "cancel": _("Back to the list")}
    return render(request, "design/form.html", values, status=422 if form.is_bound else 200)


def _file(name, kind, content):
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
