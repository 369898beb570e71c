"""Everything that is done with documents, and with paper that leaves the case."""

from .documents import (
    bring_document,
    content_of,
    download,
    recall_document,
    replace_document,
    scan_again,
)
from .papers import make_invitation, make_letter, make_own_paper, put_on_paper, take_letter

__all__ = [
    "bring_document", "content_of", "download", "make_invitation", "make_letter", "make_own_paper", "put_on_paper",
    "recall_document", "replace_document", "scan_again", "take_letter",
]  # fmt: skip
