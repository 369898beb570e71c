from .following import Addition
from .grounds import Claim, Decision, Finding, IntakeAnswer
from .referral import OfAReferral, Referral
from .unsaved import Unsaved

__all__ = ["Addition", "Claim", "Decision", "Finding", "IntakeAnswer", "OfAReferral", "Referral", "Unsaved"]
