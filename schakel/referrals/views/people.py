from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods

from schakel.people.forms import ChangedPersonForm, NewPersonForm, values_of
from schakel.people.keeping import latest_addresses

from .. import actions, rules
from ..doors import opens_referral
from ..reading import Opened
from .pages import one_form, opened_or_refused, page


@require_GET
@opens_referral(gettext_noop("write in a referral"))
def persons(request, referral):
    """Whom the referral is about."""
    opened = opened_or_refused(referral, rules.may_write(request.professional, referral))
    may_add = rules.may_add_person(request.professional, referral, opened.claims)
    return page(request, opened, "referrals/persons.html", step="persons", may_add=may_add)


@require_http_methods(["GET", "POST"])
@opens_referral(gettext_noop("add a person to a referral"))
def person_new(request, referral):
    """One more person."""
    opened = Opened(referral)
    rules.may_add_person(request.professional, referral, opened.claims).enforce()
    form = NewPersonForm(request.POST or None)

    def act(form):
        actions.add_person(
            by=request.professional, referral=referral, names=form.read_names(), role=form.cleaned_data["role"],
            address=form.read_address(), number=form.read_number(), key=form.cleaned_data["once"],
        )  # fmt: skip

    words = {"form_title": _("Add a person"), "label": _("Add")}
    return one_form(request, opened, form, act, "referrals:persons", step="persons", **words)


@require_http_methods(["GET", "POST"])
@opens_referral(gettext_noop("correct a person in a referral"))
def person(request, referral, person):
    """Names, dates, address or number of one person."""
    opened = opened_or_refused(referral, rules.may_write(request.professional, referral))
    found = next((one for one in opened.persons if one.pk == person), None)
    if found is None:
        raise Http404
    form = ChangedPersonForm(request.POST or None, initial=values_of(found, found.address))

    def act(form):
        actions.correct_person(
            by=request.professional, referral=referral, person=found, edition=form.cleaned_data["edition"],
            names=form.read_names(), address=form.read_address(), number=form.read_number(),
        )  # fmt: skip

    return one_form(
        request, opened, form, act, "referrals:persons", step="persons", form_title=_("Correct a person"),
        label=_("Save"), saved_values=lambda saved: values_of(saved, latest_addresses(referral.pk).get(saved.pk)),
    )  # fmt: skip
