"""Covenants that end soon: for the administrator of the house, and for the contact of the organisation."""

from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.network.models import Appointment
from schakel.network.partners.ending import ending_soon
from schakel.network.roles import held_today
from schakel.network.workdays import workdays_left

from .ask import MANY, Ask


def what_ends_soon(desk):
    houses = desk.houses_as(Appointment.Role.ADMINISTRATOR)
    speaks = any(role == Appointment.Role.CONTACT for role, _house in held_today(desk.professional))
    theirs = [desk.professional.organisation_id] if speaks else []
    return [_asked(one) for one in ending_soon(houses, theirs, MANY)] if houses or theirs else []


def _asked(one):
    names = {
        "covenant": _("A covenant ends; its seats end with it"),
        "partnership": _("The part in a house ends, seats included"),
    }
    register = "network:covenants" if one.kind == "covenant" else "network:register"
    url = reverse(register) if one.ours else reverse("network:partner", args=[one.organisation])
    return Ask(names[one.kind], f"{one.whose} · {one.what}", url, _("Look at it"), one.until, workdays_left(one.until))
