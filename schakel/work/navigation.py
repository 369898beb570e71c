"""What stands in the frame of every page: the parts of the house one may use, and who one is."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from schakel.network.models import Appointment
from schakel.network.roles import held_today

PARTS = {"houses:mine": "/beheer/"}  # what belongs to a part of the menu, where it is more than its first page


@dataclass
class Item:
    label: str
    url: str
    icon: str
    current: bool
    count: int = 0


def frame(request):
    """Navigation, name and house for the page frame; nothing for who is not signed in."""
    professional = getattr(request, "professional", None)
    if professional is None:
        return {}
    return {"navigation": list(_items(request)), "me": {"name": professional.name, "role": professional.function},
            "house": professional.organisation.name}  # fmt: skip


def _items(request):
    roles = {role for role, _house in held_today(request.professional)}
    parts = [
        (_("My work"), "work:my_work", "check"),
        (_("Referrals"), "referrals:referrals", "tray"),
        (_("Triage"), "triage:worklist", "scale") if Appointment.Role.TRIAGE in roles else None,
        (_("Advice"), "consultations:mine", "question"),
        (_("Cases"), "cases:cases", "folder"),
        (_("Conferences"), "conferences:coming", "people"),
        (_("Agreements"), "plans:agreements", "plan"),
        (_("Partners"), "network:partners", "network"),
    ]
    if Appointment.Role.CONTACT in roles:
        parts.append((_("Taking part"), "cases:taking_part", "person"))
    if Appointment.Role.ADMINISTRATOR in roles:
        parts.append((_("Set up"), "houses:mine", "house"))
    parts.append((_("Manual"), "manual:index", "book"))
    for label, name, icon in filter(None, parts):
        try:
            url = reverse(name)
        except NoReverseMatch:
            continue
        current = request.path == url if url == "/" else request.path.startswith(PARTS.get(name, url))
        yield Item(label, url, icon, current)
