"""What is done with documents. A file is examined and scanned before anything of it is kept."""

from uuid import uuid4

from django.db import connection
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import refuse
from schakel.audit.once import made_once, one_at_a_time
from schakel.audit.record import act, record
from schakel.cases.circle import about_of
from schakel.vault.words import DESTROYED, Keyring

from .. import rules
from ..checking import Unacceptable, examine
from ..models import Document, DocumentContent, DocumentRecall
from ..scanning import Found, scan

SCANNED_NOW = {
    Found.CLEAN: Document.Found.CLEAN, Found.NO_SCANNER: Document.Found.NO_SCANNER,
    Found.NOT_SCANNED: Document.Found.NOT_SCANNED,
}  # fmt: skip


@made_once(Document)
@act("document.brought", gettext_noop("brought a document"))
def bring_document(*, by, case, capacity, name, content, subject="", people=(), audience=(), use="here_only", key=None):
    """Bring a file into a case, about persons or the situation. (nl: document inbrengen)

    `name` as the browser gave it, `content` all its bytes; `people` and `audience` as for a contribution. What is not
    what it says, or is infected, is refused with the reason and not kept; what was not scanned waits in quarantine.
    """
    rules.may_bring_document(by, case).enforce()
    rules.may_be_brought_for(case, people, audience).enforce()
    for_whom = sorted({one.pk for one in audience} | {capacity.pk}) if audience else [case.pk]
    document = _kept(by, case, capacity, name, content, subject, about_of(case, people), for_whom, use, key)
    record(by=by, file=case, about=document)
    return document


@made_once(Document)
@act("document.replaced", gettext_noop("replaced a document by a new version"))
def replace_document(*, by, document, name, content, subject="", key=None):
    """Bring a next version, about and for the same as the one before. (nl: document vervangen)"""
    one_at_a_time("document", document.pk)
    rules.may_replace(by, document).enforce()
    newer = _kept(
        by, document.case, document.capacity, name, content, subject, document.about, document.audience, document.use,
        key, document,
    )  # fmt: skip
    record(by=by, file=document.case, about=newer)
    return newer


@act("document.scanned", gettext_noop("had a document scanned again"))
def scan_again(*, by, document):
    """Ask the scanner once more about a document in quarantine. (nl: document opnieuw laten scannen)"""
    rules.may_scan_again(by, document).enforce()
    found = scan(content_of(document))
    if found not in (Found.CLEAN, Found.INFECTED):
        refuse(_("The scanner does not answer. The document stays in quarantine.")).enforce()
    document.found = found.value
    document.save(update_fields=["found"])
    record(by=by, file=document.case, about=document)
    return document


@act("document.downloaded", gettext_noop("downloaded a document"))
def download(*, by, document):
    """The bytes of a document; that somebody has them stands in the log before the first leaves. (nl: downloaden)"""
    rules.may_download(document).enforce()
    content = content_of(document)
    record(by=by, file=document.case, about=document)
    return content


@act("document.recalled", gettext_noop("recalled a document"))
def recall_document(*, by, document, reason):
    """Take a document back; who downloaded it is asked not to use it any more. (nl: document intrekken)"""
    one_at_a_time("document", document.pk)
    rules.may_take_back(by, document).enforce()
    taken_back = DocumentRecall.objects.create(
        case=document.case, document_id=document.pk, capacity=document.capacity, author=by, about=document.about,
        audience=document.audience,
    )  # fmt: skip
    Keyring.of(document.case).write(taken_back, reason=reason)
    record(by=by, file=document.case, about=document)
    with connection.cursor() as cursor:
        cursor.execute("SELECT access.ask_who_downloaded(%s)", [document.case_id])
    return taken_back


def content_of(document):
    """All bytes, unsealed; a refusal when their key was destroyed."""
    row = DocumentContent.objects.get(document=document)
    content = Keyring.of(document.case).unseal_content(row, row.sealed)
    if content is DESTROYED:
        refuse(_("What was in this document was destroyed.")).enforce()
    return content


def _kept(by, case, capacity, name, content, subject, about, audience, use, key, replaces=None):
    examined, found = _examined(name, content)
    ring, common = Keyring.of(case), {"case": case, "author": by, "about": about, "audience": audience}
    document = Document.objects.create(
        **common, id=key or uuid4(), capacity=capacity, use=use, ending=examined.kind.ending, size=len(content),
        found=SCANNED_NOW[found], replaces=replaces,
    )  # fmt: skip
    ring.write(document, name=examined.name, subject=subject)
    held = DocumentContent(**common, document=document)
    held.sealed = ring.seal_content(held, content)
    held.save(force_insert=True)
    return document


def _examined(name, content):
    """What it is and what the scanner says; refused, in words for who brings it, when it does not come in."""
    try:
        examined = examine(name, content)
    except Unacceptable as reason:
        refuse(str(reason)).enforce()
    found = scan(content)
    if found == Found.INFECTED:
        refuse(_("The scanner found something harmful in this file. It was not kept.")).enforce()
    return examined, found
