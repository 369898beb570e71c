"""Who does what for a house today."""

from django.db.models import Q
from django.utils import timezone

from .models import Appointment, Professional


def holds(professional, house, role):
    """Whether this professional holds this role in this house today."""
    return _today(role, house).filter(professional=professional).exists()


def houses_of(professional, role):
    """The ids of the houses in which this professional holds this role today."""
    return list(_today(role).filter(professional=professional).values_list("house_id", flat=True))


def who_hold(house, role):
    """The professionals who hold this role in this house today."""
    return Professional.objects.filter(appointments__in=_today(role, house)).distinct()


def _today(role, house=None):
    today = timezone.localdate()
    held = Appointment.objects.filter(Q(until=None) | Q(until__gte=today), role=role, since__lte=today)
    return held.filter(house=house) if house else held.exclude(house=None)
