"""The shapes of what a circle does together: conferences, plan, agreements, informing and closing."""

from dataclasses import dataclass, field

from .moments import Moment
from .shapes import EVERYBODY


@dataclass(frozen=True)
class LegalFrame:
    """A legal frame with an end (nl: juridisch kader)."""

    person: str
    title: str
    authority: str
    since: Moment
    until: Moment | None = None
    note: str = ""


@dataclass(frozen=True)
class Attendance:
    """Whether an organisation was there, and how."""

    capacity: str
    who: str
    how: str
    remark: str = ""


@dataclass(frozen=True)
class FormalDecision:
    """What somebody decided in their own capacity (nl: besluit door …)."""

    capacity: str
    who: str
    at: Moment
    text: str


@dataclass(frozen=True)
class Conference:
    """One item of one conference about this case, or about some persons of it (nl: casusoverleg)."""

    at: Moment
    minutes: int
    state: str
    chair: str
    question: str
    persons: list[str] = field(default_factory=lambda: [EVERYBODY])
    table: str = ""
    place: str = ""
    link: str = ""
    guests: list[str] = field(default_factory=list)
    picture: str = ""
    judgement: str = ""
    conclusions: list[str] = field(default_factory=list)
    decision: list[FormalDecision] = field(default_factory=list)
    attendance: list[Attendance] = field(default_factory=list)
    minutes_final: Moment | None = None


@dataclass(frozen=True)
class Progress:
    """What was reported on an agreement."""

    at: Moment
    by: str
    text: str


@dataclass(frozen=True)
class Rung:
    """One step of asking after (nl: navragen, opschalen)."""

    rung: str
    at: Moment
    by: str
    text: str


@dataclass(frozen=True)
class Agreement:
    """What one organisation will do by when; the title holds no personal data (nl: afspraak)."""

    title: str
    text: str
    capacity: str
    answer: str
    who: str = ""
    persons: list[str] = field(default_factory=lambda: [EVERYBODY])
    due: Moment | None = None
    reason: str = ""
    answered: Moment | None = None
    done: Moment | None = None
    made: Moment | None = None
    own_decision: bool = False
    draft: bool = False
    progress: list[Progress] = field(default_factory=list)
    rung: list[Rung] = field(default_factory=list)


@dataclass(frozen=True)
class Goal:
    """What the plan wants to reach on one life domain (nl: doel)."""

    domain: str
    text: str
    agreement: list[Agreement]
    persons: list[str] = field(default_factory=lambda: [EVERYBODY])
    result: str = ""


@dataclass(frozen=True)
class OwnView:
    """What the person says about it."""

    person: str
    at: Moment
    by: str
    text: str


@dataclass(frozen=True)
class Informing:
    """That somebody was informed, or why not yet and until when (nl: informeren)."""

    person: str
    state: str
    by: str
    text: str
    at: Moment | None = None
    manner: str = ""
    ground: str = ""
    decided_by: str = ""
    until: Moment | None = None


@dataclass(frozen=True)
class Note:
    """A process note: what was done, no contribution."""

    at: Moment
    by: str
    text: str
    call_back: Moment | None = None


@dataclass(frozen=True)
class Transfer:
    """A hand-over that was offered to another house."""

    house: str
    at: Moment
    by: str
    state: str
    text: str
    request: str
    days: int = 30


@dataclass(frozen=True)
class Closing:
    """How the case ended (nl: afsluiten)."""

    at: Moment
    by: str
    reason: str
    result: str
    handover: str
    evaluation: str = ""


@dataclass(frozen=True)
class Condition:
    """One of the basic conditions of after-care (nl: basisvoorwaarde)."""

    name: str
    entry: str
    now: str
    happens: str
