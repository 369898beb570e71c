"""What stands beside a case, what left it, and the calls around it."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from schakel.network.models import Regime
from schakel.people.showing import display_name
from schakel.vault.words import DESTROYED, Keyring

from .. import actions, rules, rules_course
from ..circle import Circle, people_in
from ..doors import opens_case
from ..forms_course import DisclosureForm, LinkForm, NoteForm
from ..header import case_page
from ..models import Case, CaseLink, Continuation, Disclosure, ProcessNote
from .asking import attempt, done, form_page, may_try

PER_PAGE, MOST = 25, 100


@require_GET
@opens_case(gettext_noop("related cases"))
def links(request, case):
    """Other cases that have to do with this one, as far as I take part in both."""
    around = Circle(case)
    mine = around.of(request.professional)
    values = {
        "links": _linked(case),
        "earlier": Continuation.objects.filter(referral_id=case.referral_id).select_related("case", "author"),
        "later": Case.objects.mine().filter(referral_id__in=_tests_after(case)),
        "may_link": rules_course.may_link(request.professional, case, seats=mine),
        "may_begin_again": rules_course.may_begin_again(request.professional, case, seats=mine),
    }
    return case_page(request, case, "course", "cases/links.html", circle=around, **values)


def _tests_after(case):
    return Continuation.objects.filter(case=case).values("referral_id")


def _linked(case):
    """The cases beside this one, the newest link first; each reason lies under the key of the first of the two."""
    found = list(CaseLink.objects.select_related("case", "other", "author").order_by("-linked_at")[:MOST])
    rings = Keyring.of_each([case, *(link.case for link in found)])
    for link in found:
        link.with_case = link.beside(case)
        link.reason = _reason(link, rings[link.case_id])
    return found


def _reason(link, ring):
    """Who takes part in both cases holds the key."""
    try:
        return ring.unseal(None, link.sealed, link.place)
    except (KeyError, ValueError):
        return DESTROYED


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("link with another case"))
def link(request, case):
    """Link this case with another one of mine."""
    verdict = rules_course.may_link(request.professional, case)
    form = LinkForm(request.POST or None, cases=Case.objects.mine().exclude(pk=case.pk).order_by("number"))
    values = {"by": request.professional, "case": case}
    if may_try(form, verdict) and attempt(form, actions.link_cases, **values, **form.read()):
        return done(request, _("The cases are linked."), "cases:links", case.number)
    text = _("The link shows only to who takes part in both cases.")
    return _page(
        request, case, form, "links", title=_("Link with another case"), lead=text, label=_("Link"), verdict=verdict
    )


@require_POST
@opens_case(gettext_noop("end the link with another case"))
def end_link(request, case, link):
    """End the link."""
    actions.end_link(
        by=request.professional, link=get_object_or_404(CaseLink.objects.select_related("case", "other"), pk=link)
    )
    return done(request, _("The link has ended."), "cases:links", case.number)


@require_GET
@opens_case(gettext_noop("disclosures"))
def disclosures(request, case):
    """What left the circle, and what was refused."""
    around = Circle(case)
    page = _page_of(request, case, around, Disclosure.objects.filter(case=case).select_related("author", "to_regime"))
    verdict = rules_course.may_disclose(request.professional, case, around.of(request.professional))
    return case_page(request, case, "course", "cases/disclosures.html", circle=around, page=page, may_disclose=verdict)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("record a disclosure"))
def disclose(request, case):
    """Record what left the circle."""
    verdict = rules_course.may_disclose(request.professional, case)
    regimes = Regime.objects.filter(house=case.house_id).exclude(pk=case.regime_id)
    form = DisclosureForm(request.POST or None, people=people_in(case), regimes=regimes)
    if may_try(form, verdict) and attempt(form, actions.disclose, by=request.professional, case=case, **form.read()):
        return done(request, _("The disclosure is recorded."), "cases:disclosures", case.number)
    return _page(request, case, form, "disclosures", title=_("Record a disclosure"), label=_("Record"), verdict=verdict)


@require_GET
@opens_case(gettext_noop("process notes"))
def notes(request, case):
    """Calls and promises to call back, for who runs the case."""
    around = Circle(case)
    if not rules.runs(request.professional, case, around.of(request.professional)):
        rules_course.refuse(rules.NOT_RUNNING_IT).enforce()
    page = _page_of(request, case, around, ProcessNote.objects.filter(case=case).select_related("author"))
    verdict = rules_course.may_note(request.professional, case, around.of(request.professional))
    return case_page(request, case, "course", "cases/notes.html", circle=around, page=page, may_note=verdict)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("make a process note"))
def note(request, case):
    """Make a note."""
    verdict = rules_course.may_note(request.professional, case)
    form = NoteForm(request.POST or None, people=people_in(case))
    if may_try(form, verdict) and attempt(form, actions.note, by=request.professional, case=case, **form.read()):
        return done(request, _("The note is kept."), "cases:notes", case.number)
    return _page(request, case, form, "notes", title=_("Make a process note"), label=_("Keep"), verdict=verdict)


@require_POST
@opens_case(gettext_noop("say that a call was made"))
def called(request, case, note):
    """The call was made."""
    noted = get_object_or_404(ProcessNote, pk=note, case=case)
    noted.case = case
    actions.called_back(by=request.professional, noted=noted)
    return done(request, _("Noted as called back."), "cases:notes", case.number)


def _page_of(request, case, around, rows):
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = Keyring.of(case).reveal(page.object_list)
    names = {person.pk: display_name(person) for person in around.persons}
    for row in page.object_list:
        row.about_whom = ", ".join(names[one] for one in row.about if one in names) or _("the situation")
    return page


def _page(request, case, form, place, **words):
    return form_page(request, case, "course", form, back=reverse(f"cases:{place}", args=[case.number]), **words)
