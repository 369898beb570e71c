"""What betrays a person in a text, as far as a form can honestly check.

It finds citizen numbers, licence plates, addresses, mail addresses, telephone numbers and names after a form of
address. It does not find every name: the form says so, and who brings in stays responsible.
"""

import re

from django.utils.translation import gettext_lazy as _

from .citizen_number import is_valid

NINE_DIGITS = re.compile(r"(?<!\d)\d{3}[ .-]?\d{3}[ .-]?\d{3}(?!\d)|(?<!\d)\d{4}[ .-]\d{2}[ .-]\d{3}(?!\d)")
MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]{2,}")
TELEPHONE = re.compile(r"(?<!\d)(?:\+31|0031|0)[ -]?(?:\(0\)[ -]?)?[1-9](?:[ -]?\d){8}(?!\d)")
# The series of Dutch number plates since 1951: three groups of two or of one to three signs, with at least one letter.
PLATE = re.compile(
    r"\b(?=[A-Z0-9-]*[A-Z])(?=[A-Z0-9-]*\d)(?:[A-Z]{2}|\d{2})-(?:[A-Z]{2}|\d{2})-(?:[A-Z]{2}|\d{2})\b"
    r"|\b(?:\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d{2}-[A-Z]"
    r"|[A-Z]-\d{2}-[A-Z]{3}|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d)\b"
)
# A postcode, or a street by its usual ending with a house number; not squares, where public buildings stand.
ADDRESS = re.compile(
    r"\b[1-9]\d{3} ?(?!S[ADS]\b)[A-Z]{2}\b"
    r"|\b[A-Z][\w'-]*(?:straat|laan|weg|dijk|steeg|hof|singel|kade|gracht|pad)\s+\d+"
)
ADDRESSED = re.compile(
    r"\b(?:[Dd]e heer|[Mm]eneer|[Mm]evrouw|[Dd]hr\.?|[Mm]evr\.?|[Mm]w\.?|[Dd]e familie)"
    r"\s+(?:\w\.\s*)*(?:(?:van|de|der|den|el|ten|ter)\s+)*[A-Z]"
)

KINDS = [
    (_("a mail address"), MAIL.search),
    (_("a telephone number"), TELEPHONE.search),
    (_("a licence plate"), PLATE.search),
    (_("an address"), ADDRESS.search),
    (_("somebody's name"), ADDRESSED.search),
]


def personal_traces(text):
    """What in this text points to a person: the kinds, never the words themselves."""
    found = [kind for kind, search in KINDS if search(text)]
    if any(is_valid(re.sub(r"\D", "", match)) for match in NINE_DIGITS.findall(text)):
        found.insert(0, _("a citizen service number"))
    return [str(kind) for kind in found]
