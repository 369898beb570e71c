"""By which act each kind of row comes to be, as the log calls it."""

EVENTS = {
    "Referral": "referral.started",
    "Decision": "referral.decided",
    "Case": "case.opened",
    "Seat": "seat.given",
    "Occupant": "seat.occupied",
    "ConfidentialityStatement": "statement.signed",
    "Contribution": "contribution.brought_in",
    "Recall": "contribution.recalled",
    "Correction": "person.corrected",
    "Closing": "case.closed",
    "CaseConference": "conference.convened",
    "Attendance": "attendance.recorded",
    "Conclusion": "conclusion.written",
    "FormalDecision": "decision.recorded",
    "Goal": "goal.set",
    "Agreement": "agreement.made",
    "Progress": "agreement.reported",
}
ANSWERS = {True: "agreement.accepted", False: "agreement.declined"}
SENT = "referral.sent"
MOVED_ON = "case.moved_on"
STARTED, ENDED = "conference.started", "conference.ended"
ALL = {*EVENTS.values(), *ANSWERS.values(), SENT, MOVED_ON, STARTED, ENDED}


def event_of(row):
    """The act behind a row; nothing for what is part of another act."""
    kind = type(row).__name__
    return ANSWERS[row.accepted] if kind == "Answer" else EVENTS.get(kind)
