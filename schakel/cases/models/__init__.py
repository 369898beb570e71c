from .absence import Absence, StandIn
from .asking import ConfidentialityStatement, SeatProposal, SeatRequest
from .case import Case, Closing, Correction, Hold
from .circle import Occupant, Seat, SeatPerson
from .contribution import Contribution, Recall
from .draft import ContributionDraft
from .lock import Lock, SeatEnding
from .standing import Confirmation, NoLongerUsed, SecrecyWeighing

__all__ = [
    "Absence", "Case", "Closing", "ConfidentialityStatement", "Confirmation", "Contribution", "ContributionDraft",
    "Correction", "Hold", "Lock", "NoLongerUsed", "Occupant", "Recall", "Seat", "SeatEnding", "SeatPerson",
    "SeatProposal", "SeatRequest", "SecrecyWeighing", "StandIn",
]  # fmt: skip
