from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from schakel.access.doors import signed_in
from schakel.network.roles import held_today

from .actions import end_tour
from .chapters import chapter_called, for_whom
from .forms import StepForm
from .touring import go_to, leave


@signed_in("how one works with Schakel is no secret among those who do")
@require_GET
def index(request):
    """The chapters, what fits the reader first."""
    fits, others = for_whom(held_today(request.professional))
    return render(request, "manual/index.html", {"fits": fits, "others": others})


@signed_in("everybody may read every chapter")
@require_GET
def chapter(request, slug):
    """One chapter."""
    found = chapter_called(slug)
    if found is None:
        raise Http404
    return render(request, "manual/chapter.html", {"chapter": found, "page": found.page})


@signed_in("each walks their own tour")
@require_POST
def tour(request):
    """To a step of the tour, which begins it where it did not run."""
    form = StepForm(request.POST)
    if not form.is_valid():
        raise BadRequest
    return redirect(go_to(request, form.cleaned_data["step"]))


@signed_in("each ends their own tour")
@require_POST
def stop(request):
    """No tour any more, until one begins it from the manual."""
    end_tour(by=request.professional)
    leave(request)
    messages.success(request, _("The tour has ended. You begin it again from the manual."))
    return redirect("work:my_work")
