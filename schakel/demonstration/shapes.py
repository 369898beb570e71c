"""The shapes of the demonstration's data: what a region, its people and a case consist of.

References are keys: a person's key within the case, a professional's key, and a capacity as `organisation` or
`organisation/capacity`. `["*"]` means the whole case (persons) or everybody seated (audience).
"""

from dataclasses import dataclass, field
from unicodedata import normalize

from .beside_shapes import Absence
from .moments import Moment

EVERYBODY = "*"
SITUATION = "situation"


@dataclass(frozen=True)
class Municipality:
    """A municipality of the region (nl: gemeente)."""

    code: str
    name: str
    inhabitants: int
    character: str
    neighbourhoods: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Organisation:
    """A partner of the house, or the house itself (nl: ketenpartner)."""

    key: str
    name: str
    short_name: str
    kind: str
    chains: list[str]
    position: str
    capacities: list[str] = field(default_factory=lambda: [""])
    municipality: str = ""
    town: str = ""
    offers: str = ""
    covenant_ends: Moment | None = None

    def capacity_keys(self):
        """How others in the data refer to the capacities of this organisation."""
        return [f"{self.key}/{name}" if name else self.key for name in self.capacities]


@dataclass(frozen=True)
class Table:
    """A standing series of conferences (nl: tafel)."""

    key: str
    name: str
    regime: str
    rhythm: str
    begins: str
    ends: str
    chair: str
    place: str = ""
    link: str = ""
    standing: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class House:
    """The house of the demonstration (nl: Zorg- en Veiligheidshuis)."""

    key: str
    name: str
    motto: str
    inhabitants: int
    town: str
    managing_organisation: str
    own_organisation: str
    contact_point: str
    triage_rhythm: str
    triage_term_working_days: int
    urgent: str


@dataclass(frozen=True)
class NeighbourHouse:
    """Another house, for comparison and hand-over."""

    key: str
    name: str
    way_of_working: str
    information_director: str


@dataclass(frozen=True)
class Region:
    """Everything in `region.toml`."""

    house: House
    municipality: list[Municipality]
    organisation: list[Organisation]
    table: list[Table]
    neighbour: list[NeighbourHouse]


@dataclass(frozen=True)
class View:
    """A list as somebody narrowed it, under a name of their own (nl: bewaarde weergave)."""

    list: str
    name: str
    query: str
    first: bool = False


@dataclass(frozen=True)
class Professional:
    """Somebody who works for a partner or for the house (nl: professional)."""

    key: str
    given: str
    surname: str
    title: str
    capacities: list[str]
    prefix: str = ""
    account: bool = False
    contact: bool = False
    roles: list[str] = field(default_factory=list)
    deputy: str = ""
    telephone: str = ""
    about: str = ""
    house: str = "merreland"
    left: Moment | None = None  # the last day
    invited_by: str = ""
    view: list[View] = field(default_factory=list)

    @property
    def email(self):
        """An address that nobody has."""
        organisation = self.capacities[0].partition("/")[0]
        plain = normalize("NFKD", f"{self.given}.{self.prefix}{self.surname}".replace("ı", "i"))
        return f"{plain.encode('ascii', 'ignore').decode().lower()}@{organisation}.example"

    @property
    def name(self):
        """The name as it is shown."""
        return " ".join(part for part in (self.given, self.prefix, self.surname) if part)


@dataclass(frozen=True)
class Criterion:
    """One criterion of a regime."""

    number: int
    text: str
    area: bool = False


@dataclass(frozen=True)
class Retention:
    """How long is kept, from which event; a parameter of the house."""

    event: str
    months: int
    verified: bool


@dataclass(frozen=True)
class Regime:
    """A kind of approach with its legal ground (nl: soort aanpak)."""

    key: str
    name: str
    purpose: str
    citation: str
    link: str
    verified: bool
    compartment: str
    who_decides: str
    persons: str
    takes_referrals: bool
    life_domains: list[str]
    closing_reasons: list[str]
    themes: list[str]
    retention: list[Retention]
    verified_on: str = ""
    remark: str = ""
    formula: str = ""
    criterion: list[Criterion] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Label:
    """A key with what the screen says."""

    key: str
    label: str


@dataclass(frozen=True)
class Regimes:
    """Everything in `regimes.toml`."""

    life_domain: list[Label]
    closing_reason: list[Label]
    theme: list[Label]
    regime: list[Regime]


@dataclass(frozen=True)
class Bottleneck:
    """Something that stands in the way of many, without persons (nl: knelpunt)."""

    text: str
    times: int
    noted: list[Moment]


@dataclass(frozen=True)
class AgendaItem:
    """One item of a conference that holds several (nl: agendapunt)."""

    case: str
    minutes: int
    kind: str
    guests: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Agenda:
    """A conference with several items (nl: agenda)."""

    table: str
    at: Moment
    state: str
    item: list[AgendaItem]
    place: str = ""
    link: str = ""
    unread: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Asked:
    """Something that is asked of somebody today."""

    of: str
    case: str
    what: str
    due: Moment | None = None


@dataclass(frozen=True)
class EndDate:
    """An end that comes near."""

    case: str
    what: str
    on: Moment


@dataclass(frozen=True)
class Late:
    """An agreement that is over its date, with the working days it is late."""

    case: str
    agreement: str
    working_days: int


@dataclass(frozen=True)
class Day:
    """Everything in `day.toml`: one day in the demonstration."""

    agenda: list[Agenda]
    asked: list[Asked]
    late: list[Late]
    end_date: list[EndDate]
    bottleneck: list[Bottleneck]
    absence: list[Absence]
