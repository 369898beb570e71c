"""The course of a case: its phase, its end, and holding what would be destroyed."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from schakel.access.verdict import Conflict
from schakel.vault.words import Keyring

from .. import actions, rules, rules_course
from ..circle import Circle
from ..doors import opens_case
from ..forms import HoldForm, PhaseForm
from ..header import case_page
from ..models import Case, Closing, Hold, TakenOver
from .asking import attempt, done, form_page, may_try


@require_GET
@opens_case(gettext_noop("phase and closing"))
def course(request, case):
    """Where the case stands, how it ended, and what holds it."""
    me, ring, around = request.professional, Keyring.of(case), Circle(case)
    seats = around.of(me)
    values = {
        **_end_of(case, ring),
        "moves": [(phase, Case.Phase(phase).label, rules.may_move_to(me, case, phase, seats)) for phase in rules.ORDER],
        "may_close": rules.may_close(me, case, seats),
        "may_hold": rules.may_hold(me, case, seats),
        "may_begin_again": case.is_closed and rules_course.may_begin_again(me, case, seats),
    }
    values |= _to_another_house(me, case, seats)
    return case_page(request, case, "course", "cases/course.html", circle=around, **values)


def _end_of(case, ring):
    """How it ended, who went on with what, and what holds it; the words of all with one question."""
    holds = list(Hold.objects.filter(case=case).select_related("author"))
    closing = Closing.objects.filter(case=case).select_related("author").first() if case.is_closed else None
    went_on = TakenOver.objects.filter(case=case).select_related("capacity__organisation") if case.is_closed else []
    taken_over = list(went_on)
    ring.reveal([*holds, *taken_over, *([closing] if closing else [])])
    return {"holds": holds, "closing": closing, "taken_over": taken_over}


def _to_another_house(me, case, seats):
    waiting = rules_course.waiting_offer(case)
    return {
        "runs": rules.runs(me, case, seats),
        "house_offer": waiting,
        "may_offer_house": rules_course.may_offer_to_house(me, case, seats),
        "may_withdraw": waiting and rules.may_direct(me, case, seats),
    }


@require_POST
@opens_case(gettext_noop("change the phase"))
def move(request, case):
    """Bring the case into another phase."""
    rules.may_direct(request.professional, case).enforce()
    form = PhaseForm(request.POST)
    if not form.is_valid():
        return done(request, _("The phase was not changed. Load the page again."), "cases:course", case.number)
    try:
        actions.move_to(by=request.professional, case=case, **form.cleaned_data)
    except Conflict as conflict:
        words = _("Meanwhile somebody brought the case into the phase {phase}.")
        return done(request, words.format(phase=conflict.saved.get_phase_display()), "cases:course", case.number)
    return done(request, _("The case is in its new phase."), "cases:course", case.number)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("hold destruction"))
def hold(request, case):
    """Hold what would be destroyed."""
    verdict = rules.may_hold(request.professional, case)
    form = HoldForm(request.POST or None)
    values = {"by": request.professional, "case": case}
    if may_try(form, verdict) and attempt(form, actions.hold, **values, **form.read()):
        return done(request, _("The case is held."), "cases:course", case.number)
    return _page(request, case, form, title=_("Hold destruction"), label=_("Hold"), verdict=verdict)


def _page(request, case, form, **words):
    return form_page(request, case, "course", form, back=reverse("cases:course", args=[case.number]), **words)
