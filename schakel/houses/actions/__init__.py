"""What changes how a house works; only its functional administrator does."""

from .approaches import add_approach, add_criterion, retire_criterion, reword_criterion, set_approach
from .days import close_day, open_day
from .house import set_house
from .lists import add_entry, move_entry, retire_entry
from .questions import ask, move_question, retire_question, reword_question
from .tables import end_table, set_table
from .take_over import take_over
from .texts import leave_text, set_text

__all__ = [
    "add_approach", "add_criterion", "add_entry", "ask", "close_day", "end_table", "leave_text", "move_entry",
    "move_question", "open_day", "retire_criterion", "retire_entry", "retire_question", "reword_criterion",
    "reword_question", "set_approach", "set_house", "set_table", "set_text", "take_over",
]  # fmt: skip
