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
    "LegalFrame": "person.frame_added",
    "Alert": "file.alert_given",
    "ProcessNote": "process.noted",
    "Lock": "professional.locked_out",
    "SeatRequest": "seat.asked",
    "SeatProposal": "seat.proposed",
    "ContributionDraft": "contribution.draft_begun",
    "Disclosure": "disclosure.recorded",
    "LeadOffer": "lead.offered",
    "HouseOffer": "case.offered",
    "Confirmation": "contribution.confirmed",
    "Question": "referral.questioned",
    "Reply": "referral.replied",
    "Inquiry": "triage.asked_known",
    "InquiryAnswer": "triage.question_answered",
    "TriageMeeting": "triage_meeting.called",
    "InformationRequest": "request.asked",
    "RequestReminder": "request.reminded",
    "Consultation": "consultation.asked",
    "Absence": "absence.arranged",
    "StandIn": "stand_in.appointed",
    "Document": "document.brought",
    "SavedView": "view.saved",
}
EITHER = {  # kind of row: the column that decides, and the act when it is true, when it is not
    "Answer": ("accepted", "agreement.accepted", "agreement.declined"),
    "LeadAnswer": ("accepted", "lead.accepted", "lead.refused"),
    "RequestAnswer": ("contribution_id", "request.answered", "request.nothing_known"),
    "Informing": ("done", "person.informed", "person.informing_postponed"),
}
SENT = "referral.sent"
MOVED_ON = "case.moved_on"
STARTED, ENDED = "conference.started", "conference.ended"
LINKED = "case.linked"
REPLACED = "document.replaced"
WRITTEN, WRITTEN_TO_ORGANISATION = "letter.made", "letter.invitation_made"
INVITED, LEFT = "professional.invited", "professional.ended"
ADVISED, ASKED_ON = "consultation.answered", "consultation.asked_on"
OTHERS = {
    SENT, MOVED_ON, STARTED, ENDED, ADVISED, ASKED_ON, LINKED, REPLACED, WRITTEN, WRITTEN_TO_ORGANISATION, INVITED,
    LEFT,
}  # fmt: skip
ALL = {*EVENTS.values(), *(act for _, *acts in EITHER.values() for act in acts), *OTHERS}


def event_of(row):
    """The act behind a row; nothing for what is part of another act."""
    kind = type(row).__name__
    if kind == "Response":
        return ASKED_ON if row.kind == "asked_on" else ADVISED
    if kind == "Document" and row.replaces_id:
        return REPLACED
    if kind in EITHER:
        column, yes, no = EITHER[kind]
        return yes if getattr(row, column) else no
    return EVENTS.get(kind)
