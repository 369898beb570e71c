"""Paper that leaves the case: for one's own file, the case itself, a letter."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods, require_POST

from schakel.cases.circle import people_in
from schakel.cases.doors import opens_case
from schakel.cases.header import case_page
from schakel.cases.rules import may_correct_people
from schakel.cases.views.asking import attempt, may_try

from .. import actions
from ..forms import LetterForm
from .leaving import attachment


@require_POST
@opens_case(gettext_noop("one's own contributions and agreements on paper"))
def own(request, case):
    """What one's own organisation brought in and agreed, for its own file."""
    return _pdf(case, "eigen", actions.make_own_paper(by=request.professional, case=case))


@require_POST
@opens_case(gettext_noop("the case on paper"))
def whole(request, case):
    """The case as far as one sees it."""
    return _pdf(case, "casus", actions.put_on_paper(by=request.professional, case=case))


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("make a letter"))
def letter(request, case):
    """A letter in the words of the house; that it was made, and for whom, stands in the log."""
    verdict = may_correct_people(request.professional, case)
    form = LetterForm(request.POST or None, people=people_in(case))
    if may_try(form, verdict):
        pdf = attempt(form, actions.make_letter, by=request.professional, case=case, **form.read())
        if pdf:
            return _pdf(case, "brief", pdf)
    values = {"form": form, "form_title": _("Make a letter"), "verdict": verdict, "meaning": "primary"}
    back, status = reverse("documents:documents", args=[case.number]), 422 if form.is_bound else 200
    return case_page(request, case, "documents", "documents/form.html", status=status, back=back, **values)


def _pdf(case, what, content):
    return attachment(content, number=case.number, what=what, ending="pdf", media_type="application/pdf")
