from .covenants import Covenant, PartnerProfile
from .criteria import Criterion, Standing
from .houses import House, Weekday
from .municipalities import Municipality
from .organisations import Capacity, Organisation
from .partners import ByDay, Partnership
from .professionals import Appointment, HeldByDay, Mandate, Professional
from .regimes import Regime
from .sight import SIGNED_IN, for_whoever_is_signed_in

__all__ = [
    "SIGNED_IN", "Appointment", "ByDay", "Capacity", "Covenant", "Criterion", "HeldByDay", "House", "Mandate",
    "Municipality", "Organisation", "PartnerProfile", "Partnership", "Professional", "Regime", "Standing", "Weekday",
    "for_whoever_is_signed_in",
]  # fmt: skip
