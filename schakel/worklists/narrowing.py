"""By what else a list can be narrowed: capabilities above it say so in their `narrowing.py`."""

from functools import cache

from django.utils.module_loading import autodiscover_modules

_known = {}  # name of a list: functions that make a Filter


def narrows(name):
    """Register a function that makes one more Filter of this list, for whoever asks."""

    def decorate(function):
        _known.setdefault(name, []).append(function)
        return function

    return decorate


def more_filters(name, professional):
    """The filters that others add to this list."""
    _discover()
    return [function(professional) for function in _known.get(name, [])]


@cache
def _discover():
    autodiscover_modules("narrowing")
