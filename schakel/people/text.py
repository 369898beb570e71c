"""Which characters a text may hold: any alphabet, but nothing that cannot be stored or that misleads the eye."""

import unicodedata

from django.utils.translation import gettext_lazy as _

# Left out on purpose: zero-width joiners (U+200C, U+200D), which some alphabets need to spell a name.
TURNS_TEXT_AROUND = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LINE_MARKS = frozenset("\n\r\t")


class TextError(ValueError):
    """A text holds a character that cannot be kept; says which kind and where, never the text."""

    def __init__(self, message, position: int):
        super().__init__(message)
        self.message = message
        self.position = position

    def __str__(self) -> str:
        return str(self.message) % {"position": self.position}


def clean_text(text: str, *, lines: bool = False) -> str:
    """The text in composed form (NFC) without outer spaces; `lines` allows line breaks and tabs."""
    for position, character in enumerate(text, start=1):
        if not (lines and character in LINE_MARKS):
            _refuse_unusable(character, position)
    return unicodedata.normalize("NFC", text).strip()


def clean_line(text: str) -> str:
    """A name or another short text: clean, and single spaces inside."""
    return " ".join(clean_text(text).split())


def _refuse_unusable(character: str, position: int) -> None:
    category = unicodedata.category(character)
    if category == "Cs":
        raise TextError(_("This text is damaged: character %(position)s is half a character."), position)
    if category == "Cc":
        raise TextError(_("Character %(position)s is a control character, which cannot be stored."), position)
    if character in TURNS_TEXT_AROUND:
        raise TextError(_("Character %(position)s turns the direction of the text around, which misleads."), position)
