"""The chapters of the manual, each for one kind of person, and which of them come first for whom."""

from dataclasses import dataclass, field
from functools import cache

from django.conf import settings

from schakel.network.models import Appointment

from .markdown import page_of

Role = Appointment.Role
FOLDER = settings.ROOT / "docs/manual"


@dataclass(frozen=True)
class Chapter:
    """A file of docs/manual and the roles it is for; for nobody in particular is for everybody."""

    slug: str
    roles: frozenset = field(default=frozenset())
    partners: bool = False  # for who holds no role at a house

    @property
    def page(self):
        return rendered(self.slug)


EVERYBODY = Chapter("iedereen")
CHAPTERS = [
    EVERYBODY,
    Chapter("partnerprofessional", partners=True),
    Chapter("contactpersoon", frozenset({Role.CONTACT})),
    Chapter("procesregisseur", frozenset({Role.PROCESS_DIRECTOR, Role.AFTERCARE, Role.RADICALISATION})),
    Chapter("procesondersteuner", frozenset({Role.SUPPORT})),
    Chapter("triage", frozenset({Role.TRIAGE})),
    Chapter("functioneel-beheerder", frozenset({Role.ADMINISTRATOR})),
    Chapter("privacy", frozenset({Role.PRIVACY_OFFICER})),
    Chapter("manager", frozenset({Role.MANAGER})),
]


def chapter_called(slug):
    return next((one for one in CHAPTERS if one.slug == slug), None)


def for_whom(held):
    """The chapters that fit these roles (pairs of role and house), and the others; what is for everybody leads."""
    roles = {role for role, _house in held}
    partner = not any(house for _role, house in held)
    fits = [one for one in CHAPTERS if one.roles & roles or (one.partners and partner)]
    return [EVERYBODY, *fits], [one for one in CHAPTERS if one is not EVERYBODY and one not in fits]


@cache
def rendered(slug):
    """A chapter as it stands on the page; the files do not change while the server runs."""
    return page_of((FOLDER / f"{slug}.md").read_text())
