"""What comes out on paper can be kept and be read aloud, and nobody's words become instructions."""

import io
from pathlib import Path

import pikepdf
import pytest

from schakel.paper import typeset
from schakel.paper.typesetting import printable

LETTER = Path(__file__).with_name("letter.typ")
DATA = {
    "title": "Overzicht voor uw eigen dossier", "house": "Zorg- en Veiligheidshuis Merreland", "mark": "Vertrouwelijk",
    "made": "22 november 2026", "facts": [["Casus", "K7ZM-4QTD"], ["Soort aanpak", "complexe casus"]],
    "text": "Bilal Yıldız belt Łukasz.\n\nTweede alinea\nmet een regel.", "rows": [["Bellen", "1 december"]],
}  # fmt: skip


@pytest.fixture(scope="module")
def made():
    with pikepdf.open(io.BytesIO(typeset(LETTER, DATA))) as pdf:
        yield pdf


def test_it_says_that_it_can_be_kept_and_read_aloud(made):
    with made.open_metadata() as said:
        assert (said["pdfaid:part"], said["pdfaid:conformance"], said["pdfuaid:part"]) == ("2", "A", "1")
        assert said["dc:title"] == DATA["title"]


def test_it_has_language_structure_and_a_title_that_shows(made):
    root = made.Root
    assert str(root.Lang) == "nl"
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle
    assert structure(root.StructTreeRoot) >= {"/Document", "/H1", "/H2", "/P", "/Table", "/TH", "/TD"}


def structure(element):
    """All kinds of elements in the tree."""
    kinds = {str(element.S)} if "/S" in element else set()
    children = element.get("/K", pikepdf.Array())
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary):
            kinds |= structure(child)
    return kinds


def test_its_letters_come_along(made):
    fonts = {
        str(one.get("/BaseFont")) for one in made.objects if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one
    }
    assert fonts
    assert all("NotoSans" in font for font in fonts)


@pytest.mark.parametrize(
    "words", ["#panic()", '#read("/etc/passwd")', "$x$ = *vet*", "]#[", '"}', "\\", "<html>", "`#`"]
)
def test_what_people_type_is_never_typesetting(words):
    harmless = typeset(LETTER, DATA | {"text": words, "title": words})
    with pikepdf.open(io.BytesIO(harmless)) as pdf, pdf.open_metadata() as said:
        assert said["dc:title"] == words


@pytest.mark.parametrize(
    "words", ["\U0001f600", "\u2028", "\0", "\ufffe", "日本", "a\u0301", "\r\n", "\t", "漢" * 5000]
)
def test_no_sign_keeps_the_paper_from_coming_out(words):
    assert typeset(LETTER, DATA | {"text": words, "facts": [[words, words]]}).startswith(b"%PDF-")


def test_a_sign_that_the_letters_do_not_have_becomes_a_question_mark():
    assert printable({"a": ["Łukasz Yıldız \U0001f600", 3]}) == {"a": ["Łukasz Yıldız ?", 3]}
