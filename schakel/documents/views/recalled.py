"""What became of a recall: who was asked not to use it any more, and who confirmed."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET

from schakel.cases.circle import Circle
from schakel.cases.doors import opens_case
from schakel.cases.header import case_page
from schakel.cases.models import Recall
from schakel.vault.words import Keyring

from ..models import DocumentRecall
from ..reading import PER_PAGE, who_was_asked
from ..rules import may_follow_recall


@require_GET
@opens_case(gettext_noop("who confirmed not to use a document any more"))
def document(request, case, document):
    """Of a document: whoever downloaded it."""
    rows = DocumentRecall.objects.select_related("capacity__organisation")
    recall = get_object_or_404(rows, document_id=document, case=case)
    return _page(request, case, recall, who_was_asked("document", document), _("A document was recalled"), "documents")


@require_GET
@opens_case(gettext_noop("who confirmed not to use a contribution any more"))
def contribution(request, case, contribution):
    """Of a contribution: whoever read it, or was there when it was shown."""
    rows = Recall.objects.select_related("capacity__organisation")
    recall = get_object_or_404(rows, contribution_id=contribution, case=case)
    asked = who_was_asked("contribution", contribution)
    return _page(request, case, recall, asked, _("A contribution was recalled"), "contributions")


def _page(request, case, recall, asked, title, tab):
    circle = Circle(case)
    may_follow_recall(request.professional, case, recall.capacity_id, circle.of(request.professional)).enforce()
    Keyring.of(case).reveal([recall])
    page = Paginator(asked, PER_PAGE).get_page(request.GET.get("page"))
    confirmed = sum(bool(one.confirmed_at) for one in asked)
    values = {"recall": recall, "page": page, "title": title, "confirmed": confirmed, "asked": len(asked)}
    return case_page(request, case, tab, "documents/confirmed.html", circle=circle, **values)
