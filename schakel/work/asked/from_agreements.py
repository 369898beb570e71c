"""What agreements ask: to answer, to do; and of who directs, what an organisation does not agree to."""

from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.network.workdays import workdays_left

from .ask import MANY, Ask


def asked_in_plans(desk):
    for agreement in desk.agreements.to_answer[:MANY]:
        name = _("Do you agree: {title}").format(title=agreement.title)
        yield _ask(agreement, name, _("case {number}"), _("Give an answer"), agreement.due_on)
    for agreement in desk.agreements.to_do[:MANY]:
        yield _ask(agreement, agreement.title, _("agreement in case {number}"), _("Report"), agreement.due_on)
    for agreement in desk.agreements.refused[:MANY]:
        name = _("{organisation} does not agree").format(organisation=agreement.seat.capacity)
        yield _ask(agreement, name, f"{agreement.title} · {_('case {number}')}", _("Look at it"), None)


def _ask(agreement, name, meta, act, due):
    url = reverse("plans:agreement", args=[agreement.case.number, agreement.pk])
    left = workdays_left(due) if due else None
    return Ask(name, meta.replace("{number}", str(agreement.case.number)), url, act, due, left)
