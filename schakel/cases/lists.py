"""Which of my cases a list shows: by phase and by approach. What is chosen stands in the address; no names do."""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Count

from .models import Case

PHASES = {"overleg": "conference", "plan": "plan", "monitoring": "monitoring", "gesloten": "closed"}


@dataclass(frozen=True)
class Choice:
    """What somebody chose to see, read from an address; nonsense chooses nothing."""

    phase: str = ""
    regime: str = ""

    @classmethod
    def of(cls, parameters):
        phase = parameters.get("fase", "")
        return cls(phase if phase in PHASES else "", _id(parameters.get("aanpak", "")))

    @property
    def query(self):
        """The same as part of an address."""
        chosen = {"fase": self.phase, "aanpak": self.regime}
        return urlencode({name: value for name, value in chosen.items() if value})

    def without_phase(self):
        return Choice(regime=self.regime)

    def cases(self):
        mine = self.of_this_approach()
        return mine.filter(phase=PHASES[self.phase]) if self.phase else mine.running()

    def of_this_approach(self):
        mine = Case.objects.mine()
        return mine.filter(regime=self.regime) if self.regime else mine


def approaches():
    """(id, name) of the approaches of my cases."""
    return list(Case.objects.mine().order_by("regime__name").values_list("regime_id", "regime__name").distinct())


def phases_of(choice):
    """Each phase with how many of my cases stand in it, and which is chosen."""
    counted = dict(choice.of_this_approach().values_list("phase").annotate(Count("pk")).order_by())
    running = sum(count for phase, count in counted.items() if phase != Case.Phase.CLOSED)
    yield {"query": choice.without_phase().query, "label": "", "count": running, "current": not choice.phase}
    for name, phase in PHASES.items():
        yield {
            "query": Choice(name, choice.regime).query, "label": Case.Phase(phase).label,
            "count": counted.get(phase, 0), "current": name == choice.phase,
        }  # fmt: skip


def _id(text):
    try:
        return str(UUID(text[:36]))
    except ValueError:
        return ""
