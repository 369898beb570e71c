"""Family and network: the persons of a case, how they are related, where they live."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods

from schakel.access.verdict import Conflict
from schakel.people.forms import NewPersonForm, values_of
from schakel.people.models import Informing, Person
from schakel.people.rules import may_alert, may_tell
from schakel.people.showing import display_name

from .. import actions, rules
from ..circle import Circle
from ..doors import opens_case
from ..forms import AddressForm, PersonCorrectionForm
from ..header import case_page
from ..network import drawing, mark_frames, people_shown
from ..sources import standing_of
from .asking import attempt, done, form_page, may_try


@require_GET
@opens_case(gettext_noop("family and network"))
def people(request, case):
    """Who is involved."""
    around, me = Circle(case), request.professional
    seats, holding = around.of(me), people_shown(case, around)
    standing = standing_of(case, seats, around.persons)
    mark_frames(me, case, holding.frames, standing)
    values = {
        "holding": holding,
        "people": holding.people,
        "moments": Informing.Moment,
        "drawing": drawing(holding.people, holding.relations, around),
        "may_add": rules.may_add_people(me, case, seats),
        "may_correct": rules.may_correct_people(me, case, seats),
        "may_tell": may_tell(me, case, standing),
        "may_alert": may_alert(me, case, standing),
    }
    return case_page(request, case, "people", "cases/people.html", circle=around, **values)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("add a person"))
def add_person(request, case):
    """Somebody more."""
    verdict = rules.may_add_people(request.professional, case)
    form = NewPersonForm(request.POST or None)
    if may_try(form, verdict):
        values = {"by": request.professional, "case": case, "key": form.cleaned_data["once"]}
        values |= {"role": form.cleaned_data["role"], "number": form.read_number(), "address": form.read_address()}
        if attempt(form, actions.add_person, **values, **form.read_names()):
            return done(request, _("The person is added."), "cases:people", case.number)
    return _page(request, case, form, title=_("Add a person"), label=_("Add person"), verdict=verdict)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("add an address"))
def add_address(request, case, person):
    """Where somebody lives now."""
    person = get_object_or_404(Person, pk=person, file_id=case.pk)
    verdict = rules.may_add_people(request.professional, case)
    form = AddressForm(request.POST or None)
    if may_try(form, verdict):
        values = {"by": request.professional, "case": case, "person": person, "address": form.read()}
        values["key"] = form.cleaned_data["once"]
        if attempt(form, actions.add_address, **values):
            return done(request, _("The address is kept."), "cases:people", case.number)
    secret = _("This person has a secret address: only the house will see it.") if person.secret_address else ""
    words = {"lead": display_name(person), "notice": secret, "verdict": verdict}
    return _page(request, case, form, title=_("Add an address"), label=_("Keep address"), **words)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("correct a person"))
def correct_person(request, case, person):
    """What was wrong about somebody."""
    person = get_object_or_404(Person, pk=person, file_id=case.pk)
    verdict = rules.may_correct_people(request.professional, case)
    form = PersonCorrectionForm(request.POST or None, initial=values_of(person))
    if may_try(form, verdict):
        try:
            values = {"by": request.professional, "case": case, "person": person}
            if attempt(form, actions.correct_person, **values, **form.read_correction()):
                return done(request, _("The person is corrected."), "cases:people", case.number)
        except Conflict as conflict:
            return _conflict(request, case, form, conflict.saved)
    return _page(request, case, form, title=_("Correct a person"), label=_("Correct"), verdict=verdict)


def _conflict(request, case, form, saved):
    """Both versions; what was typed stays in the form."""
    back = reverse("cases:people", args=[case.number])
    values = {"form": form, "differences": form.overtaken(values_of(saved)), "back": back}
    return case_page(request, case, "people", "cases/person_conflict.html", status=409, **values)


def _page(request, case, form, **words):
    return form_page(request, case, "people", form, back=reverse("cases:people", args=[case.number]), **words)
