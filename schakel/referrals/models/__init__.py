from .following import Addition
from .grounds import Claim, Decision, Finding
from .referral import OfAReferral, Referral
from .unsaved import Unsaved

__all__ = ["Addition", "Claim", "Decision", "Finding", "OfAReferral", "Referral", "Unsaved"]
