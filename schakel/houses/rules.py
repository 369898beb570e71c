"""When may who set up how a house works?"""

from django.utils.translation import gettext as _

from schakel.access.verdict import ALLOWED, refuse
from schakel.network.models import Appointment
from schakel.network.roles import holds
from schakel.network.rules import may_administer


def may_set_up(professional, house):
    """The functional administrator sets up their own house, and no other."""
    administers = may_administer(professional)
    if not administers:
        return administers
    if not holds(professional, Appointment.Role.ADMINISTRATOR, house=house):
        return refuse(_("Only the functional administrator of the house itself changes how it works."))
    return ALLOWED
