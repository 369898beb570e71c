"""While a conference goes on: the screen of the chair, the screen on the wall, and what is written down."""

from django.db import transaction
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from schakel.cases.circle import Circle
from schakel.cases.doors import opens_case
from schakel.cases.header import case_page
from schakel.cases.views.asking import attempt, done, judged, may_try

from .. import actions, queries, rules
from ..forms import ConclusionForm, DecisionForm, SomebodyElseForm, attendance_rows
from ..models import CaseConference
from .one import deciders, find, verdicts, what_is_at


@require_GET
@opens_case(gettext_noop("the screen of the chair at a conference"))
def table(request, case, pk):
    """The chair's screen: one case, its question, what is brought in, who is there."""
    conference, circle = find(case, pk), Circle(case)
    rules.may_write_down(request.professional, conference).enforce()
    values = {
        **what_is_at(conference, circle),
        **verdicts(request.professional, conference, circle),
        "case": case,
        "agenda": list(_agenda(conference)),
        "stages": CaseConference.Stage,
        "conclusion_form": ConclusionForm(),
        **_clock(conference),
    }
    values["present"] = list(_present(values["invited"], values["attendance"], conference))
    return render(request, "conferences/table.html", values)


@require_GET
@opens_case(gettext_noop("the screen on the wall at a conference"))
def wall(request, case, pk):
    """For everybody in the room: the question, what is brought in, the conclusions, and nothing else."""
    conference = find(case, pk)
    rules.may_write_down(request.professional, conference).enforce()
    values = what_is_at(conference, Circle(case))
    return render(request, "conferences/wall.html", {**values, "case": case, "kind": "wall"})


def _clock(conference):
    """How long it lasts, in minutes."""
    until = conference.ended_at or timezone.now()
    gone = max(int((until - conference.started_at).total_seconds() // 60), 0)
    return {"minutes_gone": gone, "minutes_left": conference.minutes - gone, "over": gone > conference.minutes}


def _agenda(conference):
    """My conferences of this day: time and number, no names."""
    day = timezone.localdate(conference.starts_at)
    rows = CaseConference.objects.filter(starts_at__date=day).select_related("case").order_by("starts_at")
    for row in rows[:20]:
        note = row.get_stage_display() if row.is_running else row.table_name
        yield {
            "time": timezone.localtime(row.starts_at).strftime("%-H.%M"), "name": row.case.number, "note": note,
            "done": row.has_ended, "current": row.pk == conference.pk,
        }  # fmt: skip


def _present(invited, attendance, conference):
    """Who is there, then who was invited and is not recorded yet."""
    for row in attendance:
        how = row.how if row.was_present else "away"
        chairs = row.professional_id == conference.chair_id
        words = _("chair") if chairs and row.was_present else row.get_how_display()
        name = str(row.professional) if chairs else f"{row.capacity}{f' · {row.name}' if row.name else ''}"
        yield {"name": name, "how": how, "words": words}
    seen = {row.capacity_id for row in attendance}
    for capacity in dict.fromkeys(capacity for capacity, _names in invited):
        if capacity.pk not in seen:
            yield {"name": str(capacity), "how": "open", "words": _("not recorded yet")}


@require_POST
@opens_case(gettext_noop("lead a conference"))
def go_to(request, case, pk):
    conference, stage = find(case, pk), request.POST.get("stage")
    if stage in CaseConference.Stage.values:
        actions.go_to(by=request.professional, conference=conference, stage=stage)
    rules.may_lead(request.professional, conference).enforce()
    return redirect("conferences:table", case.number, pk)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("record who is at a conference"))
def attendance(request, case, pk):
    """Who is there for each organisation, from and until; and who came without an account."""
    conference, circle, data = find(case, pk), Circle(case), request.POST or None
    recorded, verdict = queries.attendance_of(conference), rules.may_run(request.professional, case)
    rows = attendance_rows(conference, circle, recorded, data)
    other = SomebodyElseForm(data, conference=conference, capacities=deciders(conference, circle), prefix="ander")
    forms = [row["form"] for row in rows] + [other]
    filled_in = [form for form in forms if form.says_something]
    if not filled_in:
        verdict.enforce()
    values = {"conference": conference, "rows": rows, "other": other}
    complete = data is not None and all([judged(form, verdict) for form in filled_in])
    if complete and attempt(other, _record, by=request.professional, **values):
        words = _("Attendance has been recorded. Who is present stands in the log.")
        return done(request, words, _back(conference), case.number, pk)
    values |= {"recorded": recorded, "forms": forms, "verdict": verdict, "status": 200 if data is None else 422}
    return case_page(request, case, "conferences", "conferences/attendance.html", circle=circle, **values)


@transaction.atomic
def _record(*, by, conference, rows, other):
    """What was filled in, each as an act of its own; together they hold or none does."""
    for row in rows:
        if row["form"].says_something:
            capacity, somebody = row["seat"].capacity, row["professional"]
            actions.record_attendance(
                by=by, conference=conference, capacity=capacity, professional=somebody, **_given(row["form"])
            )
    if other.says_something:
        actions.record_attendance(by=by, conference=conference, **_given(other))
    return True


def _given(form):
    given = dict(form.cleaned_data)
    return {"key": given.pop("once"), **given}


def _back(conference):
    return "conferences:table" if conference.is_running else "conferences:conference"


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("write down a conclusion"))
def conclude(request, case, pk):
    conference, form = find(case, pk), ConclusionForm(request.POST or None)
    verdict = rules.may_write_down(request.professional, conference)
    if may_try(form, verdict) and attempt(
        form, actions.conclude, by=request.professional, conference=conference, **_given(form)
    ):
        return done(request, _("The conclusion has been written down."), _back(conference), case.number, pk)
    return _form_page(request, case, conference, form, _("New conclusion"), verdict)


@require_http_methods(["GET", "POST"])
@opens_case(gettext_noop("record a decision"))
def decide(request, case, pk):
    conference, circle = find(case, pk), Circle(case)
    mine = rules.deciding_capacities(request.professional, conference, circle)
    form = DecisionForm(request.POST or None, capacities=mine)
    verdict = rules.may_decide(request.professional, conference)
    values = {"by": request.professional, "conference": conference}
    if may_try(form, verdict) and attempt(form, actions.record_decision, **values, **_given(form)):
        leads = rules.may_write_down(request.professional, conference, circle)
        place = _back(conference) if leads else "conferences:conference"
        return done(request, _("The decision has been recorded."), place, case.number, pk)
    return _form_page(request, case, conference, form, _("New decision"), verdict)


def _form_page(request, case, conference, form, heading, verdict):
    values = {"conference": conference, "form": form, "heading": heading, "verdict": verdict}
    status = 422 if form.is_bound else 200
    return case_page(request, case, "conferences", "conferences/form.html", status=status, **values)
