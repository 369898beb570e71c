"""Referrals that colleagues left behind, for the contact of their organisation."""

from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.network.models import Appointment
from schakel.network.roles import held_today
from schakel.referrals.leaving import left_behind

from .ask import MANY, Ask


def left_by_colleagues(desk):
    speaks = any(role == Appointment.Role.CONTACT for role, _house in held_today(desk.professional))
    for one in left_behind()[:MANY] if speaks else ():
        url = reverse("referrals:hand_on", args=[one.pk])
        yield Ask(_("A colleague left a referral behind"), f"{one.number} · {one.approach}", url, _("Deal with it"))
