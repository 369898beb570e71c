"""What is said about the persons of a referral beside their names; each a small page that adds one thing."""

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods

from schakel.people import actions as people
from schakel.people.showing import display_name

from .. import actions, rules
from ..doors import opens_referral
from ..forms_informing import InformingForm
from ..forms_persons import AlertForm, FrameForm, RelationForm
from ..lists_of_the_house import frame_kinds, postponements
from .pages import one_form, opened_or_refused, page
from .steps import after

ABOUT_PERSONS = gettext_noop("write about the persons of a referral")


@require_GET
@opens_referral(ABOUT_PERSONS)
def informing(request, referral):
    """Per person whether they were informed."""
    opened = opened_or_refused(referral, rules.may_write(request.professional, referral))
    on = after(referral, "informing", opened)
    return page(request, opened, "referrals/informing.html", step="informing", next_url=on)


@require_http_methods(["GET", "POST"])
@opens_referral(ABOUT_PERSONS)
def inform(request, referral, person):
    """That one person was told, or why not yet."""
    opened = opened_or_refused(referral, rules.may_write(request.professional, referral))
    whom = next((one for one in opened.persons if one.pk == person), None)
    if whom is None:
        raise Http404
    form = InformingForm(request.POST or None, grounds=postponements(referral.house))

    def act(form):
        said = form.read_informing() | {"key": form.cleaned_data["once"]}
        actions.inform_before(by=request.professional, referral=referral, person=whom, **said)

    return _small(request, opened, form, act, "informing", _("Informing"), form_lead=display_name(whom))


@require_http_methods(["GET", "POST"])
@opens_referral(ABOUT_PERSONS)
def relation_new(request, referral):
    """How two persons are related."""
    opened = opened_or_refused(referral, rules.may_write(request.professional, referral))
    form = RelationForm(request.POST or None, persons=opened.persons)

    def act(form):
        people.relate(
            by=request.professional, file=referral, person=form.chosen("person"), other=form.chosen("other"),
            kind=form.cleaned_data["kind"], key=form.cleaned_data["once"],
        )  # fmt: skip

    return _small(request, opened, form, act, "persons", _("How they are related"))


@require_http_methods(["GET", "POST"])
@opens_referral(ABOUT_PERSONS)
def frame_new(request, referral):
    """One more legal frame."""
    opened = opened_or_refused(referral, rules.may_write(request.professional, referral))
    form = FrameForm(request.POST or None, persons=opened.persons, kinds=frame_kinds(referral.house))

    def act(form):
        said = {name: form.cleaned_data[name] for name in ("kind", "authority", "since", "until", "conditions")}
        people.add_frame(
            by=request.professional, file=referral, person=form.chosen("person"), capacity=referral.capacity,
            key=form.cleaned_data["once"], **said,
        )  # fmt: skip

    return _small(request, opened, form, act, "frames", _("Add a legal frame"))


@require_http_methods(["GET", "POST"])
@opens_referral(ABOUT_PERSONS)
def alert_new(request, referral):
    """One more alert for the safety of professionals."""
    opened = opened_or_refused(referral, rules.may_write(request.professional, referral))
    form = AlertForm(request.POST or None, persons=opened.persons)

    def act(form):
        people.give_alert(
            by=request.professional, file=referral, capacity=referral.capacity, person=form.chosen("person"),
            text=form.cleaned_data["text"], until=form.cleaned_data["until"], key=form.cleaned_data["once"],
        )  # fmt: skip

    return _small(request, opened, form, act, "frames", _("Add an alert"))


def _small(request, opened, form, act, step, title, **context):
    """A page with one small form, which leads back to its step."""
    words = {"form_title": title, "label": _("Save"), **context}
    return one_form(request, opened, form, act, f"referrals:{step}", step=step, **words)
