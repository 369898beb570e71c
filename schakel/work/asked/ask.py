"""One thing that is asked of somebody."""

from dataclasses import dataclass
from datetime import date

MANY = 25  # no part of the house asks more at once; the lists have the rest


@dataclass
class Ask:
    """One thing that waits for me: what, where, by when, and the act."""

    name: str
    meta: str
    url: str
    act: str
    due: date | None = None
    left: int | None = None  # working days
    strong: bool = False

    @property
    def meaning(self):
        return "primary" if self.strong else "secondary"

    @property
    def about(self):
        return f"{self.name}, {self.meta}"
