"""A spreadsheet that somebody brings, as rows of plain values; nothing in it is calculated or followed.

Of an .xlsx or .ods it must have been examined before that the file is what it says (schakel/documents/checking).
"""

import csv
import io
import zipfile
import zlib
from datetime import date, datetime
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _
from openpyxl import load_workbook

MOST_ROWS, MOST_COLUMNS, LONGEST = 5_000, 60, 10_000
LARGEST_UNPACKED = 50 * 1024 * 1024  # bytes
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
MARKS = [(b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")]


class Unreadable(Exception):
    """This is no sheet that can be read; the text says why."""


def read_sheet(ending, content):
    """Rows of the first sheet: each a list of texts and dates, without empty rows at the end.

    `ending` is csv, xlsx or ods. Raises Unreadable, also when there is too much of it.
    """
    try:
        rows = READERS[ending](content)
    except (zipfile.BadZipFile, zlib.error, ParseError, DefusedXmlException, KeyError, ValueError, OSError, EOFError):
        raise Unreadable(_("This sheet is damaged, or of another kind than its name says.")) from None
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows:
        raise Unreadable(_("There is nothing in this sheet."))
    return rows


def _csv(content):
    text = _decoded(content)
    if "\0" in text:
        raise Unreadable(_("This is no list of text: save it as CSV again."))
    first = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return _bounded(reader)
    except csv.Error:
        raise Unreadable(_("In this list a quotation mark was opened and never closed.")) from None


def _decoded(content):
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _as(content, encoding)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _as(content, "cp1252")


def _as(content, encoding):
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable(_("The letters in this list cannot be read: save it as CSV in UTF-8.")) from None


def _xlsx(content):
    _not_too_large(content)
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what a sheet says of its own size is not believed
        return _bounded(sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS + 1, values_only=True))
    except IndexError:
        raise Unreadable(_("There is nothing in this sheet.")) from None
    finally:
        book.close()


def _ods(content):
    _not_too_large(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = fromstring(archive.read("content.xml"), forbid_dtd=True)
    table = next(root.iter(f"{TABLE}table"), None)
    if table is None:
        raise Unreadable(_("There is nothing in this sheet."))
    return _bounded(_ods_rows(table))


def _ods_rows(table):
    empty = 0
    for row in table.iter(f"{TABLE}table-row"):
        cells = _ods_cells(row)
        times = _repeated(row, "number-rows-repeated")
        if not any(cells):
            empty += times  # the empty million at the end of a sheet is not read
            continue
        yield from ([] for _time in range(min(empty, MOST_ROWS)))
        yield from (list(cells) for _time in range(min(times, MOST_ROWS + 1)))
        empty = 0


def _ods_cells(row):
    cells = []
    for cell in row.findall(f"{TABLE}table-cell"):
        times = _repeated(cell, "number-columns-repeated")
        cells += [_ods_value(cell)] * min(times, MOST_COLUMNS + 1)
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _ods_value(cell):
    if cell.get(f"{OFFICE}value-type") == "date" and (value := cell.get(f"{OFFICE}date-value", "")):
        return date.fromisoformat(value[:10])
    if cell.get(f"{OFFICE}value-type") == "float" and (value := cell.get(f"{OFFICE}value", "")):
        return _value(float(value))
    return "\n".join("".join(line.itertext()) for line in cell.findall(f"{TEXT}p"))


def _repeated(element, name):
    return max(int(element.get(f"{TABLE}{name}", "1")), 1)


def _not_too_large(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > LARGEST_UNPACKED:
            raise Unreadable(_("Unpacked, this sheet is too large."))


def _bounded(rows):
    found = []
    for number, row in enumerate(rows):
        cells = [_value(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if number >= MOST_ROWS and cells:
            raise Unreadable(_("This sheet has too many rows: at most {count}.").format(count=MOST_ROWS))
        if len(cells) > MOST_COLUMNS:
            raise Unreadable(_("This sheet has too many columns: at most {count}.").format(count=MOST_COLUMNS))
        if any(isinstance(cell, str) and len(cell) > LONGEST for cell in cells):
            raise Unreadable(_("In row {number} a cell holds too much text.").format(number=number + 1))
        found.append(cells)
    return found


def _value(cell):
    """Text without the blanks around it, or a date; whole numbers without a point."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


READERS = {"csv": _csv, "xlsx": _xlsx, "ods": _ods}
