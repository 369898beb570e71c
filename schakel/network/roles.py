"""Who does what today, for a house or for their own organisation."""

from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, OuterRef, Value
from django.db.models.functions import Cast, Concat

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


def who_hold_each(house, *roles):
    """The same for several roles at once: {role: professionals}, by name."""
    held = Appointment.objects.today().filter(house=house, role__in=roles).select_related("professional")
    found = {role: {} for role in roles}
    for one in held.order_by("professional__name"):
        found[one.role][one.professional_id] = one.professional
    return {role: list(people.values()) for role, people in found.items()}


def held_today(professional):
    """Every role this professional holds today with its house, asked once for each page: to show, not to decide."""
    if not hasattr(professional, "_held_today"):
        asked = hasattr(professional, "roles_held")
        found = professional if asked else with_roles(Professional.objects.all()).get(pk=professional.pk)
        held = [one.split("|") for one in found.roles_held]
        professional._held_today = [(role, UUID(house) if house else None) for role, house in held]
    return professional._held_today


def with_roles(professionals):
    """Professionals with the roles they hold today, in the statement that finds them."""
    held = Appointment.objects.today().filter(professional=OuterRef("pk"))
    each = held.annotate(held=Concat("role", Value("|"), Cast("house_id", CharField()), output_field=CharField()))
    return professionals.annotate(roles_held=ArraySubquery(each.values("held")))
