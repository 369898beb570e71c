"""The acts about the persons of a file, a referral or a case alike: `file` is the one or the other."""

from .alerts import end_alert, give_alert
from .frames import add_frame, correct_frame, end_frame
from .hiding import hide_address
from .informing import inform, postpone
from .ties import give_authority, relate, take_authority_back, unrelate

__all__ = [
    "add_frame", "correct_frame", "end_alert", "end_frame", "give_alert", "give_authority", "hide_address", "inform",
    "postpone", "relate", "take_authority_back", "unrelate",
]  # fmt: skip
