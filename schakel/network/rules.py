"""When may who change how the network works?"""

from django.utils.translation import gettext as _

from schakel.access.verdict import ALLOWED, refuse

from .models import Appointment
from .roles import holds, houses_of


def may_administer(professional):
    """How a house works is set up by its functional administrator."""
    if not houses_of(professional, Appointment.Role.ADMINISTRATOR):
        return refuse(_("Only the functional administrator of a house sets up how it works."))
    return ALLOWED


def may_set_formula(professional, regime):
    """The functional administrator of the house says which criteria make a case."""
    if not holds(professional, Appointment.Role.ADMINISTRATOR, house=regime.house_id):
        return refuse(_("Only the functional administrator of the house changes a formula."))
    if not regime.criteria.exists():
        return refuse(_("This kind of approach has no criteria, so there is nothing for a formula to be about."))
    return ALLOWED
