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
    groups = {_("The house"): [], _("Partners"): []} | {one.name: [] for one in world.houses.values() if one.name}
    for professional in world.people.values():
        if professional.account:
            organisation = world.capacities[professional.capacities[0]]
            persona = Persona(professional.key, professional.name, professional.title, organisation.short_name)
            groups[_group(world, professional, organisation)].append(persona)
    return [Group(title, found) for title, found in groups.items() if found]


def _group(world, professional, organisation):
    """Neighbours stand under the name of their own house."""
    if professional.house != world.region.house.key:
        return world.houses[professional.house].name
    return _("The house") if organisation.position == "house" else _("Partners")
