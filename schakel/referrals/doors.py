"""The door of a referral."""

from functools import partial

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.shortcuts import get_object_or_404

from schakel.audit.opening import opens
from schakel.houses.models import ClosedDay

from .lists import ASKED
from .models import Referral
from .terms import know_calendar


def find_referral(number, **rest):
    """The referral with this number if I am its referrer, its contact or its triage; otherwise there is none."""
    together = ("house", "regime", "capacity__organisation", "referrer", "contact", "decision")
    closed = ArraySubquery(ClosedDay.objects.filter(house=OuterRef("house")).values("day"))
    referral = get_object_or_404(
        Referral.objects.select_related(*together).annotate(closed=closed, is_asked=ASKED), number=number
    )
    know_calendar(referral.house, referral.closed)
    return referral, rest


opens_referral = partial(opens, find_referral, "referrer, named contact and the house's triage open the referral")
