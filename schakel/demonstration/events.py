"""By which act each kind of row comes to be, as the log calls it."""

EVENTS = {
    "Referral": "referral.started",
    "Decision": "referral.decided",
    "Case": "case.opened",
    "Seat": "seat.given",
    "Occupant": "seat.occupied",
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
    "Answer": "agreement.answered",
    "Progress": "progress.reported",
}

SENT = "referral.sent"
STARTED, ENDED = "conference.started", "conference.ended"
