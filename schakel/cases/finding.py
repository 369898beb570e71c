"""Searching inside an opened file: each capability says in its `findable.py` which of its rows can be searched."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.utils.module_loading import autodiscover_modules

from schakel.vault.words import Keyring

from .stems import Wanted, passage

MOST = 50  # passages on the page; who finds more asks for more words
_known = []  # functions that give what can be searched in a case


@dataclass
class Findable:
    """A row with words, or with a short title: what it is, when, and where it stands."""

    row: object
    kind: str
    at: datetime
    url: str
    words: tuple = ()  # names of its words in the vault
    titles: tuple = ()  # short texts that stand in its table

    def texts(self):
        return [*self.titles, *(getattr(self.row, word) for word in self.words)]


@dataclass
class Found:
    """One passage with what was looked for."""

    kind: str
    at: datetime
    url: str
    parts: list


def findable(function):
    """Register a function that, given an opened case, answers `Findable`s: rows as the policies show them, unread."""
    _known.append(function)
    return function


def find(case, term):
    """Passages of this opened case with these words, newest first; only what the reader may see."""
    wanted = Wanted(term)
    if not wanted:
        return []
    _discover()
    things = [thing for function in _known for thing in function(case)]
    Keyring.of(case).reveal([thing.row for thing in things if thing.words])
    found = [one for thing in things for one in _passages(thing, wanted)]
    return sorted(found, key=lambda one: one.at, reverse=True)[:MOST]


def _passages(thing, wanted):
    for text in thing.texts():
        if places := wanted.places(text):
            yield Found(thing.kind, thing.at, thing.url, passage(text, places))


@cache
def _discover():
    autodiscover_modules("findable")
