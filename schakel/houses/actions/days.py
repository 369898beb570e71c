from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.audit.once import made_once
from schakel.audit.record import act

from ..changes import changed
from ..models import ClosedDay
from ..wording import in_one_word
from .base import my_house, refuse_second, retire, standing


@made_once(ClosedDay)
@act("closed_day.added", gettext_noop("closed the house for a day"))
def close_day(*, by, house, day, reason="", key=None):
    """Say that the house does not work on a day: terms count on without it. (nl: sluitingsdag)"""
    house = my_house(by, house)
    refuse_second(house.closed_days.filter(day=day), _("On this day the house is closed already."))
    made = ClosedDay.objects.create(**({"pk": key} if key else {}), house=house, author=by, day=day, reason=reason)
    changed(by=by, house=house, event="closed_day.added", what=_("Closed days"), about=made, after=_said(made))
    return made


@act("closed_day.retired", gettext_noop("opened the house on a day after all"))
def open_day(*, by, closed_day):
    """Work on this day after all. (nl: sluitingsdag)"""
    house = my_house(by, closed_day.house)
    closed_day = standing(closed_day)
    retire(closed_day)
    changed(
        by=by, house=house, event="closed_day.retired", what=_("Closed days"), about=closed_day,
        before=_said(closed_day),
    )  # fmt: skip


def _said(day):
    return f"{in_one_word(day.day)} {day.reason}".strip()
