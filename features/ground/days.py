"""Days as somebody types them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo


def typed(days_from_now=0):
    """A day in the house's own time: 12-11-2026."""
    day = datetime.now(ZoneInfo("Europe/Amsterdam")) + timedelta(days=days_from_now)
    return day.strftime("%d-%m-%Y")
