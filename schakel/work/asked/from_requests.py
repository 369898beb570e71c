"""Questions to partners: what my organisation is asked, and of who runs a case, where an answer stays out."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.network.workdays import workdays_left
from schakel.requests.models import InformationRequest
from schakel.requests.waiting import waits_for_me

from .ask import MANY, Ask


def asked_in_requests(desk):
    for one in waits_for_me(MANY):
        meta = _("case {number}").format(number=one.number)
        if one.mine:
            url = reverse("requests:request", args=[one.number, one.key])
            name = _("Question to your organisation: {kind}").format(kind=InformationRequest.Kind(one.kind).label)
            yield Ask(name, meta, url, _("Give an answer"), one.due_on, workdays_left(one.due_on))
        else:
            url = reverse("requests:requests", args=[one.number])
            name = ngettext("A question stays unanswered", "{count} questions stay unanswered", one.how_many)
            name = name.format(count=one.how_many)
            yield Ask(name, meta, url, _("Look at it"), one.due_on, workdays_left(one.due_on))
