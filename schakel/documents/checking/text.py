"""Plain text: letters, and nothing that a program would run or a browser draw."""

import unicodedata

from django.utils.translation import gettext as _

from .refusing import Unacceptable

ALLOWED = "\n\r\t\f"
TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
DRAWN = ("<!doctype", "<html", "<svg", "<?xml", "<?php", "<script", "#!", "{\\rtf", "%pdf", "mime-version:")


def examine_text(content):
    """Raises Unacceptable for what is no plain text."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unacceptable(_("This is no plain text in UTF-8. Save it again as text, or as PDF.")) from None
    if any(unicodedata.category(sign) == "Cc" and sign not in ALLOWED for sign in text) or TURNING & set(text):
        raise Unacceptable(_("This text holds signs that one cannot see."))
    if any(mark in text[:4096].lower() for mark in DRAWN):
        raise Unacceptable(_("This is a page or a program that is called text."))
