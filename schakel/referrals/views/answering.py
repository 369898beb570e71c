from django.utils.translation import gettext_noop
from django.views.decorators.http import require_POST

from schakel.paper.leaving import attachment
from schakel.paper.letters import MEDIA_TYPES

from .. import actions
from ..doors import opens_referral


@require_POST
@opens_referral(gettext_noop("take the answer of the triage as a letter"))
def take_answer(request, referral, form):
    """For the referrer, the named contact and the triage; each time is written down."""
    content = actions.take_answer(by=request.professional, referral=referral, form=form)
    return attachment(content, number=referral.number, what="antwoord", ending=form, media_type=MEDIA_TYPES[form])
