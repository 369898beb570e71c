"""Lists that leave as sheets, and sheets that come in."""

import csv
import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from schakel.documents.checking import examine
from schakel.sheets.reading import MOST_COLUMNS, MOST_ROWS, Unreadable, read_sheet
from schakel.sheets.writing import FORMULA, as_csv, as_ods

HEADINGS = ["Nummer", "Sinds", "Aantal"]
ROWS = [["K7ZM-4QTD", date(2026, 3, 2), 3], ['Ğ; "x"\nnieuwe regel', None, 0]]


def xlsx(*rows):
    made, book = io.BytesIO(), Workbook()
    for row in rows:
        book.active.append(row)
    book.save(made)
    return made.getvalue()


def cells_of(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_list_comes_back_as_it_left():
    read = [["Nummer", "Sinds", "Aantal"], ["K7ZM-4QTD", date(2026, 3, 2), "3"], ['Ğ; "x"\nnieuwe regel', "", "0"]]
    assert read_sheet("ods", as_ods("Casussen", HEADINGS, ROWS)) == read
    read[1][1] = "2026-03-02"
    assert read_sheet("csv", as_csv(HEADINGS, ROWS)) == read


def test_an_exported_sheet_is_a_proper_file():
    assert examine("lijst.ods", as_ods("Casussen & <meer>", HEADINGS, ROWS)).kind.ending == "ods"


def test_a_moment_is_written_as_the_clock_on_the_wall_shows_it():
    noon = datetime(2026, 7, 1, 10, 30, tzinfo=UTC)
    assert cells_of(as_csv(["Wanneer"], [[noon]]))[1] == ["2026-07-01 12:30"]
    assert b'o:date-value="2026-07-01T12:30:00"' in _content(as_ods("x", ["Wanneer"], [[noon]]))


@pytest.mark.parametrize("start", [*FORMULA, " =", "\u00a0="])
def test_no_cell_of_a_list_is_a_formula(start):
    cell = cells_of(as_csv(["x"], [[f"{start}cmd|'/c calc'!A1"]]))[1][0]
    assert cell.startswith("'")


@given(st.text())
def test_whatever_is_in_a_cell_no_program_takes_it_for_a_formula(text):
    cell = cells_of(as_csv(["x"], [[text, "y"]]))[1][0]
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))
    assert cell.removeprefix("'") == text.removeprefix("'")
    assert b":formula" not in _content(as_ods(text, ["x"], [[text]]))


def _content(ods):
    with zipfile.ZipFile(io.BytesIO(ods)) as archive:
        return archive.read("content.xml")


def test_numbers_dates_and_formulas_of_a_program_are_plain_values():
    content = xlsx(["BSN", "Sinds", "Som"], [999906756, datetime(2026, 1, 5), "=1+1"], [None, None, 2.5])
    assert read_sheet("xlsx", content) == [
        ["BSN", "Sinds", "Som"], ["999906756", date(2026, 1, 5), "=1+1"], ["", "", "2.5"],
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_lists_from_every_program_are_read(encoding, delimiter):
    content = f"Naam{delimiter}Plaats\r\nCoördinator{delimiter}Fryslân\r\n".encode(encoding)
    assert read_sheet("csv", content) == [["Naam", "Plaats"], ["Coördinator", "Fryslân"]]


ODS_ROWS = (
    b'<t:table-row t:number-rows-repeated="1048576"><t:table-cell t:number-columns-repeated="16384"/></t:table-row>'
)
FILLED = ODS_ROWS.replace(b"/></t:table-row>", b"><x:p>a</x:p></t:table-cell></t:table-row>")


def with_rows(rows):
    plain = as_ods("x", ["a"], [])
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"</t:table>", rows + b"</t:table>"))
    return made.getvalue()


def test_the_empty_million_at_the_end_is_not_read():
    assert read_sheet("ods", with_rows(ODS_ROWS)) == [["a"]]


HOSTILE = {
    "nothing": ("csv", b""), "only blanks": ("csv", b" ; ; \r\n ; "), "bytes": ("csv", b"a\0b"),
    "half a quotation": ("csv", b'a;"b\r\nc'), "half a letter": ("csv", b"\xff\xfea"),
    "many columns": ("csv", b";".join([b"a"] * (MOST_COLUMNS + 1))),
    "ten thousand columns": ("xlsx", xlsx(["a"] * 10_000)), "many rows": ("csv", b"a\r\n" * (MOST_ROWS + 1)),
    "a book in a cell": ("csv", b"a;" + b"b" * 10_001), "no zip": ("xlsx", b"PK"), "no sheet": ("ods", xlsx(["a"])),
    "a million filled rows": ("ods", with_rows(FILLED)),
    "count of no number": ("ods", with_rows(FILLED.replace(b"1048576", b"veel"))),
    "entities": ("ods", with_rows(b"&x;")),
}  # fmt: skip


@pytest.mark.parametrize("label", HOSTILE)
def test_a_hostile_sheet_is_refused_with_a_reason(label):
    with pytest.raises(Unreadable) as refused:
        read_sheet(*HOSTILE[label])
    assert str(refused.value).strip()
