"""Everything that changes a case. Views, commands and other capabilities all come here."""

from .founding import open_case

__all__ = ["open_case"]
