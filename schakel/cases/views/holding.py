"""What holds for the persons of a case: frames, informing, alerts, relations, authority, hidden addresses."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods, require_POST

from schakel.access.verdict import Conflict
from schakel.houses.lists import frame_kinds, postponement_grounds
from schakel.people import actions
from schakel.people import rules as people_rules
from schakel.people.forms_holding import (
    AlertForm,
    AuthorityForm,
    FrameCorrectionForm,
    FrameEndForm,
    FrameForm,
    HideAddressForm,
    InformForm,
    PostponeForm,
    RelationForm,
    values_of_frame,
)
from schakel.people.models import Alert, Authority, LegalFrame, Person, Relation
from schakel.people.showing import display_name
from schakel.vault.words import Keyring

from ..doors import opens_case
from ..header import case_page
from ..sources import people_and_sources, seated_capacities
from .asking import attempt, done, form_page, may_try


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("add a legal frame"))
def add_frame(request, case):
    """What holds for somebody in law, until when."""
    form = FrameForm(request.POST or None, kinds=frame_kinds(case.house_id), **people_and_sources(request, case))
    verdict = people_rules.may_tell(request.professional, case)
    words = {"title": _("Add a legal frame"), "label": _("Add frame"), "said": _("The frame is kept.")}
    return _asked(request, case, form, actions.add_frame, verdict, **words)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("correct a legal frame"))
def correct_frame(request, case, legalframe):
    """What was wrong about a frame."""
    frame = _of(case, LegalFrame, legalframe)
    Keyring.of(case).reveal([frame])
    form = FrameCorrectionForm(request.POST or None, kinds=frame_kinds(case.house_id), frame=frame)
    verdict = people_rules.may_mend_frame(request.professional, case, frame)
    words = {"title": _("Correct a legal frame"), "label": _("Correct"), "said": _("The frame is corrected.")}
    try:
        return _asked(request, case, form, actions.correct_frame, verdict, frame=frame, **words)
    except Conflict as conflict:
        differences = form.overtaken(values_of_frame(conflict.saved))
        values = {"form": form, "differences": differences, "back": reverse("cases:people", args=[case.number])}
        return case_page(request, case, "people", "cases/person_conflict.html", status=409, **values)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("end a legal frame"))
def end_frame(request, case, legalframe):
    """It ended before its time."""
    frame = _of(case, LegalFrame, legalframe)
    verdict = people_rules.may_end_frame(request.professional, case, frame)
    words = {"title": _("End a legal frame early"), "label": _("End frame"), "said": _("The frame has ended.")}
    form, more = FrameEndForm(request.POST or None), {"frame": frame, "lead": frame.kind}
    return _asked(request, case, form, actions.end_frame, verdict, **more, **words)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("write down that somebody was informed"))
def inform(request, case):
    """That a person was told."""
    form = InformForm(request.POST or None, **people_and_sources(request, case))
    verdict = people_rules.may_tell(request.professional, case)
    words = {"title": _("Informed"), "label": _("Write down"), "said": _("It is written down.")}
    return _asked(request, case, form, actions.inform, verdict, **words)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("postpone informing somebody"))
def postpone(request, case):
    """Why somebody is not told yet, and until when."""
    form = PostponeForm(
        request.POST or None, grounds=postponement_grounds(case.house_id), **people_and_sources(request, case)
    )
    verdict = people_rules.may_tell(request.professional, case)
    words = {"title": _("Postpone informing"), "label": _("Postpone"), "said": _("Informing is postponed.")}
    return _asked(request, case, form, actions.postpone, verdict, **words)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("give an alert"))
def give_alert(request, case):
    """What professionals must know to be safe."""
    form = AlertForm(request.POST or None, **people_and_sources(request, case))
    verdict = people_rules.may_alert(request.professional, case)
    words = {"title": _("Give an alert"), "label": _("Give alert"), "said": _("The alert is given.")}
    return _asked(request, case, form, actions.give_alert, verdict, **words)


@require_POST
@opens_case(gettext_noop("end an alert"))
def end_alert(request, case, alert):
    """Before its end."""
    actions.end_alert(by=request.professional, file=case, alert=_of(case, Alert, alert))
    return done(request, _("The alert has ended."), "cases:people", case.number)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("add a relation"))
def relate(request, case):
    """How two persons are related."""
    form = RelationForm(request.POST or None, people=list(Person.objects.filter(file_id=case.pk)))
    verdict = people_rules.may_keep(request.professional, case)
    words = {"title": _("Add a relation"), "label": _("Keep relation"), "said": _("The relation is kept.")}
    return _asked(request, case, form, actions.relate, verdict, **words)


@require_POST
@opens_case(gettext_noop("take a relation back"))
def unrelate(request, case, relation):
    """It was not so."""
    actions.unrelate(by=request.professional, file=case, relation=_of(case, Relation, relation))
    return done(request, _("The relation is taken back."), "cases:people", case.number)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("write down who has parental authority"))
def give_authority(request, case):
    """Who decides about a child."""
    form = AuthorityForm(request.POST or None, people=list(Person.objects.filter(file_id=case.pk)))
    verdict = people_rules.may_keep(request.professional, case)
    words = {"title": _("Parental authority"), "label": _("Write down"), "said": _("It is written down.")}
    return _asked(request, case, form, actions.give_authority, verdict, **words)


@require_POST
@opens_case(gettext_noop("end who has parental authority"))
def end_authority(request, case, authority):
    """Not any more."""
    found = _of(case, Authority, authority)
    actions.take_authority_back(by=request.professional, file=case, authority=found)
    return done(request, _("The authority has ended."), "cases:people", case.number)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("hide an address"))
def hide_address(request, case, person):
    """Who may still know where somebody lives."""
    person = _of(case, Person, person)
    form = HideAddressForm(request.POST or None, capacities=seated_capacities(case, for_person=person))
    verdict = people_rules.may_keep(request.professional, case)
    words = {"title": _("Hide an address"), "label": _("Hide address"), "said": _("The address is hidden.")}
    more = {"person": person, "lead": display_name(person)}
    return _asked(request, case, form, actions.hide_address, verdict, **more, **words)


def _of(case, model, key):
    return get_object_or_404(model, pk=key, file_id=case.pk)


def _asked(request, case, form, act, verdict, *, title, label, said, lead="", **arguments):
    """Ask, and do what was asked; a refusal stands on the form, beside what was typed."""
    doing = {"by": request.professional, "file": case, **arguments}
    if may_try(form, verdict) and attempt(form, act, **doing, **form.read()):
        return done(request, said, "cases:people", case.number)
    back = reverse("cases:people", args=[case.number])
    return form_page(request, case, "people", form, title=title, label=label, back=back, lead=lead, verdict=verdict)
