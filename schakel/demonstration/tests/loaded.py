"""Which rows of a loaded house are looked at: of a case, of a referral, beside them, and all that have a date."""

from schakel.cases.models import (
    Absence,
    Case,
    CaseLink,
    Closing,
    ConfidentialityStatement,
    Confirmation,
    Contribution,
    ContributionDraft,
    Correction,
    Disclosure,
    Lock,
    ProcessNote,
    Recall,
    Seat,
    SeatPerson,
    SeatProposal,
    SeatRequest,
    SecrecyWeighing,
    StandIn,
)
from schakel.conferences.models import Attendance, CaseConference, Conclusion, FormalDecision
from schakel.consultations.models import Consultation, Response
from schakel.documents.models import Document, Letter
from schakel.network.models import Covenant, Mandate, PartnerProfile
from schakel.people.models import (
    Address,
    Alert,
    Authority,
    CitizenNumber,
    Informing,
    LegalFrame,
    Person,
    Relation,
)
from schakel.plans.models import Agreement, Answer, Goal, Progress
from schakel.referrals.models import Claim, Decision, Finding, Referral
from schakel.requests.models import InformationRequest, RequestAnswer, RequestReminder
from schakel.triage.models import MeetingItem, Question, Reply
from schakel.vault.models import ContentKey, Text
from schakel.worklists.models import SavedView

OF_A_CASE = [
    Case, Seat, Contribution, Recall, Correction, Closing, CaseConference, Attendance, Conclusion, FormalDecision,
    Goal, Agreement, Answer, Progress, Document,
]  # fmt: skip
OF_A_REFERRAL = [Referral, Claim, Decision, Finding]
BESIDE = [
    Absence, Alert, Authority, CaseLink, ConfidentialityStatement, Confirmation, ContributionDraft, Covenant,
    Disclosure, Document,
    Informing, LegalFrame, Lock, Mandate, MeetingItem, PartnerProfile, ProcessNote, Question, Reply, SeatProposal,
    SeatRequest, SecrecyWeighing, StandIn, InformationRequest, RequestReminder, RequestAnswer, Consultation, Response,
    Letter, SavedView,
]  # fmt: skip
DATED = [*OF_A_CASE, *OF_A_REFERRAL, *BESIDE, Person, Address, CitizenNumber, ContentKey, Text]
ALWAYS = {"text", "ground", "question", "answer"}  # words without which a row says nothing
PARENTS = [(Attendance, "conference"), (Conclusion, "conference"), (Agreement, "seat"), (Answer, "agreement"),
           (Progress, "agreement"), (SeatPerson, "seat"), (SeatPerson, "person"), (Relation, "other")]  # fmt: skip
