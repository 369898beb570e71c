"""What all changes to a set-up have in common."""

from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.access.verdict import Refused
from schakel.network.models import House

from .. import rules


def my_house(by, house):
    """The house, if one may set it up, and held until the change is made: two administrators change one by one."""
    rules.may_set_up(by, house).enforce()
    return House.objects.select_for_update().get(pk=house.pk)


def standing(row, model=None):
    """The row as it stands now."""
    found = (model or type(row)).objects.filter(pk=row.pk).first()
    if found is None:
        raise Refused(_("Somebody else changed or retired this meanwhile. Look at it again."))
    return found


def retire(row):
    """From now on it is there to be read only."""
    row.retired_at = timezone.now()  # the database writes its own clock
    row.save(update_fields=["retired_at"])


def last_position(rows):
    return max((row.position for row in rows), default=-1) + 1


def move(row, rows, up):
    """One place up or down among the rows, all of which get the number of their place."""
    rows = list(rows)
    place = next(number for number, one in enumerate(rows) if one.pk == row.pk)
    other = place - 1 if up else place + 1
    if 0 <= other < len(rows):
        rows[place], rows[other] = rows[other], rows[place]
    for number, one in enumerate(rows):
        if one.position != number:
            one.position = number
            one.save(update_fields=["position"])


def refuse_second(rows, words):
    """One and the same thing stands once."""
    if rows.exists():
        raise Refused(words)
