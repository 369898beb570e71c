"""Cases in which nothing happens, for the list of cases of who directs them."""

from django.db import connection
from django.db.models import IntegerField
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext as _

from schakel.network.models import Appointment
from schakel.network.roles import held_today
from schakel.worklists.choosing import Filter
from schakel.worklists.narrowing import narrows

MOST = 1_000


@narrows("casussen")
def that_stall(professional):
    """Only who directs is told in which cases nothing happened for as many weeks as their house says."""
    directs = Appointment.Role.PROCESS_DIRECTOR in {role for role, house in held_today(professional) if house}
    options = [("ja", _("nothing new for weeks"))] if directs else []
    return Filter("stil", _("Stalls"), options, _stalling)


def _stalling(cases, _value):
    """The longest quiet first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM work.stalls(%s)", [MOST])
        numbers = [number for (number,) in cursor.fetchall()]
    place = RawSQL("array_position(%s::text[], cases_case.number::text)", [numbers], IntegerField())
    return cases.filter(number__in=numbers).order_by(place)
