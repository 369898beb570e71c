"""A letter comes out whole, whatever stands in it: as PDF that can be kept, as text that every office program opens."""

import io
import zipfile
from datetime import UTC, datetime
from xml.etree import ElementTree

import pikepdf
import pytest

from schakel.paper.letters import ODT, Letter, as_odt, as_pdf, dated, pages_of
from schakel.paper.typesetting import unprintable

TEXT = "Geachte mevrouw Yıldız,\n\nWij schrijven u.\nTweede regel."
SPACES = {"text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0", "dc": "http://purl.org/dc/elements/1.1/"}


def letter(**changes):
    values = {
        "title": "Samenwerking rond uw situatie", "house": "Zorg- en Veiligheidshuis Test", "text": TEXT,
        "addressee": ("Ayşe Yıldız-Łukaszewicz", "Testpad 1", "1234 AB Testdam"),
        "facts": (("Datum", "22 november 2026"), ("Ons kenmerk", "K7ZM-4QTD")), "contact": "Contactpunt",
    }  # fmt: skip
    return Letter(**values | changes)


def parts(odt):
    archive = zipfile.ZipFile(io.BytesIO(odt))
    assert archive.testzip() is None
    return archive


def words_of(odt):
    content = ElementTree.fromstring(parts(odt).read("content.xml"))
    return "\n".join("".join(one.itertext()) for one in content.iter() if one.tag.endswith(("}p", "}h")))


def test_the_pdf_can_be_kept_and_be_read_aloud_and_names_nobody_in_its_title():
    with pikepdf.open(io.BytesIO(as_pdf(letter()))) as pdf, pdf.open_metadata() as said:
        assert (said["pdfaid:part"], said["pdfaid:conformance"], said["pdfuaid:part"]) == ("2", "A", "1")
        assert (said["dc:title"], str(pdf.Root.Lang)) == ("Samenwerking rond uw situatie", "nl")


def test_the_text_to_finish_is_an_opendocument_as_the_standard_asks():
    archive = parts(as_odt(letter()))
    first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert archive.read("mimetype").decode() == ODT
    for name in ("content.xml", "styles.xml", "meta.xml", "settings.xml", "META-INF/manifest.xml"):
        ElementTree.fromstring(archive.read(name))
    said = ElementTree.fromstring(archive.read("meta.xml"))
    assert said.find(".//dc:title", SPACES).text == "Samenwerking rond uw situatie"
    assert said.find(".//dc:language", SPACES).text == "nl-NL"


def test_both_forms_say_the_same_and_lines_stay_lines():
    assert all(words in words_of(as_odt(letter())) for words in ("Ayşe Yıldız-Łukaszewicz", "1234 AB Testdam", "K7ZM"))
    breaks = parts(as_odt(letter())).read("content.xml").decode().count("text:line-break")
    assert breaks == 2 + 1 + 1  # of the address, of date and reference, of the text


@pytest.mark.parametrize(
    "words",
    ["Donaudampfschiff" * 40, "عبد الرحمن", "a\0\x0b\ufffe\ud800b", "<b>&amp;</b>", "\r\n\r\n", "=1+1", "\t  x", ""],
)
def test_no_words_keep_a_letter_from_coming_out(words):
    assert as_pdf(letter(text=words, addressee=(words, words))).startswith(b"%PDF-")
    assert parts(as_odt(letter(text=words, addressee=(words,), title=words))).read("mimetype")


def test_arabic_stays_in_the_text_to_finish_and_is_said_to_be_unprintable_before():
    assert "عبد الرحمن" in words_of(as_odt(letter(text="عبد الرحمن")))
    assert unprintable("عبد الرحمن") and not unprintable("ʿAbd ar-Raḥmān Öztürk Ćwikła O\u2019Brien")


def test_a_text_of_ten_pages_is_ten_pages():
    assert pages_of(as_pdf(letter())) == 1
    assert pages_of(as_pdf(letter(text="\n\n".join(["Wij schrijven u om te zeggen wat er is. " * 12] * 85)))) >= 10


def test_a_long_word_breaks_instead_of_running_off_the_page():
    assert pages_of(as_pdf(letter(text="W" * 6000))) > 1


def test_a_letter_is_dated_with_its_year_and_its_one_heading_has_no_number():
    assert dated(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)) == "1 januari 2027"
    styles = ElementTree.fromstring(parts(as_odt(letter())).read("styles.xml"))
    levels = [one for one in styles.iter() if one.tag.endswith("}outline-level-style")]
    assert levels and all(value == "" for one in levels for key, value in one.items() if "}num-format" in key)
