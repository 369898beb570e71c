"""A list as a file for a spreadsheet, in which no cell is ever a formula.

A program that opens CSV takes a cell that begins with one of these signs for a formula, which may send the sheet
elsewhere. (OWASP, CSV Injection, https://owasp.org/www-community/attacks/CSV_Injection)
"""

import csv
import io
import zipfile
from datetime import date, datetime
from xml.sax.saxutils import escape, quoteattr

from django.utils.timezone import is_aware, localtime

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")
NEVER_IN_XML = {code: None for code in [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)]}
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = f'xmlns:o="{OASIS}:office:1.0" xmlns:t="{OASIS}:table:1.0" xmlns:x="{OASIS}:text:1.0"'
MANIFEST = (
    f'<m:manifest xmlns:m="{OASIS}:manifest:1.0" m:version="1.3">'
    f'<m:file-entry m:full-path="/" m:media-type="{MIMETYPE}"/>'
    '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
)


def as_csv(headings, rows):
    """Bytes in UTF-8 with a mark, cells between semicolons: as Dutch spreadsheets read it."""
    made = io.StringIO()
    writer = csv.writer(made, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in (headings, *rows):
        writer.writerow([harmless(_plain(cell)) for cell in row])
    return made.getvalue().encode("utf-8-sig")


def harmless(text):
    """With an apostrophe in front of what would be read as a formula."""
    return f"'{text}" if text.lstrip(" \u00a0").startswith(FORMULA) or text.startswith(FORMULA) else text


def as_ods(title, headings, rows):
    """Bytes of an OpenDocument sheet: each cell says itself that it is text, a number or a date."""
    lines = "".join(f"<t:table-row>{''.join(map(_cell, row))}</t:table-row>" for row in (headings, *rows))
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><o:document-content {NAMES} o:version="1.3"><o:body><o:spreadsheet>'
        f"<t:table t:name={quoteattr(title.translate(NEVER_IN_XML))}>{lines}</t:table>"
        "</o:spreadsheet></o:body></o:document-content>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in (("mimetype", MIMETYPE), ("META-INF/manifest.xml", MANIFEST), ("content.xml", content)):
            part = zipfile.ZipInfo(name)  # of no day: the same list is the same file
            part.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(part, text)
    return made.getvalue()


def _cell(value):
    text = escape(_plain(value).translate(NEVER_IN_XML))
    lines = "".join(f"<x:p>{line}</x:p>" for line in text.split("\n"))
    return f"<t:table-cell{_kind(value)}>{lines}</t:table-cell>"


def _kind(value):
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return ' o:value-type="string"'
    if isinstance(value, (int, float)):
        return f' o:value-type="float" o:value="{value}"'
    if isinstance(value, date):
        moment = _here(value)
        return f' o:value-type="date" o:date-value="{moment.isoformat(**_precision(moment))}"'
    return ' o:value-type="string"'


def _plain(value):
    if value is None:
        return ""
    if isinstance(value, date):
        moment = _here(value)
        return moment.isoformat(sep=" ", timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()
    return str(value)


def _here(moment):
    """A moment as the clock on the wall shows it, without its zone."""
    if isinstance(moment, datetime) and is_aware(moment):
        return localtime(moment).replace(tzinfo=None)
    return moment


def _precision(moment):
    return {"timespec": "seconds"} if isinstance(moment, datetime) else {}
