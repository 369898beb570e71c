"""What ends soon, for who registers and for whom it holds; and what colleagues who left did not finish."""

from collections import namedtuple

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.network.models import Appointment
from schakel.network.partners.ending import SOON
from schakel.network.roles import held_today
from schakel.network.workdays import workdays_left

from .ask import MANY, Ask

Found = namedtuple("Found", "kind key whose what until ours")
LEFT = "SELECT 'left', id, number, approach, NULL::date, false FROM access.left_behind() LIMIT %(most)s"


def ends_or_was_left(desk):
    houses = desk.houses_as(Appointment.Role.ADMINISTRATOR)
    speaks = any(role == Appointment.Role.CONTACT for role, _house in held_today(desk.professional))
    if not houses and not speaks:
        return []
    theirs = [desk.professional.organisation_id] if speaks else []
    with connection.cursor() as cursor:
        cursor.execute(f"({LEFT}) UNION ALL ({SOON})", {"houses": houses, "organisations": theirs, "most": MANY})
        return [_asked(Found(*row)) for row in cursor.fetchall()]


def _asked(one):
    meta = f"{one.whose} · {one.what}"
    if one.kind == "left":
        url = reverse("referrals:hand_on", args=[one.key])
        return Ask(_("A colleague left a referral behind"), meta, url, _("Deal with it"))
    names = {
        "covenant": _("A covenant ends; its seats end with it"),
        "partnership": _("The part in a house ends, seats included"),
    }
    register = "network:covenants" if one.kind == "covenant" else "network:register"
    url = reverse(register) if one.ours else reverse("network:partner", args=[one.key])
    return Ask(names[one.kind], meta, url, _("Look at it"), one.until, workdays_left(one.until))
