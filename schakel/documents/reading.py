"""The documents of one opened case, as the reader may see them."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from schakel.people.showing import display_name
from schakel.vault.words import DESTROYED, Keyring

from .models import Document, DocumentRecall

PER_PAGE = 25


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
    _describe(shown, case, circle, reader, taken_back, replaced)
    return page


def document_in(case, key):
    """One document of this opened case with its words, if it concerns and reaches me; otherwise there is none."""
    document = get_object_or_404(Document.objects.select_related("capacity__organisation"), pk=key, case=case)
    document.case = case
    return Keyring.of(case).reveal([document])[0]


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
