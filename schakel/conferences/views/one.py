"""One conference: convene it, look at it, move it, begin and end it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from schakel.access.verdict import Conflict
from schakel.cases.circle import Circle, people_in, professionals, seats_that_see
from schakel.cases.doors import opens_case
from schakel.cases.header import case_page
from schakel.cases.views.asking import attempt, done, form_page, may_try
from schakel.people.showing import display_name
from schakel.vault.words import Keyring

from .. import actions, queries, rules
from ..forms import ConveneForm, MoveForm
from ..models import CaseConference

A_CONFERENCE = gettext_noop("a conference of the case")


def find(case, pk):
    """A conference of this case with its question, if it concerns me; otherwise there is none."""
    conference = get_object_or_404(CaseConference.objects.select_related("chair"), pk=pk, case=case)
    conference.case = case
    conference.ring = Keyring.of(case)
    conference.ring.reveal([conference])
    return conference


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("convene a conference"))
def convene(request, case):
    """Convene a conference about this case."""
    by = request.professional
    verdict = rules.may_convene(by, case)
    form = ConveneForm(request.POST or None, case=case, by=by)
    if may_try(form, verdict):
        given = form.cleaned_data
        wanted = ("starts_at", "minutes", "place", "question", "chair", "table_name")
        values = {name: given[name] for name in wanted} | {"people": given.get("people") or (), "key": given["once"]}
        if conference := attempt(form, actions.convene, by=by, case=case, **values):
            words = _("The conference has been convened.")
            return done(request, words, "conferences:conference", case.number, conference.pk)
    words = {"title": _("Convene a conference"), "label": _("Convene"), "verdict": verdict}
    words["back"] = reverse("conferences:of_case", args=[case.number])
    return form_page(request, case, "conferences", form, **words)


@require_GET
@opens_case(A_CONFERENCE)
def conference(request, case, pk):
    """The question, who is invited, what is brought in, who was there and what came of it."""
    conference, circle = find(case, pk), Circle(case)
    values = {**what_is_at(conference, circle), **verdicts(request.professional, conference, circle)}
    return case_page(request, case, "conferences", "conferences/conference.html", **values)


def what_is_at(conference, circle):
    """Everything that a page about this conference may show."""
    ring, (conclusions, decisions) = conference.ring, queries.held_at(conference)
    return {
        "conference": conference,
        "invited": _invited(seats_that_see(conference.case, conference.about, circle)),
        "about": _names_of(conference),
        "contributions": ring.reveal(queries.shown_at(conference)),
        "conclusions": ring.reveal(conclusions),
        "decisions": ring.reveal(decisions),
        "attendance": queries.attendance_of(conference, ring),
        "circle": circle,
        "now": timezone.now(),
    }


def _invited(seats):
    """Each organisation once, with everybody who sits there for it."""
    sitting = {}
    for seat in sorted(seats, key=lambda seat: str(seat.capacity)):
        sitting.setdefault(seat.capacity, []).extend(str(somebody) for somebody in professionals(seat))
    return [(capacity, ", ".join(dict.fromkeys(names))) for capacity, names in sitting.items()]


def _names_of(conference):
    """The persons this conference is about; nobody when it is about the case as a whole."""
    if conference.concerns_the_whole:
        return ""
    return ", ".join(display_name(p) for p in people_in(conference.case) if p.pk in conference.about)


def deciders(conference, circle):
    return {seat.capacity_id for seat in seats_that_see(conference.case, conference.about, circle)}


def verdicts(professional, conference, circle):
    return {
        "may_move": rules.may_move(professional, conference, circle),
        "may_start": rules.may_start(professional, conference, circle),
        "may_lead": rules.may_lead(professional, conference, circle),
        "may_write_down": rules.may_write_down(professional, conference, circle),
        "may_decide": rules.may_decide(professional, conference),
        "may_run": rules.may_run(professional, conference.case, circle),
    }


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("move a conference"))
def move(request, case, pk):
    """Another moment, place or question; who came second sees both versions."""
    conference, differences = find(case, pk), None
    verdict = rules.may_move(request.professional, conference)
    form = MoveForm(request.POST or None, case=case, initial=_as_it_stands(conference))
    if may_try(form, verdict):
        wanted = {name: form.cleaned_data[name] for name in ("starts_at", "minutes", "place", "question", "edition")}
        try:
            if attempt(form, actions.move, by=request.professional, conference=conference, **wanted):
                return done(request, _("The conference has been moved."), "conferences:conference", case.number, pk)
        except Conflict as conflict:
            differences = form.overtaken(_as_it_stands(find(case, conflict.saved.pk)))
    words = {"title": _("Move the conference"), "label": _("Save"), "verdict": verdict}
    words["back"] = reverse("conferences:conference", args=[case.number, pk])
    if differences:
        words |= {"differences": differences, "saved_by": conference.author.name}
    return form_page(request, case, "conferences", form, **words)


def _as_it_stands(conference):
    starts = timezone.localtime(conference.starts_at)
    return {
        "edition": conference.edition, "day": starts.date(), "clock": starts.time(), "minutes": conference.minutes,
        "place": conference.place, "question": conference.question,
    }  # fmt: skip


@require_POST
@opens_case(gettext_noop("begin a conference"))
def start(request, case, pk):
    actions.start(by=request.professional, conference=find(case, pk))
    return redirect("conferences:table", case.number, pk)


@require_POST
@opens_case(gettext_noop("end a conference"))
def end(request, case, pk):
    actions.end(by=request.professional, conference=find(case, pk))
    messages.success(request, _("The conference has ended. Who was present stands in the log."))
    return redirect("conferences:conference", case.number, pk)
