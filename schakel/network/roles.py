"""Who does what today, for a house or for their own organisation."""

from .models import Appointment, Professional


def holds(professional, role, **where):
    """Whether this professional holds this role today; `where` is the house or the organisation."""
    return Appointment.objects.today().filter(professional=professional, role=role, **where).exists()


def houses_of(professional, role):
    """The ids of the houses in which this professional holds this role today."""
    held = Appointment.objects.today().filter(professional=professional, role=role, house__isnull=False)
    return list(held.values_list("house_id", flat=True))


def who_hold(house, role):
    """The professionals who hold this role in this house today."""
    return Professional.objects.filter(
        appointments__in=Appointment.objects.today().filter(house=house, role=role)
    ).distinct()


def held_today(professional):
    """Every role this professional holds today with its house, asked once for each page: to show, not to decide."""
    if not hasattr(professional, "_held_today"):
        held = Appointment.objects.today().filter(professional=professional)
        professional._held_today = list(held.values_list("role", "house_id"))
    return professional._held_today
