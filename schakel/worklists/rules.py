"""What may be saved as a view: a label without a person in it, and choices without a name."""

import re

from django.utils.translation import gettext_lazy as _

from schakel.access.verdict import ALLOWED, refuse
from schakel.people.traces import personal_traces

MOST = 20  # views of one list: more is no choice any more
CHOICES = re.compile(r"[a-z-]{1,20}=[A-Za-z0-9-]{1,40}(?:&[a-z-]{1,20}=[A-Za-z0-9-]{1,40}){0,9}")


def may_save(query, how_many):
    """Choices as they stand in an address of a list; not one view too many."""
    if not CHOICES.fullmatch(query):
        return refuse(_("Choose first what the list should show."))
    if how_many >= MOST:
        return refuse(_("You saved {count} views of this list; remove one first.").format(count=MOST))
    return ALLOWED


def may_be_called(name):
    """A label that points to nobody."""
    if found := personal_traces(name):
        words = _("Nobody may be found in the name of a view. Leave out: {what}.")
        return refuse(words.format(what=", ".join(found)))
    return ALLOWED
