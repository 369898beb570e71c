from .answering import Question, Remainder, Reply
from .inquiries import Inquiry, InquiryAnswer
from .meetings import Attendant, MeetingItem, TriageMeeting

__all__ = [
    "Attendant", "Inquiry", "InquiryAnswer", "MeetingItem", "Question", "Remainder", "Reply", "TriageMeeting",
]  # fmt: skip
