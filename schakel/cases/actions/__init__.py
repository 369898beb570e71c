"""Everything that changes a case. Views, commands and other capabilities all come here."""

from .beside import called_back, disclose, end_link, link_cases, note
from .circle import end_occupation, end_seat, give_seat, name_occupant
from .closing import close, hold, move_to
from .contributions import ask_who_learnt, bring_in, confirm, correct, recall
from .drafts import begin_draft, drop_draft, keep_draft
from .founding import open_case
from .handing_over import accept_case, hand_over, offer_to_house, refuse_case, withdraw_offer
from .lead import accept_lead, end_lead, offer_lead, refuse_lead
from .people import add_address, add_person, correct_person
from .stopping import stop_using

__all__ = [
    "accept_case", "accept_lead", "add_address", "add_person", "ask_who_learnt", "begin_draft", "bring_in",
    "called_back", "close", "confirm", "correct", "correct_person", "disclose", "drop_draft", "end_lead", "end_link",
    "end_occupation", "end_seat", "give_seat", "hand_over", "hold", "keep_draft", "link_cases", "move_to",
    "name_occupant", "note", "offer_lead", "offer_to_house", "open_case", "recall", "refuse_case", "refuse_lead",
    "stop_using", "withdraw_offer",
]  # fmt: skip
