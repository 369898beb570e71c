"""Everything the triage does."""

from .asking import ask_referrer, reply
from .deciding import decide
from .inquiring import answer, ask_known, ask_without_name, take_back
from .meeting import attend, call_meeting, end_meeting, move_on, put_on_list, show

__all__ = [
    "answer", "ask_known", "ask_referrer", "ask_without_name", "attend", "call_meeting", "decide", "end_meeting",
    "move_on", "put_on_list", "reply", "show", "take_back",
]  # fmt: skip
