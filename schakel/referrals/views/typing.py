from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_noop
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from schakel.access.doors import public
from schakel.access.verdict import Refused
from schakel.houses.questions import questions_for

from .. import actions
from ..doors import opens_referral
from ..models import Referral
from ..typed import kept_of
from .everything import FORMS


@csrf_exempt  # a session that ended took its token along; another site's page cannot send the header that is asked
@public("who was signed out while typing reads so beside what they typed")
@require_POST
def typing(request, number, step):
    """Keep what is typed on a step; reads nothing of the referral, so nothing is opened."""
    if "HX-Request" not in request.headers:
        return HttpResponseBadRequest()
    if not request.professional:
        return render(request, "referrals/_typing.html", {"signed_out": True, **_as_posted(request)}, status=401)
    referral = get_object_or_404(Referral.objects.select_related("house", "regime", "decision"), number=number)
    if step not in FORMS:
        raise Http404
    kept, status = _keep(request, referral, step)
    return render(request, "referrals/_typing.html", kept, status=status)


@require_POST
@opens_referral(gettext_noop("go back to what was saved of a referral"))
def drop(request, referral, unsaved):
    """Throw away what was typed in one window and not saved."""
    actions.drop_typing(by=request.professional, referral=referral, key=unsaved)
    step = request.POST.get("step")
    return redirect(f"referrals:{step if step in FORMS else 'referral'}", referral.number)


def _keep(request, referral, step):
    form = FORMS[step](request.POST, **FORMS[step].needs(Unopened(referral)))
    key, kept = request.POST.get("unsaved"), request.POST.get("kept", "")
    try:
        unsaved = actions.keep(
            by=request.professional, referral=referral, step=step, typed=kept_of(form), key=_uuid(form, key),
            kept=int(kept) if kept.isdecimal() else None,
        )  # fmt: skip
    except Refused as refusal:
        return {"refusal": str(refusal), **_as_posted(request)}, 403
    if unsaved is None:
        return {"just_saved": True, **_as_posted(request)}, 200
    return {"unsaved_key": unsaved.pk, "kept": unsaved.edition, "just_kept": True}, 200


def _as_posted(request):
    """Where this window kept its typing before; it may still be there."""
    return {"unsaved_key": request.POST.get("unsaved", ""), "kept": request.POST.get("kept", "")}


class Unopened:
    """A referral of which nothing is read, as far as a form needs it."""

    def __init__(self, referral):
        self.referral = referral
        self.questions = questions_for(referral.house, referral.regime)


def _uuid(form, text):
    """The key of what this window kept before; nothing when it is no key."""
    try:
        return form.fields["unsaved"].clean(text)
    except ValidationError:
        return None
