from django.shortcuts import render
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET

from schakel.access.doors import signed_in
from schakel.cases.circle import Circle
from schakel.cases.doors import opens_case
from schakel.cases.header import case_page
from schakel.design.parts.words import day
from schakel.network.roles import held_today

from .asked import asked_of, attention
from .desk import Desk
from .news import news
from .overview import overview
from .phases import cases_by_phase
from .timeline import by_month, timeline

ASKS = 50  # what is asked, the most pressing first; more than that nobody does in a day
LATE = 10  # of the overdue; the list of agreements has the rest


@signed_in("each sees what is asked of them; numbers, titles and dates, no names")
@require_GET
def my_work(request):
    """Asked of me, due, coming, new: never names or content."""
    desk = Desk(request.professional)
    asks, phases = asked_of(desk), cases_by_phase()
    values = {
        "desk": desk, "asks": asks[:ASKS], "more_asks": len(asks[ASKS:]), "news": news(),
        "attention": attention(asks, len(desk.conferences_today)),
        "overdue": desk.agreements.overdue[:LATE], "phases": phases,
        "case_count": sum(count for _label, count in phases), "today": day(localdate(), "full").capitalize(),
        "greeting": _greeting().format(name=request.professional.name.split()[0]),
        "refers": not any(house for _role, house in held_today(request.professional)),  # a house is referred to
    }  # fmt: skip
    return render(request, "work/my_work.html", values)


@require_GET
@opens_case(gettext_noop("overview of the case"))
def case_overview(request, case):
    """What a case is about and where it stands."""
    circle = Circle(case)
    return case_page(request, case, "overview", "work/case_overview.html", circle=circle, **overview(case, circle))


@require_GET
@opens_case(gettext_noop("timeline of the case"))
def case_timeline(request, case):
    """What happened, from the beginning; only what the reader may see."""
    events = timeline(case)
    values = {"events": events, "months": by_month(events)}
    return case_page(request, case, "overview", "work/case_timeline.html", **values)


def _greeting():
    hour = localtime().hour
    if hour < 12:
        return _("Good morning, {name}")
    return _("Good afternoon, {name}") if hour < 18 else _("Good evening, {name}")
