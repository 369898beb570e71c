from .criteria import Criterion, Standing
from .houses import House, Municipality, Weekday
from .organisations import Capacity, Organisation
from .partners import Appointment, ByDay, Partnership, Professional
from .regimes import Regime
from .sight import SIGNED_IN, for_whoever_is_signed_in

__all__ = [
    "SIGNED_IN", "Appointment", "ByDay", "Capacity", "Criterion", "House", "Municipality", "Organisation",
    "Partnership", "Professional", "Regime", "Standing", "Weekday", "for_whoever_is_signed_in",
]  # fmt: skip
