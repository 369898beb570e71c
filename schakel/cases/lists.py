"""Which of my cases a list shows. What is chosen stands in the address, in codes and ids; no names do."""

from collections import Counter

from django.db.models import Count, Exists, OuterRef
from django.utils.translation import gettext as _

from schakel.worklists.choosing import Choice, Filter, several
from schakel.worklists.narrowing import more_filters

from .models import Case, Occupant, Seat

NAME = "casussen"
PHASES = {"overleg": "conference", "plan": "plan", "monitoring": "monitoring", "gesloten": "closed"}


class CasesChoice(Choice):
    """What somebody chose of their cases; without a phase those that run."""

    def __init__(self, professional, parameters):
        filters = [_by_phase(), *_by_what_they_are(), _by_director(), *more_filters(NAME, professional)]
        super().__init__(filters, parameters)

    def cases(self):
        rows = self.of(Case.objects.mine())
        return rows if self.value("fase") else rows.running()

    def phases(self):
        """Each phase with how many of the chosen cases stand in it, and which is chosen."""
        others = Choice([one for one in self.filters if one.name != "fase"], self.chosen)
        counted = dict(others.of(Case.objects.mine()).order_by().values_list("phase").annotate(Count("pk")))
        running = sum(count for phase, count in counted.items() if phase != Case.Phase.CLOSED)
        yield {
            "query": self.with_(fase=""),
            "label": _("all running"),
            "count": running,
            "current": not self.value("fase"),
        }
        for name, phase in PHASES.items():
            yield {
                "query": self.with_(fase=name), "label": Case.Phase(phase).label, "count": counted.get(phase, 0),
                "current": name == self.value("fase"),
            }  # fmt: skip


def _by_phase():
    options = [(name, Case.Phase(phase).label) for name, phase in PHASES.items()]
    return Filter("fase", _("Phase"), options, lambda cases, name: cases.filter(phase=PHASES[name]), True)


def _by_what_they_are():
    """By house and by approach, each only where there is something to choose; asked in one statement."""
    names = ("house_id", "house__region", "regime_id", "regime__name")
    rows = list(Case.objects.mine().order_by(*names[1::2]).values_list(*names).distinct())
    houses = dict(row[:2] for row in rows)
    approaches = dict(row[2:] for row in rows)
    often = Counter(approaches.values())
    where = {row[2]: row[1] for row in rows}
    named = [(key, name if often[name] == 1 else f"{name} ({where[key]})") for key, name in approaches.items()]
    yield Filter("huis", _("House"), several(list(houses.items())), lambda rows, key: rows.filter(house=key))
    yield Filter("aanpak", _("Approach"), several(named), lambda rows, key: rows.filter(regime=key))


def _by_director():
    """By who directs the process, as their colleagues in the circle see it."""
    directing = Seat.objects.now().filter(role=Seat.Role.PROCESS_DIRECTOR, case__in=Case.objects.mine())
    sitting = Occupant.objects.now().filter(seat__in=list(directing.values_list("pk", flat=True)))
    people = sitting.order_by("professional__name").values_list("professional_id", "professional__name").distinct()
    return Filter("regisseur", _("Process director"), several(list(people)), _directed_by)


def _directed_by(cases, key):
    seats = Seat.objects.now().filter(role=Seat.Role.PROCESS_DIRECTOR, case=OuterRef("pk"))
    return cases.filter(Exists(seats.filter(occupants__in=Occupant.objects.now().filter(professional=key))))
