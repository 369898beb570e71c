"""The shapes of what stands beside the content of a file: questions, warnings, drafts and what left the circle."""

from dataclasses import dataclass

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
