"""What each capability adds to the promises over all tables and pages, in `schakel/<app>/tests/in_the_house.py`:

`furnish(house)`  puts rows of its tables into the full house, as owner (`house.add(row, file=…, about=…)`);
`ROWS`            table: `may(...)`, for every table that takes rows (see rows_to_write.py);
`CHANGES`         table: what is set, whose rows change, what nobody may set (see test_who_changes_what.py);
`EXISTS`          table: `exists(name, opened, one, contact)`, where the general answer is not the true one;
`READERS`         table: (who, file) to ask it of, where the general reader sees nothing of it;
`QUESTIONS`       functions that the application may ask (see test_two_worlds.py);
`OPEN`            names of pages that are the same for whoever is signed in.
"""

from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

MODULES = [
    import_module(f"{app.name}.tests.in_the_house")
    for app in apps.get_app_configs()
    if app.name.startswith("schakel.")
    and find_spec(f"{app.name}.tests")
    and find_spec(f"{app.name}.tests.in_the_house")
]


def furnish(house):
    for module in MODULES:
        if hasattr(module, "furnish"):
            module.furnish(house)


def merged(name):
    """One dict of what every capability says under this name."""
    return {key: value for module in MODULES for key, value in getattr(module, name, {}).items()}


def listed(name):
    return [one for module in MODULES for one in getattr(module, name, ())]
