"""When may who bring, open, scan and recall a document? The database asks the same; here is the reason in words."""

from django.utils.translation import gettext_lazy as _

from schakel.access.verdict import ALLOWED, refuse
from schakel.cases.circle import Circle
from schakel.cases.rules import may_bring_in, runs, seats_of

from .models import Document, DocumentRecall

may_bring_document = may_bring_in


def may_be_brought_for(case, people, audience):
    """Each organisation it is meant for sits there for everybody it is about."""
    circle, about = Circle(case), {person.pk for person in people}
    if unseated := [one for one in audience if not circle.sees(one.pk, about)]:
        words = _("{organisation} takes no part for everybody this is about.")
        return refuse(words.format(organisation=", ".join(map(str, unseated))))
    return ALLOWED


def may_download(document):
    """What was found clean, or where there is no scanner to ask."""
    if document.found == Document.Found.INFECTED:
        return refuse(_("The scanner found something harmful in this document. It opens for nobody."))
    if not document.opens:
        return refuse(_("This document is in quarantine: the scanner has not answered yet."))
    if is_recalled(document):
        return refuse(_("This document was recalled: it is not used any more."))
    return ALLOWED


def may_scan_again(professional, document):
    """Who brought it, while it waits in quarantine."""
    if document.found != Document.Found.NOT_SCANNED:
        return refuse(_("This document does not wait for the scanner."))
    if document.author_id != professional.pk:
        return refuse(_("Only who brought this document has it scanned again."))
    return ALLOWED


def may_take_back(professional, document, seats=None):
    """The organisation it came from, also in a closed case."""
    if is_recalled(document):
        return refuse(_("This document was recalled already."))
    return _of_ours(professional, document, seats)


def may_replace(professional, document, seats=None):
    """The organisation it came from, the newest version, in an open case."""
    if Document.objects.filter(replaces=document).exists():
        return refuse(_("This document was replaced already; replace the newest version."))
    return (
        may_bring_document(professional, document.case, seats)
        and may_take_back(professional, document, seats)
    )  # fmt: skip


def _of_ours(professional, document, seats):
    seats = seats_of(professional, document.case) if seats is None else seats
    if document.capacity_id not in {seat.capacity_id for seat in seats}:
        return refuse(_("Only the organisation that brought this document does this."))
    return ALLOWED


def may_write_to(person):
    """Nobody writes to the dead."""
    if person.death_date:
        return refuse(_("This person has died: choose somebody else to write to."))
    return ALLOWED


def may_follow_recall(professional, case, capacity_id, seats=None):
    """Who confirmed is told to the organisation that took it back, and to who runs the case."""
    seats = seats_of(professional, case) if seats is None else seats
    if capacity_id in {seat.capacity_id for seat in seats} or runs(professional, case, seats):
        return ALLOWED
    return refuse(_("Only the organisation that took it back and who runs the case see who confirmed."))


def is_recalled(document):
    return DocumentRecall.objects.filter(document_id=document.pk).exists()
