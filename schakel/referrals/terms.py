"""By when the triage answers: working days of the house, or the meeting of the list that was open when it came in.

Urgent is the same day, or the first working day after it.
"""

from datetime import timedelta

from django.utils import timezone

from schakel.houses.models import ClosedDay
from schakel.network.models import House
from schakel.network.workdays import add_workdays, calendar_of, on_or_after


def answer_due(referral, waited=0):
    """The last day for an answer; None for what was not sent. `waited`: working days that do not count."""
    if not referral.sent_at:
        return None
    house, sent = referral.house, timezone.localtime(referral.sent_at)
    calendar = calendar_of_house(house)
    if referral.urgent:
        return on_or_after(sent.date(), calendar)
    if house.triage_way == House.Triage.LIST:
        return on_or_after(list_meeting(house, sent), calendar)
    return add_workdays(sent.date(), house.triage_workdays + waited, calendar)


def list_closes(house, moment):
    """When the list closes on which a referral of this moment stands."""
    ahead = (house.list_closes_on - moment.weekday()) % 7
    closes = (moment + timedelta(days=ahead)).replace(
        hour=house.list_closes_at.hour, minute=house.list_closes_at.minute, second=0, microsecond=0
    )
    return closes if closes >= moment else closes + timedelta(days=7)


def list_meeting(house, moment):
    """The day of the meeting for which that list is."""
    closes = list_closes(house, moment)
    ahead = (house.list_meets_on - closes.weekday()) % 7
    if ahead == 0 and house.list_meets_at < house.list_closes_at:
        ahead = 7
    return closes.date() + timedelta(days=ahead)


def calendar_of_house(house):
    """On which days this house does not work; asked once for each house that was read."""
    if not hasattr(house, "_calendar"):
        know_calendar(house, ClosedDay.objects.filter(house=house).values_list("day", flat=True))
    return house._calendar


def know_calendar(house, closed):
    """Remember these closed days of a house, as whoever read it found them beside it."""
    house._calendar = calendar_of(closed, good_friday=house.good_friday, liberation_day=house.liberation_day)
