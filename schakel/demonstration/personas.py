"""Who stands on the sign-in page of a demonstration, in the order of the house's own day."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .reading import read_world


@dataclass(frozen=True)
class Persona:
    username: str
    name: str
    function: str
    organisation: str


@dataclass(frozen=True)
class Group:
    title: str
    personas: list[Persona]


def personas():
    """The house's own people first, then the partners; only those with an account."""
    world = read_world()
    own = world.region.house.own_organisation
    groups = {True: [], False: []}
    for professional in world.people.values():
        if professional.account:
            organisation = world.capacities[professional.capacities[0]]
            persona = Persona(professional.key, professional.name, professional.title, organisation.short_name)
            groups[organisation.key == own].append(persona)
    neighbours = [_of_a_neighbour(set_up) for set_up in world.houses.values() if set_up.staff]
    return [Group(_("The house"), groups[True]), Group(_("Partners"), groups[False]), *neighbours]


def _of_a_neighbour(set_up):
    staff = [Persona(one.key, one.name, one.title, set_up.short_name) for one in set_up.staff if one.account]
    return Group(set_up.name, staff)
