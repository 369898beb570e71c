"""The set-up of a house as a file: written, read with suspicion, compared, taken over in parts."""

from .compare import differences
from .reading import FileError, read
from .writing import PARTS, as_text, set_up_of

__all__ = ["PARTS", "FileError", "as_text", "differences", "read", "set_up_of"]
