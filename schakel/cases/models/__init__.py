from .case import Case, Closing, Correction, Hold
from .circle import Occupant, Seat, SeatPerson
from .contribution import Contribution, Recall
from .draft import ContributionDraft
from .standing import Confirmation, NoLongerUsed, SecrecyWeighing

__all__ = [
    "Case", "Closing", "Confirmation", "Contribution", "ContributionDraft", "Correction", "Hold", "NoLongerUsed",
    "Occupant", "Recall", "Seat", "SeatPerson", "SecrecyWeighing",
]  # fmt: skip
