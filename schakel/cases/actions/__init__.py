"""Everything that changes a case. Views, commands and other capabilities all come here."""

from .circle import end_occupation, end_seat, give_seat, name_occupant
from .closing import close, hold, move_to
from .contributions import bring_in, correct, recall
from .founding import open_case
from .people import add_address, add_person, correct_person

__all__ = [
    "add_address", "add_person", "bring_in", "close", "correct", "correct_person", "end_occupation", "end_seat",
    "give_seat", "hold", "move_to", "name_occupant", "open_case", "recall",
]  # fmt: skip
