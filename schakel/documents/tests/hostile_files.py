"""More than sixty files that must not come in, each made on the spot: a label, its name and its bytes."""

import io
import zipfile

import pikepdf

from .made_files import (
    WORD,
    chunk,
    docx,
    opendocument,
    packed,
    pdf,
    picture,
    png_that_says,
    relation,
    xlsx,
)

ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
) + "]><x>&i;</x>"  # fmt: skip
FETCHES_A_FILE = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>'
ZEROS = b"\0" * (30 * 1024 * 1024)
SCRIPT = b"<script>alert(1)</script>"


def act(kind, **more):
    return pikepdf.Dictionary(S=pikepdf.Name(kind), **more)


def opens_with(kind, **more):
    return pdf(lambda made: made.Root.__setattr__("OpenAction", act(kind, **more)))


def with_attachment(made):
    made.attachments["geheim.txt"] = b"meer"


def hidden_script(made):
    """JavaScript in a page's own act, behind a packed object stream."""
    made.pages[0].obj["/AA"] = pikepdf.Dictionary(O=act("/JavaScript", JS="app.alert(1)"))


def form_that_sends(made):
    field = pikepdf.Dictionary(FT=pikepdf.Name("/Btn"), A=act("/SubmitForm", F="https://voorbeeld.invalid"))
    made.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([made.make_indirect(field)]))


def endless_pages(made):
    for _ in range(201_000):
        made.make_indirect(pikepdf.Dictionary())
    made.Root.Many = pikepdf.Array([made.make_indirect(pikepdf.Dictionary()) for _ in range(201_000)])


def locked_zip():
    """The flag says that the part is locked; nothing can be read without a password."""
    plain = bytearray(docx())
    at = plain.find(b"PK\x03\x04")
    plain[at + 6] |= 1
    at = plain.find(b"PK\x01\x02")
    plain[at + 8] |= 1
    return bytes(plain)


def overlapping():
    """Two entries of the list that share the same packed bytes."""
    plain = bytearray(packed({"a.xml": b"x" * 5000, "b.xml": b"x" * 5000}))
    second = plain.find(b"PK\x01\x02", plain.find(b"PK\x01\x02") + 4)
    plain[second + 42 : second + 46] = b"\0\0\0\0"
    return bytes(plain)


