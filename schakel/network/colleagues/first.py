"""The first functional administrator of a house: nobody is there yet who could name one."""

from django.db import transaction
from django.utils import timezone

from schakel.signin import invitations

from ..models import Appointment, House, Professional


class FirstAdministratorRefused(Exception):
    """Not for this house; the message says why, for whoever administers the installation."""


@transaction.atomic
def invite_first_administrator(*, region, name):
    """As owner of the tables, on the command line; the answer is the invitation, with its code."""
    house = House.objects.select_related("capacity__organisation").filter(region=region).first()
    if house is None:
        raise FirstAdministratorRefused(f"Er is geen huis met de regio {region}.")
    role = Appointment.Role.ADMINISTRATOR
    if Appointment.objects.today().filter(house=house, role=role).exists():
        raise FirstAdministratorRefused("Dit huis heeft al een functioneel beheerder; die benoemt de volgende.")
    professional = Professional.objects.create(
        name=name, function="functioneel beheerder", organisation=house.capacity.organisation
    )
    Appointment.objects.create(professional=professional, house=house, role=role, since=timezone.localdate())
    return invitations.invite(professional_id=professional.pk, using="default")
