from django.utils.translation import gettext_noop

from schakel.access.verdict import Conflict
from schakel.audit.record import act

from ..changes import changed
from ..wording import in_words
from .base import my_house

TRIAGE = [
    "triage_way", "triage_workdays", "list_closes_on", "list_closes_at", "list_meets_on", "list_meets_at", "urgent",
    "answered_days", "inquiries_at_once", "inquiries_at_most", "questions_stop_term",
]  # fmt: skip
CALENDAR = [
    "good_friday", "liberation_day", "mail_hour", "stall_weeks", "covenant_days", "advice_months",
    "recall_again_days",
]  # fmt: skip
FACTS = ["motto", "contact_point"]


@act("house.set", gettext_noop("changed how the house works"))
def set_house(*, by, house, edition, **values):
    """Set the terms of the triage, the holidays or the public facts of a house. (nl: inrichting)"""
    house = my_house(by, house)
    if house.edition != edition:
        raise Conflict(house)
    fields = [name for name in [*TRIAGE, *CALENDAR, *FACTS] if name in values]
    before = in_words(house, fields)
    for name in fields:
        setattr(house, name, values[name])
    house.edition += 1
    house.save(update_fields=[*fields, "edition"])
    changed(
        by=by, house=house, event="house.set", what=house, about=house, before=before, after=in_words(house, fields)
    )
    return house
