from .case import Case, Closing, Correction, Hold
from .circle import Occupant, Seat, SeatPerson
from .contribution import Contribution, Recall

__all__ = ["Case", "Closing", "Contribution", "Correction", "Hold", "Occupant", "Recall", "Seat", "SeatPerson"]
