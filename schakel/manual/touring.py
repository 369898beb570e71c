"""At which step of the tour somebody is, in this visit; whether it comes by itself, for good."""

from dataclasses import dataclass

from django.urls import reverse

from schakel.network.roles import held_today

from .models import TourEnding
from .tours import Step, Tour, tour_for

KEY = "tour"  # in the session: the number of the step, 0 is none
BEGINS_AT = "work:my_work"


@dataclass(frozen=True)
class Panel:
    """One step as it stands above the page."""

    tour: Tour
    number: int
    step: Step
    url: str
    is_here: bool

    @property
    def count(self):
        return len(self.tour.steps)

    @property
    def before(self):
        return self.number - 1

    @property
    def after(self):
        return self.number + 1 if self.number < self.count else 0


def panel(request):
    """For every frame: the step one is at. The tour begins by itself on the first page of who never ended it."""
    professional = getattr(request, "professional", None)
    if professional is None:
        return {}
    number = request.session.get(KEY)
    if number is None and _is_first_page(request):
        number = request.session[KEY] = 0 if TourEnding.objects.exists() else 1
    if not number:
        return {}
    tour = tour_for(held_today(professional))
    number = min(number, len(tour.steps))
    step = tour.steps[number - 1]
    url = reverse(step.page)
    is_here = request.path == url or (url != "/" and request.path.startswith(url))
    return {"tour_panel": Panel(tour, number, step, url, is_here)}


def go_to(request, number):
    """Remember the step, and answer where it is."""
    tour = tour_for(held_today(request.professional))
    number = max(1, min(number, len(tour.steps)))
    request.session[KEY] = number
    return reverse(tour.steps[number - 1].page)


def leave(request):
    request.session[KEY] = 0


def _is_first_page(request):
    found = getattr(request, "resolver_match", None)
    return found is not None and found.view_name == BEGINS_AT
