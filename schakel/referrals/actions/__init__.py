"""Everything that changes a referral. Views, commands and the exchange all come here."""

from .deciding import decide
from .receiving import receive_message
from .sending import add_to, send, withdraw
from .writing import add_person, correct_person, name_contact, start, write

__all__ = [
    "add_person", "add_to", "correct_person", "decide", "name_contact", "receive_message", "send", "start", "withdraw",
    "write",
]  # fmt: skip
