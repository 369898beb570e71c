"""The documents and papers of one opened case, as the reader may see them."""

from collections import namedtuple

from django.core.paginator import Paginator
from django.db import connection
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from schakel.cases.rules import RUNNING
from schakel.people.showing import display_name
from schakel.vault.words import DESTROYED, Keyring

from .letters import label_of
from .models import Document, DocumentRecall, Letter, Printout, Recipient

PER_PAGE = 25
ASKED_AFTER = {
    "contribution": "SELECT * FROM access.who_was_asked(%s)",
    "document": "SELECT * FROM access.who_was_asked_about_document(%s)",
}
Asked = namedtuple("Asked", "organisation own who function asked_at again_at confirmed_at")


def documents_page(case, circle, reader, number):
    """One page, newest first; each row knows its name, about whom it is and what the reader may do with it."""
    documents = list(Document.objects.filter(case=case).select_related("capacity__organisation"))
    recalls = list(DocumentRecall.objects.filter(case=case).select_related("capacity__organisation"))
    visible = {document.pk for document in documents}
    stubs = [recall for recall in recalls if recall.document_id not in visible]
    rows = sorted([*documents, *stubs], key=_moment, reverse=True)
    page = Paginator(rows, PER_PAGE).get_page(number)
    Keyring.of(case).reveal(page.object_list)
    taken_back = {recall.document_id for recall in recalls}
    replaced = {document.replaces_id for document in documents}
    shown = [row for row in page.object_list if isinstance(row, Document)]
    own = circle.of(reader)
    mine, leads = {seat.capacity_id for seat in own}, any(seat.role in RUNNING for seat in own)
    for row in page.object_list:
        row.recalled_id = row.document_id if isinstance(row, DocumentRecall) else row.pk
        row.can_follow = row.recalled_id in taken_back and (leads or row.capacity_id in mine)
    _describe(shown, case, circle, reader, taken_back, replaced)
    return page


def document_in(case, key):
    """One document of this opened case with its words, if it concerns and reaches me; otherwise there is none."""
    document = get_object_or_404(Document.objects.select_related("capacity__organisation"), pk=key, case=case)
    document.case = case
    return Keyring.of(case).reveal([document])[0]


def papers_page(case, circle, reader, number, per_page=PER_PAGE):
    """Letters made and papers taken, newest first: what, for whom, by which organisation; by name only colleagues."""
    rows = {"case": case}
    letters = list(Letter.objects.filter(**rows).select_related("author__organisation"))
    taken = list(Printout.objects.filter(**rows).select_related("author__organisation", "letter"))
    page = Paginator(sorted([*letters, *taken], key=_paper_moment, reverse=True), per_page).get_page(number)
    names = {person.pk: display_name(person) for person in circle.persons}
    for row in page.object_list:
        row.letter_made = row if isinstance(row, Letter) else row.letter
        row.moment, row.is_taken = _paper_moment(row), isinstance(row, Printout)
        row.length = (row.pages if row.is_taken else None) or ""
        row.label = label_of(row.letter_made) if row.letter_made else row.get_kind_display()
        row.to = names.get(row.about[0], "") if row.recipient == Recipient.PERSON else ""
        own = row.author.organisation_id == reader.organisation_id
        row.by = str(row.author) if own else row.author.organisation.short_name
    return page


def who_was_asked(kind, recalled):
    """Everybody who was asked after a recall, who did not confirm first; empty for whom that is not told."""
    with connection.cursor() as cursor:
        cursor.execute(ASKED_AFTER[kind], [recalled])
        return [Asked(*row) for row in cursor.fetchall()]


def _paper_moment(row):
    return getattr(row, "taken_at", None) or row.made_at


def _describe(rows, case, circle, reader, taken_back, replaced):
    names = {person.pk: display_name(person) for person in circle.persons}
    seated = {seat.capacity_id: str(seat.capacity) for seat in circle}
    mine = {seat.capacity_id for seat in circle.of(reader)}
    for row in rows:
        whom = [names[one] for one in row.about if one in names]
        row.about_whom = ", ".join(whom) if row.about != [case.pk] else _("the situation")
        everybody = row.audience == [case.pk]
        row.for_whom = "" if everybody else ", ".join(sorted(seated[one] for one in row.audience if one in seated))
        row.is_destroyed = row.name is DESTROYED
        row.is_recalled, row.is_replaced = row.pk in taken_back, row.pk in replaced
        row.can_download = row.opens and not row.is_recalled and not row.is_destroyed
        row.can_scan = row.found == Document.Found.NOT_SCANNED and row.author_id == reader.pk
        row.can_recall = row.capacity_id in mine and not row.is_recalled
        row.can_replace = row.can_recall and not row.is_replaced and not case.is_closed


def _moment(row):
    return getattr(row, "brought_at", None) or row.recalled_at
