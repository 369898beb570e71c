"""What waits for the triage, and what the triage asks of others.

Whether somebody is known is asked in an opened question only: here it is a question of the triage like any other.
"""

from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.network.models import Appointment
from schakel.referrals.lists import to_assess, with_terms
from schakel.triage.reading import asked_by_the_triage

from .ask import MANY, Ask


def waits_for_triage(desk):
    """Referrals of the houses whose triage I do; who does none is not even asked about it."""
    houses = desk.houses_as(Appointment.Role.TRIAGE)
    for referral in with_terms(to_assess(houses)[:MANY]) if houses else ():
        meta = _("{number} · from {organisation}").format(number=referral.number, organisation=referral.capacity)
        url = reverse("triage:referral", args=[referral.number])
        yield Ask(_("Assess a referral"), meta, url, _("Assess"), referral.due, referral.left, strong=True)


def asked_by_triage(desk):
    """As contact of an organisation, or as who referred: a kind, a number, nothing more."""
    for one in asked_by_the_triage(desk.professional, MANY):
        if one.is_of_a_referral:
            name, meta = _("Complete a referral"), _("referral {number}")
            url = reverse("triage:questions", args=[one.number])
        else:
            name, meta = _("Answer a question of the triage"), _("question {number}")
            url = reverse("triage:inquiry", args=[one.number])
        yield Ask(name, meta.format(number=one.number), url, _("Give an answer"))
