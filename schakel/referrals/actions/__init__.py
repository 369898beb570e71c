"""Everything that changes a referral. Views, commands and the exchange all come here."""

from .answering import take_answer
from .leaving import hand_on, throw_away_left
from .receiving import receive_message
from .sending import add_to, send, withdraw, write_all_and_send, write_and_send
from .typing import drop_typing, keep, throw_away
from .writing import add_person, correct_person, inform_before, name_contact, start, write, write_all

__all__ = [
    "add_person", "add_to", "correct_person", "drop_typing", "hand_on", "inform_before", "keep", "name_contact",
    "receive_message", "send", "start", "take_answer", "throw_away", "throw_away_left", "withdraw", "write",
    "write_all", "write_all_and_send", "write_and_send",
]  # fmt: skip
