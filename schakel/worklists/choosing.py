"""What somebody chose to see of a list: read from an address, where it stands in codes, days and ids; never a name."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

ALL = "alles"  # stands alone in an address: nothing is chosen, and that on purpose


@dataclass(frozen=True)
class Filter:
    """One thing a list can be narrowed by: its name in the address, its label, (value, label)s, and how."""

    name: str
    label: str
    options: list
    narrow: Callable = field(repr=False)  # (rows, value) -> rows
    has_tabs: bool = False


def several(options):
    """Only where there is something to choose."""
    return options if len(options) > 1 else []


class Choice:
    """The filters of a list with what was chosen of each; nonsense chooses nothing."""

    def __init__(self, filters, parameters):
        self.filters = [one for one in filters if one.options]
        asked = {one.name: parameters.get(one.name, "") for one in self.filters}
        options = {one.name: {str(value) for value, _label in one.options} for one in self.filters}
        self.chosen = {name: value for name, value in asked.items() if value in options[name]}

    def of(self, rows):
        """The rows that were chosen."""
        for one in self.filters:
            if one.name in self.chosen:
                rows = one.narrow(rows, self.chosen[one.name])
        return rows

    def value(self, name):
        return self.chosen.get(name, "")

    @property
    def query(self):
        """The same as part of an address."""
        return urlencode(self.chosen)

    def with_(self, **other):
        """An address with something else chosen; an empty value takes it away."""
        return urlencode({name: value for name, value in {**self.chosen, **other}.items() if value}) or ALL

    def chips(self):
        """What was chosen, in words, each with the address without it."""
        for one in self.filters:
            if one.name in self.chosen:
                words = {str(value): label for value, label in one.options}
                label = words[self.chosen[one.name]]
                yield {"label": one.label, "value": label, "query": self.with_(**{one.name: ""})}

    def selects(self):
        """The filters as a form shows them; those with tabs stand elsewhere on the page."""
        for one in [one for one in self.filters if not one.has_tabs]:
            options = [(str(value), label, str(value) == self.value(one.name)) for value, label in one.options]
            yield {"name": one.name, "label": one.label, "options": options}

    def hidden(self):
        """What the form has to keep: (name, value) of what was chosen by tabs."""
        return [(one.name, self.value(one.name)) for one in self.filters if one.has_tabs and self.value(one.name)]
