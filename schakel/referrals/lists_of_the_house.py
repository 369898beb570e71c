"""What a house lets its referrers choose from; where it lists nothing, one writes it."""

from schakel.houses.models import ListEntry


def frame_kinds(house):
    return _listed(house, ListEntry.List.FRAME_KIND)


def postponements(house):
    return _listed(house, ListEntry.List.POSTPONEMENT)


def _listed(house, which):
    return list(ListEntry.objects.filter(house=house, list=which).values_list("label", flat=True))
