"""The shapes of the files that were brought into cases, and of cases that have to do with each other."""

from dataclasses import dataclass, field

from .moments import Moment
from .shapes import EVERYBODY, SITUATION


@dataclass(frozen=True)
class Document:
    """A file that somebody brought into a case (nl: document); the ending of its name says its kind."""

    case: str
    capacity: str
    by: str
    at: Moment
    file: str
    subject: str
    text: str
    about: list[str] = field(default_factory=lambda: [SITUATION])
    audience: list[str] = field(default_factory=lambda: [EVERYBODY])
    use: str = "here_only"
    replaces: str = ""  # the name of the file before


@dataclass(frozen=True)
class Link:
    """Two cases that have to do with each other (nl: verbonden casus)."""

    case: str
    other: str
    by: str
    at: Moment
    kind: str
    reason: str


@dataclass(frozen=True)
class Letter:
    """A letter of a case, in the words of the house, to a person or to an organisation in its circle (nl: brief)."""

    case: str
    kind: str
    by: str
    at: Moment
    person: str = ""
    name: str = ""  # as the letter addresses them
    capacity: str = ""


@dataclass(frozen=True)
class Documents:
    """Everything in `documents.toml`."""

    document: list[Document]
    link: list[Link]
    letter: list[Letter]
