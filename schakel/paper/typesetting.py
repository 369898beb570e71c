"""From a template and data to a PDF that can be kept (PDF/A-2a) and be read aloud (PDF/UA-1)."""

import json
from functools import cache
from pathlib import Path
from unicodedata import category, normalize

import typst
from django.conf import settings
from django.utils.timezone import now

HERE = Path(__file__).parent / "typst"
STANDARDS = ["a-2a", "ua-1"]


def typeset(template, data):
    """The PDF, as bytes, of a template in one of the `typst` folders, given `data` (what JSON can hold).

    `template` is the path of a .typ file that begins with `#import "/frame.typ"`; of the frame it gets title,
    language, head and foot. Text in `data` is never read as typesetting; a sign that the letters do not have becomes
    a question mark. Raises typst.TypstError for what is wrong in the template.
    """
    source = Path(template).read_text()
    return typst.compile(
        source.encode(),
        root=str(HERE),
        font_paths=_fonts(),
        format="pdf",
        sys_inputs={"data": json.dumps(printable(data), ensure_ascii=False)},
        pdf_standards=STANDARDS,
        timestamp=int(now().timestamp()),
    )


@cache
def _fonts():
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(settings.PAPER_FONTS)])


def printable(data):
    """The same data in signs that the letters have; whoever prints an emoji would otherwise get no paper at all."""
    if isinstance(data, dict):
        return {key: printable(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [printable(value) for value in data]
    if isinstance(data, str):
        letters = _letters()
        return "".join(sign if sign in letters else "?" for sign in normalize("NFC", data).replace("\r\n", "\n"))
    return data


def unprintable(text):
    """Whether something in this text would become a question mark on paper."""
    return printable(text) != normalize("NFC", text).replace("\r\n", "\n")


@cache
def _letters():
    letters = (settings.PAPER_FONTS / "letters.txt").read_text(encoding="utf-8")
    return frozenset(sign for sign in letters if category(sign)[0] != "C") | {"\n", "\t"}
