from .changes import Change
from .days import ClosedDay
from .lists import ListEntry
from .questions import IntakeQuestion
from .tables import Table
from .texts import HouseText

__all__ = ["Change", "ClosedDay", "HouseText", "IntakeQuestion", "ListEntry", "Table"]
