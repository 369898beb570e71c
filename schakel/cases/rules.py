"""When may who do what with a case? The database asks the same; here is the reason in words."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.access.verdict import ALLOWED, refuse
from schakel.network.models import Appointment

from .models import Seat

AN_AREA_HAS_NO_PERSONS = _("This case is about an area. Is it about a person? Then make a referral.")
RUNNING = (Seat.Role.PROCESS_DIRECTOR, Seat.Role.PROCESS_SUPPORT)


def roles_of(professional, case):
    """The roles of the seats that this professional occupies in this case now."""
    seats = Seat.objects.now().filter(case=case)
    return set(seats.filter(occupants__in=professional.occupancies.now()).values_list("role", flat=True))


def directs(professional, case):
    return Seat.Role.PROCESS_DIRECTOR in roles_of(professional, case)


def runs(professional, case):
    """Whether this professional directs or supports the process of this case."""
    return bool(roles_of(professional, case) & set(RUNNING))


def holds(professional, house, role):
    """Whether this professional holds this role in this house today."""
    today = timezone.localdate()
    held = Appointment.objects.filter(professional=professional, house=house, role=role, since__lte=today)
    return held.exclude(until__lt=today).exists()


def may_open(professional, house):
    """The triage of the house opens cases, with its decision on a referral."""
    if not holds(professional, house, Appointment.Role.TRIAGE):
        return refuse(_("Only the triage of the house opens a case, with its decision on a referral."))
    return ALLOWED
