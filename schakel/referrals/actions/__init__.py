"""Everything that changes a referral. Views, commands and the exchange all come here."""

from .receiving import receive_message
from .sending import add_to, send, withdraw
from .typing import begin_typing, drop_typing, keep_typing, throw_away
from .writing import add_person, correct_person, name_contact, start, write

__all__ = [
    "add_person", "add_to", "begin_typing", "correct_person", "drop_typing", "keep_typing",
    "name_contact", "receive_message", "send", "start", "throw_away", "withdraw", "write",
]  # fmt: skip
