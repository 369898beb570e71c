"""The name of a file: shown to people, so it hides nothing; never used as a path."""

import unicodedata

from django.utils.translation import gettext as _

from .refusing import Unacceptable

LONGEST = 120  # characters
HIDING = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}  # controls, marks that turn the direction, and what has no sign
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}


def proper_name(name):
    """The name without folders in front, in one spelling (NFC); raises Unacceptable when it hides something."""
    name = unicodedata.normalize("NFC", name)
    if any(unicodedata.category(sign) in HIDING for sign in name):
        raise Unacceptable(_("The name of this file holds signs that one cannot see. Give it another name."))
    name = name.replace("\\", "/").rsplit("/", 1)[-1].strip(" .")
    stem, dot, ending = name.rpartition(".")
    if not (stem.strip(" .") and dot and ending):
        raise Unacceptable(_("The name of this file says not what kind of file it is: it has no ending, like .pdf."))
    if stem.split(".")[0].strip().lower() in DEVICES:
        raise Unacceptable(_("Some computers cannot keep a file with this name. Give it another name."))
    if len(name) > LONGEST:
        raise Unacceptable(_("The name of this file is too long: at most {count} signs.").format(count=LONGEST))
    return name


def ending_of(name):
    return name.rpartition(".")[2].lower()
