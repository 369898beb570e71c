"""Somebody who works for a partner: how to reach them, their roles and mandates, and what their contact keeps."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from schakel.access.doors import signed_in

from ..asking import attempt, done, form_page, may_try
from ..models import Appointment, House, Mandate, Organisation, Professional, Regime
from ..partners.lists import people_of
from ..roles import houses_of
from . import actions, rules
from .forms import AddColleagueForm, ChangeColleagueForm, LastDayForm, MandateForm, RoleForm

KEPT = "the organisation's own contact, or the administrator of the house that keeps it; others read why not"


@signed_in("the network is no secret among those who work in it")
@require_GET
def colleague(request, professional):
    """One colleague: function, telephone number, roles, mandates."""
    person = _person(professional)
    shown = people_of(person.organisation).filter(pk=person.pk).first()
    values = {
        "person": shown or person,
        "may_change": rules.may_change(request.professional, person),
        "is_contact": _what_is_left(request, person)[0] == "work:held",
        "may_invite": rules.may_invite(request.professional, person),
        "may_name_contact": rules.may_name_contact(request.professional, person),
        "administers": houses_of(request.professional, Appointment.Role.ADMINISTRATOR),
        "may_give_role": rules.may_give_any_role(request.professional, person),
    }
    return render(request, "network/colleague.html", values)


@signed_in(KEPT)
@require_http_methods(["GET", "POST"])
def add_colleague(request, organisation):
    """Somebody who works for the organisation."""
    organisation = get_object_or_404(Organisation, pk=organisation)
    form = AddColleagueForm(request.POST or None)
    if may_try(form, rules.may_keep_colleagues(request.professional, organisation)):
        values = dict(form.cleaned_data)
        given = {"by": request.professional, "organisation": organisation, "key": values.pop("once")}
        if made := attempt(form, actions.add_colleague, **given, **values):
            return done(request, _("The colleague was added."), "network:colleague", made.pk)
    back = reverse("network:partner", args=[organisation.pk])
    words = {"title": _("Add a colleague"), "lead": str(organisation), "label": _("Add"), "back": back}
    return form_page(request, form, **words)


@signed_in(KEPT)
@require_http_methods(["GET", "POST"])
def change_colleague(request, professional):
    """Another function or telephone number."""
    person = _person(professional)
    saved = {name: getattr(person, name) for name in ("name", "function", "phone", "email")}
    form = ChangeColleagueForm(request.POST or None, initial=saved)
    if may_try(form, rules.may_change(request.professional, person)):
        given = {"by": request.professional, "colleague": person}
        if attempt(form, actions.change_colleague, **given, **form.cleaned_data):
            return done(request, _("This was changed."), "network:colleague", person.pk)
    return form_page(request, form, title=_("Change"), lead=person.name, label=_("Save"), back=_back(person))


@signed_in(KEPT)
@require_http_methods(["GET", "POST"])
def end_colleague(request, professional):
    """Somebody leaves: roles and mandates end with the last day."""
    person = _person(professional)
    form = LastDayForm(request.POST or None)
    if may_try(form, rules.may_change(request.professional, person)):
        given = {"by": request.professional, "colleague": person}
        if attempt(form, actions.end_colleague, **given, **form.cleaned_data):
            return done(request, _("Roles and mandates end with the last day."), *_what_is_left(request, person))
    notice = _("Roles, mandates and signing in end with the last day. Who comes back is added anew.")
    words = {"title": _("Leaves"), "label": _("Record that this colleague leaves"), "notice": notice}
    return form_page(request, form, lead=person.name, back=_back(person), **words)


@signed_in(KEPT)
@never_cache
@require_POST
def invite(request, professional):
    """The code to tell a colleague: shown once, kept nowhere. The link goes to the colleague alone."""
    person = _person(professional)
    code = actions.invite(by=request.professional, colleague=person)
    values = {"person": person, "code": code, "demonstration": settings.DEMONSTRATION}
    return render(request, "network/invited.html", values)


@signed_in(KEPT)
@require_http_methods(["GET", "POST"])
def mandate(request, professional):
    """For which kind of approach a colleague may sit in cases."""
    person = _person(professional)
    partner = person.organisation.partnerships.today().values("house")
    regimes = Regime.objects.select_related("house").filter(house__in=partner)
    form = MandateForm(request.POST or None, regimes=regimes)
    if may_try(form, rules.may_change(request.professional, person)):
        values = dict(form.cleaned_data)
        given = {"by": request.professional, "colleague": person, "key": values.pop("once")}
        if attempt(form, actions.give_mandate, **given, **values):
            return done(request, _("The mandate was given."), "network:colleague", person.pk)
    words = {"title": _("Give a mandate"), "label": _("Give this mandate"), "lead": person.name}
    return form_page(request, form, back=_back(person), **words)


@signed_in("the administrator of a house; others read why not")
@require_http_methods(["GET", "POST"])
def role(request, professional):
    """What somebody does for the house, from when until when."""
    person = _person(professional)
    houses = House.objects.filter(pk__in=houses_of(request.professional, Appointment.Role.ADMINISTRATOR))
    form = RoleForm(request.POST or None, houses=houses)
    if may_try(form, rules.may_give_any_role(request.professional, person)):
        values = dict(form.cleaned_data)
        given = {"by": request.professional, "colleague": person, "key": values.pop("once")}
        if attempt(form, actions.appoint, **given, **values):
            return done(request, _("The role was given."), "network:colleague", person.pk)
    words = {"title": _("Give a role"), "label": _("Give this role"), "lead": person.name}
    return form_page(request, form, back=_back(person), **words)


@signed_in("the administrator of the house that keeps the organisation")
@require_POST
def name_contact(request, professional):
    """Who speaks for the organisation."""
    person = _person(professional)
    actions.name_contact(by=request.professional, colleague=person)
    return done(request, _("This colleague speaks for the organisation."), "network:colleague", person.pk)


@signed_in("the administrator of the house")
@require_POST
def end_role(request, appointment):
    """Somebody does this no longer, from now on."""
    held = get_object_or_404(Appointment.objects.select_related("professional", "organisation"), pk=appointment)
    actions.end_appointment(by=request.professional, appointment=held)
    messages.success(request, _("The role has ended."))
    return redirect("network:colleague", held.professional_id)


@signed_in(KEPT)
@require_POST
def end_mandate(request, mandate):
    """A colleague sits in no cases of this kind any more, from now on."""
    found = get_object_or_404(Mandate.objects.select_related("professional__organisation"), pk=mandate)
    actions.end_mandate(by=request.professional, mandate=found)
    messages.success(request, _("The mandate has ended."))
    return redirect("network:colleague", found.professional_id)


def _person(key):
    return get_object_or_404(Professional.objects.select_related("organisation__keeper"), pk=key)


def _back(person):
    return reverse("network:colleague", args=[person.pk])


def _what_is_left(request, person):
    """The contact goes on with what the colleague holds; the house that keeps the entry need not know of that."""
    contact = {"role": Appointment.Role.CONTACT, "organisation": person.organisation_id}
    if request.professional.appointments.today().filter(**contact).exists():
        return "work:held", person.pk
    return "network:partner", person.organisation_id
