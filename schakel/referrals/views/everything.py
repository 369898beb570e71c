from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from .. import actions
from ..doors import opens_referral
from ..forms_everything import EverythingForm
from . import steps

FORMS = steps.FORMS | {"everything": EverythingForm}


@require_http_methods(["GET", "POST"])
@opens_referral(steps.WRITING)
def everything(request, referral):
    """The whole referral on one page, for who knows what to say: saved, or sent from here when nothing is missing."""
    sends = "send" in request.POST
    save = _save_and_send if sends else _save
    answer = steps.step_page(request, referral, "everything", form_class=EverythingForm, save=save)
    if sends and answer.status_code == 302 and referral.sent_at:
        return redirect("referrals:receipt", referral.number)
    return answer


def _save(by, opened, form, write=actions.write_all):
    person, informing = form.read_person(), form.read_informing()
    write(by=by, referral=opened.referral, person=person, informing=informing, **steps.written(opened, form))


def _save_and_send(by, opened, form):
    _save(by, opened, form, actions.write_all_and_send)
