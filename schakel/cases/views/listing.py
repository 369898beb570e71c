"""My cases."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET

from schakel.access.doors import never_ahead, signed_in
from schakel.audit.opening import names_listed
from schakel.network.roles import held_today
from schakel.people.models import Person
from schakel.people.showing import display_name
from schakel.worklists.views_of import Views

from ..lists import NAME, CasesChoice
from ..rules_course import OWN_HOUSE, RECEIVES
from ..steps import with_next_step

PER_PAGE = 25


@signed_in("each sees the cases that hold a seat for them; the names of a page stand in the log")
@never_ahead
@require_GET
def cases(request):
    """My cases, with the names of whom they are about."""
    views, choice = Views(request, NAME), CasesChoice(request.professional, request.GET)
    if begin := views.begin():
        return begin
    page = Paginator(choice.cases().select_related("regime"), PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = with_next_step(list(page.object_list))
    _put_names(page.object_list, request.professional)
    values = {
        "page": page, "phases": choice.phases(), "choice": choice, "views": views.shown(choice.query),
        **_ways(request.professional),
    }  # fmt: skip
    return render(request, "cases/cases.html", values)


def _ways(professional):
    """Where else somebody who works for a house goes with cases: handing over, and what other houses ask."""
    roles = {role for role, house in held_today(professional) if house}
    return {"hands_over": roles & set(OWN_HOUSE), "receives": roles & set(RECEIVES), "takes_in": "triage" in roles}


def _put_names(cases, professional):
    """The subjects' names, after it was written down that they were listed."""
    for case in cases:
        case.names = []
    files = {case.pk: case for case in cases if not case.is_area}
    if not files:
        return
    with names_listed(files.values(), by=professional, purpose=gettext_noop("the list of my cases")):
        for person in Person.objects.filter(file_id__in=files, role=Person.Role.SUBJECT):
            files[person.file_id].names.append(display_name(person))
