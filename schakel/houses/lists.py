"""What people choose from, as their house and the approach have it now. Retired possibilities stay readable on what
refers to them; whoever keeps the words themselves keeps them as they were.
"""

from .models import ListEntry

List = ListEntry.List
BY_APPROACH = [List.LIFE_DOMAIN, List.THEME, List.CLOSING_REASON]


def entries(house, name, regime=None):
    """The possibilities of a list in the order of the house: of an approach, or of the whole house."""
    return ListEntry.objects.filter(house=house, regime=regime, list=name)


def labels(house, name, regime=None):
    """The same, as words."""
    return list(entries(house, name, regime).values_list("label", flat=True))


def life_domains(regime):
    """The life domains of an approach."""
    return labels(regime.house_id, List.LIFE_DOMAIN, regime)


def themes(regime):
    """The themes of an approach."""
    return labels(regime.house_id, List.THEME, regime)


def closing_reasons(regime):
    """Why a case under this approach may be closed."""
    return labels(regime.house_id, List.CLOSING_REASON, regime)


def frame_kinds(house):
    """The kinds of legal frame that this house works with."""
    return labels(house, List.FRAME_KIND)


def postponement_grounds(house):
    """On which grounds this house accepts that somebody is informed later."""
    return labels(house, List.POSTPONEMENT)
