"""The shapes of what stands beside the content of a file: questions, warnings, drafts and what left the circle."""

from dataclasses import dataclass, field

from .moments import Moment


@dataclass(frozen=True)
class Weighing:
    """How somebody weighed professional secrecy before they spoke (nl: weging beroepsgeheim)."""

    ground: str
    reasoning: str


@dataclass(frozen=True)
class Inquiry:
    """What the triage asks one organisation, and what it answered (nl: bij u bekend?)."""

    capacity: str
    asked: Moment
    reason: str
    kind: str = "known"
    text: str = ""
    answer: str = ""
    answered: Moment | None = None
    note: str = ""


@dataclass(frozen=True)
class Question:
    """What the triage asks the referrer, and the reply (nl: vraag aan de aanmelder)."""

    asked: Moment
    text: str
    replied: Moment | None = None
    reply: str = ""


@dataclass(frozen=True)
class Alert:
    """A warning for the safety of professionals, with a source and an end (nl: attentie)."""

    capacity: str
    at: Moment
    until: Moment
    text: str
    person: str = ""


@dataclass(frozen=True)
class Proposal:
    """An organisation that somebody of the circle proposes for it (nl: voorstel voor een plaats)."""

    capacity: str
    who: str
    at: Moment
    why: str


@dataclass(frozen=True)
class Draft:
    """What somebody typed and did not bring in yet (nl: concept van een inbreng)."""

    who: str
    at: Moment
    text: str


@dataclass(frozen=True)
class Disclosure:
    """Information that left the circle, or was asked for and refused (nl: verstrekking)."""

    at: Moment
    recipient: str
    ground: str
    purpose: str
    content: str
    outcome: str = "given"


@dataclass(frozen=True)
class Absence:
    """A colleague who is away, and who replaces them meanwhile (nl: afwezigheid)."""

    who: str
    replacement: str
    since: Moment
    until: Moment


@dataclass(frozen=True)
class Request:
    """What whoever runs a case asks a seated organisation (nl: uitvraag); `answer`: contribution, nothing, or none."""

    case: str
    of: str
    question: str
    asked: Moment
    due: Moment
    kind: str = "known"
    person: str = ""
    reminded: list[Moment] = field(default_factory=list)
    answer: str = ""
    answered: Moment | None = None


@dataclass(frozen=True)
class Response:
    """What was said to a question for advice (nl: reactie op een adviesvraag)."""

    by: str
    at: Moment
    text: str
    kind: str = "advice"
    minutes: int = 0
    organisation: str = ""


@dataclass(frozen=True)
class Consultation:
    """A question for advice to a house, without anybody in it (nl: adviesvraag)."""

    house: str
    by: str
    asked: Moment
    question: str
    kind: str = "situation"
    response: list[Response] = field(default_factory=list)


@dataclass(frozen=True)
class Asking:
    """Everything in `asking.toml`."""

    request: list[Request]
    consultation: list[Consultation]
