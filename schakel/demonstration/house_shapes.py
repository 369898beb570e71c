"""The shapes of how each house of the demonstration works; what they share stands in `regimes.toml`."""

from dataclasses import dataclass, field

from .moments import Moment
from .shapes import Criterion, Municipality, Organisation, Professional


@dataclass(frozen=True)
class Question:
    """A question of the house's own at intake (nl: aanmeldvraag)."""

    text: str
    kind: str = "text"
    help: str = ""
    choices: list[str] = field(default_factory=list)
    required: bool = False
    regime: str = ""


@dataclass(frozen=True)
class ClosedDay:
    """A day on which the house does not work (nl: sluitingsdag)."""

    on: Moment
    reason: str


@dataclass(frozen=True)
class HouseText:
    """What the house says in its own words (nl: huistekst)."""

    key: str
    text: str


@dataclass(frozen=True)
class Approach:
    """How this house works under an approach of `regimes.toml`; with words of its own."""

    like: str
    name: str = ""
    formula: str = ""
    life_domains: list[str] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)
    closing_reasons: list[str] = field(default_factory=list)
    criterion: list[Criterion] = field(default_factory=list)
    retention_months: int = 0


@dataclass(frozen=True)
class StandingTable:
    """A standing table (nl: tafel)."""

    name: str
    regime: str
    rhythm: str
    weekday: int
    begins: str
    ends: str
    place: str = ""
    link: str = ""
    chair: str = ""


@dataclass(frozen=True)
class SetUp:
    """Everything in one file of `houses/`."""

    key: str
    region: str
    triage_way: str
    triage_workdays: int
    urgent: str
    frame_kinds: list[str]
    postponement_grounds: list[str]
    question: list[Question]
    text: list[HouseText]
    closed_day: list[ClosedDay]
    table: list[StandingTable] = field(default_factory=list)
    list_closes_on: int = 0
    list_closes_at: str = ""
    list_meets_on: int = 0
    list_meets_at: str = ""
    liberation_day: str = "lustrum"
    # of a neighbour, whose own people and approaches stand nowhere else
    name: str = ""
    short_name: str = ""
    motto: str = ""
    contact_point: str = ""
    municipality: list[Municipality] = field(default_factory=list)
    approach: list[Approach] = field(default_factory=list)
    staff: list[Professional] = field(default_factory=list)
    partner: list[Organisation] = field(default_factory=list)
    also: list[str] = field(default_factory=list)  # organisations of the region that are partners here, too

    def organisations(self):
        """Those that stand in no other file: the house itself and its partners."""
        own = Organisation(
            key=f"zvh-{self.key}", name=self.name, short_name=self.short_name, kind="house", chains=["government"],
            position="house",
        )  # fmt: skip
        return [own, *self.partner] if self.name else []
