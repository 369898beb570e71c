"""The registry's table of municipalities (table 33): which one an old code belongs to today.

Five entries ended without a successor (three that never were a municipality, Elten and Tudderen, which became German).
A municipality that was divided has one successor in the table, where the largest part went; an address decides better.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .dates import PartialDate, parse_registry

TABLE = Path(__file__).parent / "data" / "municipalities-table-33.csv"
NO_PLACE = frozenset({"0000", "1999"})  # unknown, and the registry of non-residents


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality with its code of four digits (nl: gemeente)."""

    code: str
    name: str
    successor: str
    since: PartialDate | None
    until: PartialDate | None

    @property
    def is_place(self) -> bool:
        """Whether anybody can live there: two codes say that no municipality is known."""
        return self.code not in NO_PLACE


@lru_cache(maxsize=1)
def municipalities() -> dict[str, Municipality]:
    """Every municipality by its code, those that are gone included."""
    return read(TABLE)


def read(path: Path) -> dict[str, Municipality]:
    """The table as the registry publishes it; also a newer one than ours."""
    with path.open(encoding="utf-16", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        return {row[0]: Municipality(*row[:3], parse_registry(row[3]), parse_registry(row[4])) for row in rows}


def successors(code: str) -> list[Municipality]:
    """The municipality and what became of it, in order; empty for a code that is not in the table."""
    table, chain = municipalities(), []
    while code in table and table[code] not in chain:
        chain.append(table[code])
        code = table[code].successor
    return chain


def today(code: str) -> Municipality | None:
    """The municipality that an old or current code belongs to now; None when there is none."""
    chain = successors(code)
    return chain[-1] if chain and chain[-1].until is None and chain[-1].is_place else None
