from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from schakel.access.verdict import Refused

from .. import actions
from ..doors import setting_up
from ..exchange import PARTS, FileError, as_text, differences, read, set_up_of
from ..forms_exchange import SourceForm


@setting_up
@require_GET
def download(request, house):
    """The set-up of this house as a file."""
    answer = HttpResponse(as_text(set_up_of(house)), content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="inrichting-{house.slug or "huis"}.json"'
    return answer


@setting_up
@require_http_methods(["GET", "POST"])
def exchange(request, house):
    """Compare with another house or a file; then take over what one ticks."""
    form = SourceForm(request.POST or None, request.FILES or None, house=house)
    context = {"one": house, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            theirs = _source(form)
            if request.POST.get("do") == "take":
                actions.take_over(by=request.professional, house=house, set_up=theirs, parts=_parts(request))
                messages.success(request, _("It was taken over. It holds from now on."))
                return redirect("houses:overview", house.pk)
            context |= {"theirs": theirs["house"], "parts": differences(set_up_of(house), theirs),
                        "compared": True, "source": form.cleaned_data}  # fmt: skip
        except (FileError, Refused) as wrong:
            form.add_error(None, str(wrong))
    return render(request, "houses/exchange.html", context, status=422 if form.errors else 200)


def _source(form):
    other = form.cleaned_data["other"]
    return read(as_text(set_up_of(other)) if other else form.cleaned_data["written"])


def _parts(request):
    return [part for part in request.POST.getlist("part") if part in PARTS]
