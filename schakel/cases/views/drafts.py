"""What is typed is kept on the server, for who types alone; nothing is read here, so no file is opened."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from schakel.access.doors import signed_in

from .. import actions
from ..doors import find_case
from ..drafts import about_typed, as_id, find_draft, typed_from
from ..models import ContributionDraft
from .asking import done


@require_POST
@signed_in("who occupies a seat in the case keeps what they type")
def keep(request, number):
    """Keep what stands in the fields; the answer is that it was kept, and as which draft."""
    case, _rest = find_case(number)
    draft = kept(request, case)
    if draft is None:
        return HttpResponse(status=204)
    return render(request, "cases/draft_kept.html", {"draft": draft, "was_kept": True})


def kept(request, case, **of_what):
    """The draft with what was typed last; None when nothing was typed."""
    typed = typed_from(request.POST)
    if not typed:
        return None
    values = {"by": request.professional, "about": about_typed(case, typed), "typed": typed}
    if draft := find_draft(case, request.POST.get("draft", "")):
        return actions.keep_draft(draft=draft, **values)
    asked = {"corrects_id": as_id(request.GET.get("corrigeert")), "answers_id": as_id(request.GET.get("beantwoordt"))}
    return actions.begin_draft(case=case, **asked | of_what, **values)


@require_POST
@signed_in("who typed it throws it away")
def drop(request, number, draft):
    """Throw away what was typed."""
    case, _rest = find_case(number)
    draft = get_object_or_404(ContributionDraft, pk=draft, case=case, ended_at=None)
    draft.case = case
    actions.drop_draft(by=request.professional, draft=draft)
    return done(request, _("What you typed was thrown away."), "cases:contributions", case.number)
