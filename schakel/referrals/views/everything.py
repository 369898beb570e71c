from django.views.decorators.http import require_http_methods

from .. import actions
from ..doors import opens_referral
from ..forms_everything import EverythingForm
from . import steps

FORMS = steps.FORMS | {"everything": EverythingForm}


@require_http_methods(["GET", "POST"])
@opens_referral(steps.WRITING)
def everything(request, referral):
    """The whole referral on one page, for who knows what to say."""
    return steps.step_page(request, referral, "everything", form_class=EverythingForm, save=_save)


def _save(by, opened, form):
    actions.write_all(
        by=by, referral=opened.referral, person=form.read_person(), informing=form.read_informing(),
        **steps.written(opened, form),
    )  # fmt: skip
