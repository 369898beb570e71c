"""Questions for advice that wait for the house; who answers for none is not even asked about it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.consultations.rules import ROLES
from schakel.consultations.waiting import advice_to_give
from schakel.design.parts.words import day

from .ask import MANY, Ask


def asked_for_advice(desk):
    houses = {house for role in ROLES for house in desk.houses_as(role)}
    for one in advice_to_give(desk.professional, houses, MANY) if houses else ():
        meta = _("{number} · asked on {day}").format(number=one.number, day=day(one.asked_at))
        url = reverse("consultations:consultation", args=[one.number])
        yield Ask(_("Question for advice"), meta, url, _("Give an answer"))
