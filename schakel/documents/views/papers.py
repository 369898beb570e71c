"""Paper that leaves the case: for one's own file, the case itself, letters."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from schakel.cases.circle import Circle, people_in
from schakel.cases.doors import opens_case
from schakel.cases.header import case_page
from schakel.cases.rules import may_correct_people
from schakel.cases.views.asking import attempt, done, may_try
from schakel.paper.leaving import attachment
from schakel.paper.letters import MEDIA_TYPES

from .. import actions
from ..forms import InvitationForm, LetterForm
from ..letters import letter_in, where_of, where_to_write
from ..models import Printout
from ..reading import papers_page


@require_POST
@opens_case(gettext_noop("one's own contributions and agreements on paper"))
def own(request, case):
    """What one's own organisation brought in and agreed, for its own file."""
    return _paper(case, "eigen", actions.make_own_paper(by=request.professional, case=case))


@require_POST
@opens_case(gettext_noop("the case on paper"))
def whole(request, case):
    """The case as far as one sees it."""
    return _paper(case, "casus", actions.put_on_paper(by=request.professional, case=case))


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("make a letter"))
def letter(request, case):
    """A letter in the words of the house to a person; under each person where it goes, or what to do."""
    people = people_in(case)
    form = LetterForm(request.POST or None, people=people, where=where_to_write(case, people))
    return _write(request, case, form, _("Letter to a person concerned"), actions.make_letter)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("invite an organisation by letter"))
def invitation(request, case):
    """A letter that invites an organisation to say who takes part."""
    form = InvitationForm(request.POST or None, circle=Circle(case))
    return _write(request, case, form, _("Invitation to an organisation"), actions.make_invitation)


@require_GET
@opens_case(gettext_noop("letters and papers of a case"))
def all_papers(request, case):
    """Every letter made and every paper taken that one may know of."""
    circle = Circle(case)
    page = papers_page(case, circle, request.professional, request.GET.get("page"))
    return case_page(request, case, "documents", "documents/papers.html", circle=circle, papers=page)


@require_GET
@opens_case(gettext_noop("read a letter"))
def one_letter(request, case, letter):
    """What the letter says, where it goes, and the ways to take it along."""
    letter = letter_in(case, letter)
    taken = Printout.objects.filter(letter=letter).select_related("capacity__organisation", "author")
    values = {"letter": letter, "where": where_of(letter), "taken": list(taken[:25])}
    return case_page(request, case, "documents", "documents/letter.html", **values)


@require_POST
@opens_case(gettext_noop("take a letter on paper"))
def take(request, case, letter, form):
    """As PDF or as a text to finish; each time is written down."""
    letter = letter_in(case, letter)
    return _paper(case, "brief", actions.take_letter(by=request.professional, letter=letter, form=form), form)


def _write(request, case, form, title, act):
    verdict = may_correct_people(request.professional, case)
    if may_try(form, verdict):
        letter = attempt(form, act, by=request.professional, case=case, **form.read())
        if letter:
            return done(request, _("The letter is made."), "documents:one_letter", case.number, letter.pk)
    values = {"form": form, "form_title": title, "verdict": verdict, "meaning": "primary"}
    values |= {"label": _("Make the letter"), "back": reverse("documents:documents", args=[case.number])}
    status = 422 if form.is_bound else 200
    return case_page(request, case, "documents", "cases/form.html", status=status, **values)


def _paper(case, what, content, form="pdf"):
    return attachment(content, number=case.number, what=what, ending=form, media_type=MEDIA_TYPES[form])
