from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.audit.once import made_once
from schakel.audit.record import act

from ..changes import changed
from ..lists import entries
from ..models import ListEntry
from .base import last_position, move, my_house, refuse_second, retire, standing


@made_once(ListEntry)
@act("list.entry_added", gettext_noop("added a possibility to a list"))
def add_entry(*, by, house, name, label, regime=None, key=None):
    """Let people choose this from now on. (nl: lijstwaarde)"""
    house = my_house(by, house)
    there = entries(house, name, regime)
    refuse_second(there.filter(label__iexact=label), _("This stands in the list already."))
    made = ListEntry.objects.create(
        **({"pk": key} if key else {}), house=house, author=by, regime=regime, list=name, label=label,
        position=last_position(there),
    )  # fmt: skip
    changed(by=by, house=house, event="list.entry_added", about=made, what=_list_of(made), after=made)
    return made


@act("list.entry_retired", gettext_noop("took a possibility off a list"))
def retire_entry(*, by, entry):
    """Let people choose it no more; where it was chosen it stays readable. (nl: lijstwaarde)"""
    house = my_house(by, entry.house)
    entry = standing(entry)
    retire(entry)
    changed(by=by, house=house, event="list.entry_retired", about=entry, what=_list_of(entry), before=entry)


@act("list.entry_moved", gettext_noop("changed the order of a list"))
def move_entry(*, by, entry, up):
    """Show it one place earlier or later. (nl: lijstwaarde)"""
    house = my_house(by, entry.house)
    entry = standing(entry)
    move(entry, entries(house, entry.list, entry.regime), up)
    changed(by=by, house=house, event="list.entry_moved", about=entry, what=_list_of(entry), after=entry)


def _list_of(entry):
    name = entry.get_list_display()
    return f"{name} – {entry.regime}" if entry.regime else name
