"""One letter in two forms: a PDF that can be kept, and a text that a house finishes in its own stationery."""

import io
from dataclasses import dataclass
from pathlib import Path
from unicodedata import category

import pikepdf
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import override
from odfdo import Document, Header, Paragraph

from .typesetting import typeset

TEMPLATE = Path(__file__).parent / "typst" / "letter.typ"
PDF, ODT = "application/pdf", "application/vnd.oasis.opendocument.text"
MEDIA_TYPES = {"pdf": PDF, "odt": ODT}
ADDRESSEE, BODY = "Standard", "Text_20_body"  # styles that every template knows


@dataclass(frozen=True)
class Letter:
    """What stands on a letter. `title` names nobody: programs show it in tabs and lists."""

    title: str
    house: str
    addressee: tuple  # lines, the name first; without an address only that
    facts: tuple  # pairs of a word and its value: date, our reference
    text: str
    contact: str = ""
    made: str = ""


def as_pdf(letter):
    """The letter as PDF/A-2a and PDF/UA-1."""
    return typeset(TEMPLATE, {**vars(letter), "contact": "" if letter.contact in letter.text else letter.contact})


def as_odt(letter):
    """The letter as OpenDocument text; every sign stays, for the letters are those of whoever opens it."""
    document = Document("text")
    document.language = "nl-NL"
    document.meta.title = _harmless(letter.title)
    document.meta.creator = _harmless(letter.house)
    document.meta.creation_date = document.meta.date = localtime().replace(microsecond=0, tzinfo=None)
    for level in document.styles.get_elements("//text:outline-level-style"):
        for what in ("style:num-format", "style:num-suffix", "loext:num-list-format"):
            level.set_attribute(what, "")  # one heading needs no number
    document.body.clear()
    for style, text in _paragraphs(letter):
        document.body.append(_element(style, _harmless(text)))
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def dated(moment):
    """The day of a letter, with its year: it is read again later."""
    with override("nl"):
        return date_format(localtime(moment), "j F Y")


def pages_of(pdf):
    """How many pages a PDF of ours has."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def _paragraphs(letter):
    yield ADDRESSEE, letter.house
    yield ADDRESSEE, ""
    yield ADDRESSEE, "\n".join(letter.addressee)
    yield ADDRESSEE, ""
    yield ADDRESSEE, "\n".join(f"{word}: {value}" for word, value in letter.facts)
    yield "heading", letter.title
    for part in letter.text.replace("\r\n", "\n").split("\n\n"):
        yield BODY, part.strip("\n")


def _element(style, text):
    return Header(1, text) if style == "heading" else Paragraph(text, style=style)


def _harmless(text):
    """Without what XML cannot hold; signs that join letters stay, Arabic and Persian are written with them."""
    return "".join(sign for sign in text if sign in "\n\t" or category(sign) not in ("Cc", "Cs", "Cn"))
