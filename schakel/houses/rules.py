"""When may who set up how a house works?"""

from django.db import connection
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


def may_hide(professional, regime, hidden):
    """What runs under an approach was promised to be visible, or not to be; that promise is kept."""
    settable = may_set_up(professional, regime.house)
    if settable and not _may_be_hidden(regime, hidden):
        return refuse(_("What is hidden stays hidden; what is visible stays so once something runs under it."))
    return settable


def _may_be_hidden(regime, hidden):
    with connection.cursor() as cursor:
        cursor.execute("SELECT access.may_be_hidden(%s, %s)", [regime.pk, hidden])
        return cursor.fetchone()[0]
