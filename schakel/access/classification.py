"""What a table holds, and how sensitive each of its fields is.

`holds` says which question its SELECT policy must ask; `Classified` names every field once.
Both are read by the promise tests and by the rulebook, so that nothing is added undecided.
"""

from enum import StrEnum


class Holds(StrEnum):
    CONTENT = "content"  # of a case file: the policy asks access.opened()
    NAMES = "names"  # who a file is about: the policy asks access.shown()
    FRAME = "frame"  # that there is a case, a seat, a date: the policy asks who sits there
    SETUP = "setup"  # the network and its rules: for whoever is signed in
    DOOR = "door"  # accounts and sessions: another role
    LOG = "log"  # nobody reads it back


class Classified:
    """Fields by sensitivity: identifying (who), special, ordinary.

    Special is what articles 9 and 10 of the GDPR guard, and what leads there. (Regulation (EU) 2016/679 of 27 April
    2016, https://eur-lex.europa.eu/eli/reg/2016/679/oj; which field is which is our reading of it.)
    """

    def __init__(self, *, identifying="", special="", ordinary=""):
        self.by_field = {
            field: kind
            for kind, fields in (("identifying", identifying), ("special", special), ("ordinary", ordinary))
            for field in fields.split()
        }
