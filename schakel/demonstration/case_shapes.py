"""The shape of one case of the demonstration, from referral to closing."""

from dataclasses import dataclass, field

from .beside_shapes import Alert, Disclosure, Draft, Inquiry, Proposal, Question, Weighing
from .moments import Moment
from .plan_shapes import (
    Closing,
    Condition,
    Conference,
    Goal,
    Informing,
    LegalFrame,
    Note,
    OwnView,
    Transfer,
)
from .shapes import EVERYBODY


@dataclass(frozen=True)
class Person:
    """A person whom a case concerns (nl: betrokkene). Age and birthday, so that the age stays right."""

    key: str
    given: str = ""  # neither name nor birthday: somebody of whom nobody knows who it is
    surname: str = ""
    prefix: str = ""
    age: int | None = None
    birthday: str = ""
    turns: int | None = None
    turns_on: Moment | None = None
    number: str = ""
    role: str = "subject"
    gender: str = "O"
    address: str = ""
    secret_address: bool = False
    address_seen_by: list[str] = field(default_factory=lambda: [EVERYBODY])


@dataclass(frozen=True)
class Relation:
    """How one person of the case stands to another; parental authority is a relation of its own."""

    who: str
    kind: str
    to: str
    note: str = ""


@dataclass(frozen=True)
class CriterionMet:
    """What was found on one criterion, with its ground."""

    number: int
    met: bool
    ground: str


@dataclass(frozen=True)
class Referral:
    """How the case came to the house (nl: aanmelding)."""

    referrer: str
    contact: str
    capacity: str
    theme: str
    happened: str
    goal: str
    tried: str
    view: str
    received: Moment | None = None
    begun: Moment | None = None
    due: Moment | None = None
    urgent: bool = False
    source: str = "form"
    state: str = "decided"
    criterion: list[CriterionMet] = field(default_factory=list)


@dataclass(frozen=True)
class Consulted:
    """An organisation that was asked during triage, with the reason for asking this one."""

    capacity: str
    reason: str
    answer: str
    asked: Moment


@dataclass(frozen=True)
class Triage:
    """The decision on a referral (nl: toets)."""

    by: str
    at: Moment
    outcome: str
    reason: str
    answer: str
    advice: str = ""
    criterion: list[CriterionMet] = field(default_factory=list)
    consulted: list[Consulted] = field(default_factory=list)


@dataclass(frozen=True)
class Occupant:
    """Who sits in a seat, from when until when."""

    who: str
    since: Moment
    until: Moment | None = None
    deputy: bool = False


@dataclass(frozen=True)
class Seat:
    """The place of an organisation in the circle (nl: plaats)."""

    capacity: str
    role: str
    since: Moment
    why: str
    occupants: list[Occupant]
    persons: list[str] = field(default_factory=lambda: [EVERYBODY])
    until: Moment | None = None


@dataclass(frozen=True)
class SeatRequest:
    """An organisation outside the circle asks for a seat."""

    capacity: str
    who: str
    at: Moment
    why: str
    waits_for: str


@dataclass(frozen=True)
class Exclusion:
    """A professional who is kept out of the case for a conflict of interest."""

    who: str
    at: Moment
    by: str
    why: str


@dataclass(frozen=True)
class Correction:
    """What was wrong about a person and is now right (nl: correctie)."""

    person: str
    at: Moment
    by: str
    why: str


@dataclass(frozen=True)
class Recall:
    """A contribution that was wrong or should not have been given."""

    at: Moment
    by: str
    why: str
    confirmed: list[str]
    waiting: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Contribution:
    """One piece of information from one organisation (nl: inbreng)."""

    capacity: str
    by: str
    about: list[str]
    kind: str
    fact_date: Moment
    brought: Moment
    source: str
    manner: str
    reliability: str
    domain: str
    use: str
    text: str
    audience: list[str] = field(default_factory=lambda: [EVERYBODY])
    recorded_by: str = ""
    confirmed: Moment | None = None
    secrecy: Weighing | None = None
    recalled: Recall | None = None


@dataclass(frozen=True)
class Lead:
    """The organisation that directs the content (nl: casusregie)."""

    capacity: str
    who: str
    accepted: Moment | None = None
    offered: Moment | None = None


@dataclass(frozen=True)
class Case:
    """Everything in one file under `cases/`: a case, or a referral that did not become one."""

    key: str
    sketch: str
    regime: str
    phase: str
    municipality: str
    theme: str
    situation: str
    house: str = "merreland"
    opened: Moment | None = None
    director: str = ""
    area: bool = False
    later: str = ""
    neighbourhood: str = ""
    group: str = ""
    lead: Lead | None = None
    person: list[Person] = field(default_factory=list)
    relation: list[Relation] = field(default_factory=list)
    correction: list[Correction] = field(default_factory=list)
    referral: Referral | None = None
    triage: Triage | None = None
    seat: list[Seat] = field(default_factory=list)
    seat_request: list[SeatRequest] = field(default_factory=list)
    exclusion: list[Exclusion] = field(default_factory=list)
    contribution: list[Contribution] = field(default_factory=list)
    frame: list[LegalFrame] = field(default_factory=list)
    conference: list[Conference] = field(default_factory=list)
    goal: list[Goal] = field(default_factory=list)
    own_view: list[OwnView] = field(default_factory=list)
    informing: list[Informing] = field(default_factory=list)
    note: list[Note] = field(default_factory=list)
    condition: list[Condition] = field(default_factory=list)
    inquiry: list[Inquiry] = field(default_factory=list)
    question: list[Question] = field(default_factory=list)
    alert: list[Alert] = field(default_factory=list)
    proposal: list[Proposal] = field(default_factory=list)
    draft: list[Draft] = field(default_factory=list)
    disclosure: list[Disclosure] = field(default_factory=list)
    transfer: Transfer | None = None
    closing: Closing | None = None
