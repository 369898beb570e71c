"""A PDF: read by a process of its own, because the format lets a small file ask for endless work."""

import subprocess
import sys
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .refusing import Unacceptable

READER = Path(__file__).with_name("pdf_reader.py")
SECONDS = 20  # of the clock; the reader limits its own computing time
REASONS = {
    "encrypted": gettext_lazy("This PDF is locked with a password. Save it without one."),
    "active": gettext_lazy("This PDF does something when it is opened (a program, a form or a link to a file)."),
    "attached": gettext_lazy("Other files are hidden in this PDF. Bring those in themselves."),
    "long": gettext_lazy("This PDF is too large or too complicated to examine."),
    "damaged": gettext_lazy("This PDF is damaged or not complete."),
}


def examine_pdf(content):
    """Raises Unacceptable for what is no PDF, and for one that is locked, active, or holds other files."""
    if not content.startswith(b"%PDF-"):
        raise Unacceptable(_("This file is called PDF, but it is something else."))
    _ends_there(content)
    answer = _asked(content)
    if answer != "fine":
        raise Unacceptable(str(REASONS.get(answer, REASONS["damaged"])))


def _ends_there(content):
    end = content.rfind(b"%%EOF")
    if end < 0:
        raise Unacceptable(str(REASONS["damaged"]))
    if content[end + 5 :].strip(b"\r\n \x00") or b"PK\x05\x06" in content[-66_000:]:
        raise Unacceptable(_("Behind this PDF something else is hidden."))


def _asked(content):
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(READER)],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={},
        )
    except subprocess.TimeoutExpired:
        return "long"
    return done.stdout.decode("ascii", "replace").strip() if done.returncode == 0 else "long"
