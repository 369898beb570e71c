"""Days on a form become moments in the database."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from schakel.access.fields import Start


def from_day(day):
    """From the beginning of that day; from this very transaction on for today, for the past, or without a day."""
    return Start() if day is None or day <= timezone.localdate() else _midnight(day)


def until_day(day):
    """Until the end of that day; without a day for an unknown time."""
    return day and _midnight(day + timedelta(days=1))


def _midnight(day):
    return timezone.make_aware(datetime.combine(day, time.min))


def later_or_now(moment):
    """A moment that is still to come; otherwise this very transaction."""
    return moment if moment > timezone.now() else Start()