def lies_about_its_size():
    """A part that says it is small and is not."""
    plain = bytearray(docx(more={"word/media/a.xml": ZEROS}))
    at = plain.rfind(b"PK\x01\x02")
    plain[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(plain)


def twice():
    made = io.BytesIO(docx())
    with zipfile.ZipFile(made, "a") as archive:
        import warnings

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            archive.writestr("word/document.xml", WORD.format("anders"))
    return made.getvalue()


def nested_bomb():
    inner = packed({"x": ZEROS})
    return packed({f"{number}.zip": inner for number in range(10)})


JPEG, PNG = picture("JPEG"), picture("PNG")
DOCX, PDF = docx(), pdf()

FILES = {
    # Names that hide something, or that a computer cannot keep.
    "turned direction": ("factuur\u202efdp.txt", b"x"),
    "nothing in between": ("a\0.pdf", PDF),
    "a line in the name": ("a\nb.pdf", PDF),
    "a device": ("NUL.txt", b"x"),
    "no ending": ("bestand", b"x"),
    "only dots": ("...", b"x"),
    "three hundred signs": ("a" * 300 + ".pdf", PDF),
    "invisible sign": ("a\u200b.pdf", PDF),
    # Kinds that do not come in.
    "page": ("brief.html", SCRIPT),
    "drawing": ("tekening.svg", b"<svg/>"),
    "program": ("hulp.exe", b"MZ"),
    "script": ("hulp.js", b"alert(1)"),
    "archive": ("alles.zip", packed({"a": "b"})),
    "macro document": ("a.docm", DOCX),
    "macro sheet": ("a.xlsm", xlsx()),
    "shortcut": ("a.lnk", b"L\0\0\0"),
    "disk": ("a.iso", b"CD001"),
    "empty": ("leeg.pdf", b""),
    "far too large": ("groot.txt", b"a" * (20 * 1024 * 1024 + 1)),
    # Not what they say.
    "program called pdf": ("a.pdf", b"MZ" + b"\0" * 500),
    "page called pdf": ("a.pdf", b"<html>" + SCRIPT),
    "page called text": ("a.txt", b"<!DOCTYPE html>" + SCRIPT),
    "bytes called text": ("a.txt", bytes(range(256))),
    "turned text": ("a.txt", "Betaal \u202e001".encode()),
    "pdf called text": ("a.txt", b"%PDF-1.7 tekst"),
    "zip called docx": ("a.docx", packed({"a": "b"})),
    "docx called xlsx": ("a.xlsx", DOCX),
    "xlsx called docx": ("a.docx", xlsx()),
    "odt called ods": ("a.ods", opendocument("text")),
    "text called png": ("a.png", b"tekst"),
    "jpeg called png": ("a.png", JPEG),
    "png called jpeg": ("a.jpg", PNG),
    # Two things in one.
    "pdf and zip": ("a.pdf", PDF + packed({"a": "b"})),
    "pdf with a tail": ("a.pdf", PDF + SCRIPT),
    "jpeg and page": ("a.jpg", JPEG + SCRIPT),
    "jpeg and zip": ("a.jpg", JPEG + packed({"a": "b"})),
    "page in a jpeg": ("a.jpg", picture("JPEG", comment=SCRIPT)),
    "png and zip": ("a.png", PNG + packed({"a": "b"})),
    "page in a png": ("a.png", PNG[:33] + chunk(b"tEXt", b"a\0" + SCRIPT) + PNG[33:]),
    "docx behind something": ("a.docx", b"GIF89a" + DOCX),
    "docx with a tail": ("a.docx", DOCX + SCRIPT),
    "docx with a comment": ("a.docx", packed({"a": "b"}, comment=SCRIPT)),
    "docx and odt": ("a.docx", docx(more={"mimetype": "application/vnd.oasis.opendocument.text"})),
    # Bombs.
    "flat bomb": ("a.docx", docx(more={"word/media/a.xml": ZEROS})),
    "nested bomb": ("a.docx", nested_bomb()),
    "nested bomb inside": ("a.docx", docx(more={"word/a.zip": nested_bomb()})),
    "overlapping parts": ("a.docx", overlapping()),
    "lies about its size": ("a.docx", lies_about_its_size()),
    "many parts": ("a.docx", packed({f"{number}.xml": "" for number in range(3001)})),
    "billion laughs": ("a.docx", docx(more={"word/styles.xml": ENTITIES})),
    "laughs in odt": ("a.odt", opendocument("text", more={"styles.xml": ENTITIES})),
    "deep as a well": ("a.docx", docx(body="<w:p>" * 200_000)),
    "huge png": ("a.png", png_that_says(60_000, 60_000)),
    "empty png": ("a.png", png_that_says(0, 10)),
    "pdf of endless objects": ("a.pdf", pdf(endless_pages)),
    # Calls to elsewhere, programs, other files.
    "reads a file": ("a.docx", docx(more={"word/styles.xml": FETCHES_A_FILE})),
    "reads a file in ods": ("a.ods", opendocument("spreadsheet", more={"styles.xml": FETCHES_A_FILE})),
    "template from elsewhere": (
        "a.docx",
        docx(more={"word/_rels/settings.xml.rels": relation("attachedTemplate", "https://voorbeeld.invalid/x")}),
    ),
    "picture from elsewhere": ("a.odt", opendocument("text", '<d:image x:href="https://voorbeeld.invalid/p.png"/>')),
    "formula that starts a program": ("a.xlsx", xlsx(more={"xl/s.xml": '<s><f>DDE("cmd";"/c calc")</f></s>'})),
    "macro in docx": ("a.docx", docx(more={"word/vbaProject.bin": b"x"})),
    "macro by its type": (
        "a.docx",
        docx(types='<Default Extension="x" ContentType="application/vnd.ms-office.vbaProject"/>'),
    ),
    "macro in odt": ("a.odt", opendocument("text", more={"Basic/Standard/Module1.xml": "<x/>"})),
    "listens in odt": ("a.odt", opendocument("text", '<s:event-listener x:href="vnd.sun.star.script:x"/>')),
    "ole in docx": ("a.docx", docx(more={"word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0"})),
    "document in docx": ("a.docx", docx(more={"word/embeddings/ander.docx": DOCX})),
    "path to elsewhere": ("a.docx", docx(more={"../../etc/cron.d/x": "x"})),
    "root path": ("a.docx", docx(more={"/x.xml": "x"})),
    "a part twice": ("a.docx", twice()),
    "pdf with a script": ("a.pdf", opens_with("/JavaScript", JS="app.alert(1)")),
    "pdf that starts a program": ("a.pdf", opens_with("/Launch", F="cmd.exe")),
    "pdf with a file": ("a.pdf", pdf(with_attachment)),
    "pdf that sends": ("a.pdf", pdf(form_that_sends)),
    "pdf with a packed script": ("a.pdf", pdf(hidden_script, object_stream_mode=pikepdf.ObjectStreamMode.generate)),
    # Locked or broken.
    "locked pdf": ("a.pdf", pdf(encryption=pikepdf.Encryption(owner="a", user="b"))),
    "locked docx": ("a.docx", locked_zip()),
    "old and locked": ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
    "locked odt": ("a.odt", opendocument("text", manifest='<m:encryption-data xmlns:m="urn:x"/>')),
    "half a pdf": ("a.pdf", PDF[: len(PDF) // 2]),
    "half a docx": ("a.docx", DOCX[: len(DOCX) // 2]),
    "half a png": ("a.png", PNG[:60]),
    "half a jpeg": ("a.jpg", JPEG[: len(JPEG) // 2]),
    "half xml": ("a.docx", docx(body="<w:p>")),
    "pdf of nothing": ("a.pdf", b"%PDF-1.7\n%%EOF"),
    "docx without end": ("a.docx", DOCX[:-22]),
}
