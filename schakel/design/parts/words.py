"""Dates and moments in the words people use for them."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.dateformat import format as in_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

LATE_ENOUGH_TO_BE_WRONG = -3
SOON = 5


def _day_of(moment):
    if isinstance(moment, datetime):
        return timezone.localtime(moment).date() if timezone.is_aware(moment) else moment.date()
    return moment


def _day_month(day):
    return in_format(day, "j F" if day.year == timezone.localdate().year else "j F Y")


def day(value, form=""):
    """A day: "26 november"; with the year when that is another; `"week"` puts "do" before it, `"full"` "donderdag"."""
    if not value:
        return ""
    value = _day_of(value)
    weekday = {"week": "D ", "full": "l "}.get(form, "")
    return (in_format(value, weekday) if weekday else "") + _day_month(value)


def clock(value):
    """A time of day: "10.15 uur"."""
    if not value:
        return ""
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return _("{time} hrs").format(time=in_format(value, _("G:i")))


def moment(value):
    """A day and a time: "do 26 november, 10.15 uur"."""
    return f"{day(value, 'week')}, {clock(value)}" if value else ""


def since(value):
    """A moment seen from now: "zojuist", "vandaag, 9.30 uur", "gisteren, 16.42 uur", "17 november"."""
    if not value:
        return ""
    when, today = _day_of(value), timezone.localdate()
    timed = isinstance(value, datetime)
    if timed and timezone.is_aware(value) and timedelta(0) <= timezone.now() - value < timedelta(minutes=2):
        return _("just now")
    near = {0: _("today"), 1: _("yesterday"), -1: _("tomorrow")}.get((today - when).days)
    if near is None:
        return _day_month(when)
    return f"{near}, {clock(value)}" if timed else near


def deadline(due, working_days):
    """What a last day means, given the working days left (negative: days late): "nog 1 werkdag", "6 dagen te laat"."""
    if working_days is None or working_days == "":
        return day(due)
    left = int(working_days)
    if left < 0:
        return ngettext("{days} day late", "{days} days late", -left).format(days=-left)
    if left == 0:
        return _("today")
    if left > SOON and isinstance(due, date):
        return _("before {day}").format(day=_day_month(_day_of(due)))
    return ngettext("{days} working day left", "{days} working days left", left).format(days=left)


def urgency(working_days):
    """The colour of a last day: late is wrong (the first days still due), soon is due, the rest plain."""
    if working_days is None or working_days == "":
        return "plain"
    left = int(working_days)
    if left <= LATE_ENOUGH_TO_BE_WRONG:
        return "wrong"
    return "due" if left <= 1 else "plain"
