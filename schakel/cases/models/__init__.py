from .absence import Absence, StandIn
from .asking import ConfidentialityStatement, SeatProposal, SeatRequest
from .beside import CaseLink, Continuation
from .case import Case, Closing, Correction, Hold
from .circle import Occupant, Seat, SeatPerson, SitsThere
from .contribution import Contribution, Recall
from .draft import ContributionDraft
from .lead import LeadAnswer, LeadOffer
from .leaving import Disclosure, ProcessNote, TakenOver
from .lock import Lock, SeatEnding
from .moving import Handover, HouseAnswer, HouseOffer, HouseRequest
from .standing import Confirmation, NoLongerUsed, SecrecyWeighing

__all__ = [
    "Absence", "Case", "CaseLink", "Closing", "ConfidentialityStatement", "Confirmation", "Continuation",
    "Contribution", "ContributionDraft", "Correction", "Disclosure", "Handover", "Hold", "HouseAnswer", "HouseOffer",
    "HouseRequest", "LeadAnswer", "LeadOffer", "Lock", "NoLongerUsed", "Occupant", "ProcessNote", "Recall", "Seat",
    "SeatEnding", "SeatPerson", "SeatProposal", "SeatRequest", "SecrecyWeighing", "SitsThere", "StandIn", "TakenOver",
]  # fmt: skip
