"""Documents of a case: seen in a list, brought, replaced, downloaded, recalled."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from schakel.access.verdict import Refused
from schakel.cases.circle import Circle
from schakel.cases.doors import opens_case
from schakel.cases.header import case_page
from schakel.cases.rules import may_correct_people
from schakel.cases.views.asking import attempt, done, may_try
from schakel.paper.leaving import attachment

from .. import actions, rules
from ..checking.kinds import BY_ENDING
from ..forms import DocumentForm, FileForm, RecallForm
from ..reading import document_in, documents_page, papers_page

LATEST = 5  # letters and papers beside the documents; all of them have a page


@require_GET
@opens_case(gettext_noop("documents"))
def documents(request, case):
    """Which documents there are, from whom, about whom, and whether they may leave quarantine."""
    around, me = Circle(case), request.professional
    seats = around.of(me)
    values = {
        "page": documents_page(case, around, me, request.GET.get("page")),
        "may_bring": rules.may_bring_document(me, case, seats),
        "papers": papers_page(case, around, me, 1, LATEST),
        "may_write": may_correct_people(me, case, seats),
    }
    return case_page(request, case, "documents", "documents/documents.html", circle=around, **values)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("bring a document"))
def bring(request, case):
    """Choose a file; it is examined and scanned before it is kept."""
    around, me = Circle(case), request.professional
    verdict = rules.may_bring_document(me, case, around.of(me))
    form = DocumentForm(request.POST or None, request.FILES or None, case=case, circle=around, seats=around.of(me))
    if may_try(form, verdict):
        document = attempt(form, actions.bring_document, by=me, case=case, **form.read())
        if document:
            return _kept(request, document)
    return _form(request, case, form, _("Add a document"), verdict)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("replace a document"))
def replace(request, case, document):
    """The next version is about and for the same; the one before stays, marked."""
    older = document_in(case, document)
    verdict = rules.may_replace(request.professional, older)
    form = FileForm(request.POST or None, request.FILES or None, initial={"subject": older.subject})
    if may_try(form, verdict):
        values = {"by": request.professional, "document": older, **form.read_paper()}
        if newer := attempt(form, actions.replace_document, **values):
            return _kept(request, newer)
    return _form(request, case, form, _("Replace by a new version"), verdict)


@require_POST
@opens_case(gettext_noop("download a document"))
def download(request, case, document):
    """By POST, so that nothing fetches it ahead; the name in the list does not travel along."""
    document = document_in(case, document)
    try:
        content = actions.download(by=request.professional, document=document)
    except Refused as refusal:
        return done(request, str(refusal), "documents:documents", case.number)
    kind = BY_ENDING[document.ending]
    return attachment(content, number=case.number, what="document", ending=kind.ending, media_type=kind.media_type)


@require_POST
@opens_case(gettext_noop("have a document scanned again"))
def scan_again(request, case, document):
    """Ask the scanner once more."""
    try:
        document = actions.scan_again(by=request.professional, document=document_in(case, document))
    except Refused as refusal:
        return done(request, str(refusal), "documents:documents", case.number)
    return done(request, str(document.get_found_display()).capitalize(), "documents:documents", case.number)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("recall a document"))
def recall(request, case, document):
    """Take a document back."""
    document = document_in(case, document)
    verdict = rules.may_take_back(request.professional, document)
    form = RecallForm(request.POST or None)
    if may_try(form, verdict):
        values = {"by": request.professional, "document": document, "reason": form.cleaned_data["reason"]}
        if attempt(form, actions.recall_document, **values):
            words = _("This was recalled. Whoever downloaded it is asked not to use it any more.")
            return done(request, words, "documents:documents", case.number)
    return _form(request, case, form, _("Recall a document"), verdict, meaning="negative")


def _kept(request, document):
    words = _("The document is kept.")
    if not document.opens:
        words = _("The document is kept in quarantine: the scanner has not answered. Have it scanned again later.")
    return done(request, words, "documents:documents", document.case.number)


def _form(request, case, form, title, verdict, meaning="primary"):
    values = {"form": form, "form_title": title, "label": title, "verdict": verdict, "meaning": meaning}
    back, status = reverse("documents:documents", args=[case.number]), 422 if form.is_bound else 200
    return case_page(request, case, "documents", "cases/form.html", status=status, back=back, **values)
