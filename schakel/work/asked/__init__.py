"""What is asked of somebody, from all parts of the house: short titles, numbers and dates, never names or content.

Each part gives its rows by one function of one statement; a new part is one more line in `PARTS`. So the first page
asks the database no more when there is more to do.
"""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .ask import Ask
from .from_agreements import asked_in_plans
from .from_cases import asked_in_cases
from .from_consultations import asked_for_advice
from .from_network import ends_or_was_left
from .from_people import informing_that_comes_back
from .from_requests import asked_in_requests
from .from_triage import asked_by_triage, waits_for_triage

PARTS = [
    waits_for_triage,
    asked_in_plans,
    asked_in_cases,
    asked_in_requests,
    asked_by_triage,
    asked_for_advice,
    informing_that_comes_back,
    ends_or_was_left,
]

__all__ = ["Ask", "asked_of", "attention"]


def asked_of(desk):
    """Everything that waits, what is due first on top; then what needs an answer most."""
    asks = [ask for part in PARTS for ask in part(desk)]
    return sorted(asks, key=lambda ask: (ask.due is None, ask.due or date.max, not ask.strong))


def attention(asks, conferences_today):
    """One sentence for the top of the page."""
    count = len(asks)
    if not count:
        first = _("Nothing waits for you.")
    else:
        first = ngettext("One thing asks for your attention.", "{count} things ask for your attention.", count)
    second = ngettext("Today one conference.", "Today {count} conferences.", conferences_today)
    return f"{first.format(count=count)} {second.format(count=conferences_today) if conferences_today else ''}".strip()
