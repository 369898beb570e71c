"""Is this file what it says, and nothing else? Asked of its bytes alone, with bounded work, before anything is kept."""

from .examining import Examined, examine
from .refusing import Unacceptable

__all__ = ["Examined", "Unacceptable", "examine"]
