"""The table behind a person list: which row holds what of which category is current, and which is history.

The rows of a list continue each other per category. Column `09.H` names what the NEXT row holds of category 09: `09` is
another current one (a second child), `59` (category plus 50) an older version of the one above, empty is nothing. So a
continuation row is not always history: 146 children and 15 marriages or partnerships of the test set stand on one.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

INCORRECT = "O"  # 84.10, nl: onjuist


@dataclass(frozen=True, slots=True)
class Fields:
    """What one row holds of one category: asked by group and element, `fields["02.40"]`."""

    values: dict[str, str]

    def __getitem__(self, element: str) -> str:
        return self.values.get(element, "")

    def __bool__(self) -> bool:
        return any(self.values.values())


class RegistryFileError(ValueError):
    """The file is not a person list in the registry's table form; names the line, not its content."""

    def __init__(self, message, **values):
        super().__init__(message)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return str(self.message) % self.values if self.values else str(self.message)


@dataclass(frozen=True, slots=True)
class PersonList:
    """All rows of one person in the registry (nl: persoonslijst), as current occurrences by category."""

    identifier: str
    current: dict[str, list[Fields]]

    def one(self, category: str) -> Fields:
        """The current state of a category that occurs once."""
        occurrences = self.current.get(category, [])
        return occurrences[0] if occurrences else Fields({})

    def all(self, category: str) -> list[Fields]:
        """Every current occurrence of a category that may repeat."""
        return self.current.get(category, [])


def read_lists(lines: Iterable[str]) -> Iterator[PersonList]:
    """The person lists of a file in the registry's table form, in its order."""
    rows = csv.reader(lines, delimiter=";", strict=True)
    try:
        header = next(rows, [])
        if "01.02.40" not in header:
            raise RegistryFileError(_("The first line does not name the registry's columns."))
        for identifier, group in _grouped(rows, header):
            yield PersonList(identifier, _current(group))
    except csv.Error as error:
        raise RegistryFileError(_("Line %(line)s is damaged."), line=rows.line_num) from error


def _grouped(rows, header: list[str]) -> Iterator[tuple[str, list[dict[str, Fields]]]]:
    identifier, group = "", []
    for row in rows:
        if len(row) != len(header):
            raise RegistryFileError(_("Line %(line)s has another number of columns."), line=rows.line_num)
        if row[0]:
            if group:
                yield identifier, group
            identifier, group = row[0], []
        elif not identifier:
            raise RegistryFileError(_("Line %(line)s continues a list that did not start."), line=rows.line_num)
        group.append(_by_category(header, row))
    if group:
        yield identifier, group


def _by_category(header: list[str], row: list[str]) -> dict[str, Fields]:
    categories: dict[str, dict[str, str]] = {}
    for column, value in zip(header, row, strict=True):
        if column:
            # 06.88.10 stands twice in the header: the first column that has something counts
            categories.setdefault(column[:2], {}).setdefault(column[3:], "")
            categories[column[:2]][column[3:]] = categories[column[:2]][column[3:]] or value.strip()
    return {category: Fields(values) for category, values in categories.items()}


def _current(rows: list[dict[str, Fields]]) -> dict[str, list[Fields]]:
    result: dict[str, list[Fields]] = {}
    for category in rows[0]:
        expected = category
        for row in rows:
            fields = row[category]
            if expected == category and fields["84.10"] != INCORRECT and _has_content(fields):
                result.setdefault(category, []).append(fields)
            expected = fields["H"]
    return result


def _has_content(fields: Fields) -> bool:
    return any(value for element, value in fields.values.items() if element != "H")
