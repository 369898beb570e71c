"""Everything that changes a case. Views, commands and other capabilities all come here."""

from .absence import appoint_stand_in, arrange_absence, end_absence
from .asking import (
    answer_proposal,
    ask_for_seat,
    grant_seat_request,
    propose_seat,
    refuse_seat_request,
    sign_statement,
    withdraw_seat_request,
)
from .beside import called_back, disclose, end_link, link_cases, note
from .circle import end_occupation, end_seat, give_seat, name_occupant
from .closing import close, hold, move_to
from .contributions import ask_who_learnt, bring_in, confirm, correct, recall
from .drafts import begin_draft, drop_draft, keep_draft
from .founding import open_case
from .handing_over import accept_case, hand_over, offer_to_house, refuse_case, withdraw_offer
from .lead import accept_lead, end_lead, offer_lead, refuse_lead
from .lock import lift_lock, lock_out
from .people import add_address, add_person, correct_person
from .running import take_in_running_case
from .seats import continue_seat, end_seats_of, give_seat_back, leave_house, let_go, shorten_seat
from .stopping import stop_using

__all__ = [
    "accept_case", "accept_lead", "add_address", "add_person", "answer_proposal", "appoint_stand_in",
    "arrange_absence", "ask_for_seat", "ask_who_learnt", "begin_draft", "bring_in", "called_back", "close", "confirm",
    "continue_seat", "correct", "correct_person", "disclose", "drop_draft", "end_absence", "end_lead", "end_link",
    "end_occupation", "end_seat", "end_seats_of", "give_seat", "give_seat_back", "grant_seat_request", "hand_over",
    "hold", "keep_draft", "leave_house", "let_go", "lift_lock", "link_cases", "lock_out", "move_to", "name_occupant",
    "note", "offer_lead", "offer_to_house", "open_case", "propose_seat", "recall", "refuse_case", "refuse_lead",
    "refuse_seat_request", "shorten_seat", "sign_statement", "stop_using", "take_in_running_case",
    "withdraw_offer", "withdraw_seat_request",
]  # fmt: skip
