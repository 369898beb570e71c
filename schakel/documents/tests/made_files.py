"""Files made on the spot: proper ones of every kind, and the parts of which hostile ones are made."""

import io
import struct
import zipfile
import zlib

import pikepdf
from PIL import Image

CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/{main}" ContentType="application/vnd.openxmlformats-officedocument.{type}"/>{more}</Types>'
)
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:document>'
SHEET = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</workbook>'
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
MANIFEST = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{}</m:manifest>'
ODF = (
    '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:x="http://www.w3.org/1999/xlink" xmlns:d="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:s="urn:oasis:names:tc:opendocument:xmlns:script:1.0">{}</o:document-content>'
)


def packed(parts, way=zipfile.ZIP_DEFLATED, comment=b""):
    """A zip of `{name: bytes or text}`."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", way) as archive:
        archive.comment = comment
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def docx(body="<w:body/>", types="", **extra):
    kind = CONTENT_TYPES.format(main="word/document.xml", type="wordprocessingml.document.main+xml", more=types)
    return packed({"[Content_Types].xml": kind, "word/document.xml": WORD.format(body)} | parts(extra))


def xlsx(body="<sheets/>", types="", **extra):
    kind = CONTENT_TYPES.format(main="xl/workbook.xml", type="spreadsheetml.sheet.main+xml", more=types)
    return packed({"[Content_Types].xml": kind, "xl/workbook.xml": SHEET.format(body)} | parts(extra))


def opendocument(kind, body="", manifest="", **extra):
    return packed(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": ODF.format(body),
            "META-INF/manifest.xml": MANIFEST.format(manifest),
        }
        | parts(extra)
    )


def parts(extra):
    """`more={name: content}` for parts whose names are no Python names."""
    return extra.get("more", {})


def relation(kind, target, mode=' TargetMode="External"'):
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return RELATIONS.format(f'<Relationship Id="r1" Type="{base}/{kind}" Target="{target}"{mode}/>')


def pdf(change=None, **saving):
    """A PDF of one page, after `change(pdf)`."""
    with pikepdf.new() as made:
        made.add_blank_page()
        if change:
            change(made)
        out = io.BytesIO()
        made.save(out, **saving)
        return out.getvalue()


def picture(form, size=(40, 30), **saving):
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, form, **saving)
    return out.getvalue()


def chunk(kind, body):
    return struct.pack(">I4s", len(body), kind) + body + struct.pack(">I", zlib.crc32(kind + body))


def png_that_says(width, height):
    """A PNG whose head promises these sizes, with hardly anything in it."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
