from .following import Addition, Clarification
from .grounds import Claim, Decision, Finding
from .referral import OfAReferral, Referral
from .unsaved import Unsaved

__all__ = ["Addition", "Claim", "Clarification", "Decision", "Finding", "OfAReferral", "Referral", "Unsaved"]
