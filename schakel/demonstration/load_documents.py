"""Files in cases and cases that are linked: each file as its organisation would make it, and accepted as any other."""

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

from schakel.cases.models import CaseLink
from schakel.design.parts.words import day
from schakel.documents.checking import examine
from schakel.documents.models import Document, DocumentContent
from schakel.paper.letters import Letter, as_pdf

from .events import LINKED
from .loading import everybody

ODT = "application/vnd.oasis.opendocument.text"
BODY = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body><office:text>'
    "{}</office:text></office:body></office:document-content>"
)
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODT}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def load_documents(loading):
    brought = {}
    for given in loading.world.kept.document:
        brought[given.case, given.file] = _document(loading, loading.scenes[given.case], given, brought)
    for given in loading.world.kept.link:
        _link(loading, given)


def _document(loading, scene, given, brought):
    """The row with its words, and apart from it all its bytes, sealed under the keys of whom it is about."""
    capacity, audience = loading.capacities[given.capacity], [scene.case.pk]
    if not everybody(given.audience):
        audience = sorted({capacity.pk, *(loading.capacities[key].pk for key in given.audience)})
    common = {
        "case": scene.case, "author": loading.people[given.by], "about": scene.about(given.about),
        "audience": audience,
    }  # fmt: skip
    content = made(given, str(capacity), day(loading.on(given.at), "full"))
    examined = examine(given.file, content)
    row = Document(
        **common, capacity=capacity, use=given.use, ending=examined.kind.ending, size=len(content),
        found=Document.Found.NO_SCANNER, replaces=brought.get((given.case, given.replaces)),
    )  # fmt: skip
    loading.put(row, loading.at(given.at), ring=scene.ring, name=examined.name, subject=given.subject)
    held = DocumentContent(**common, document=row)
    held.sealed = scene.ring.seal_content(held, content)
    loading.put(held, loading.at(given.at))
    return row


def made(given, organisation, on):
    """The bytes of a file, of the kind that its name says."""
    ending = given.file.rpartition(".")[2]
    return {"pdf": _pdf, "odt": _odt, "txt": _txt}[ending](given, organisation, on)


def _pdf(given, organisation, on):
    return as_pdf(
        Letter(given.subject, house=organisation, addressee=(), facts=(("Datum", on),), text=given.text.strip())
    )


def _odt(given, organisation, on):
    lines = [organisation, on, given.subject, *given.text.splitlines()]
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", ODT, zipfile.ZIP_STORED)
        archive.writestr("content.xml", BODY.format("".join(f"<text:p>{escape(line)}</text:p>" for line in lines)))
        archive.writestr("META-INF/manifest.xml", MANIFEST)
    return packed.getvalue()


def _txt(given, organisation, on):
    return f"{given.subject}\n{organisation}, {on}\n\n{given.text}\n".encode()


def _link(loading, given):
    """Sealed in the row itself under the key of the first case; each of both has its entry."""
    case, other = loading.scenes[given.case], loading.scenes[given.other]
    link = CaseLink(case=case.case, other=other.case, author=loading.people[given.by], kind=given.kind)
    link.sealed = case.ring.seal(None, given.reason, link.place)
    at = loading.at(given.at)
    for scene in (case, other):
        loading.act(LINKED, by=link.author, at=at, file_id=scene.case.pk, subject_id=link.pk)
    loading.put(link, at)
