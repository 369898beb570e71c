"""The door of a referral."""

from functools import partial

from django.shortcuts import get_object_or_404

from schakel.audit.opening import opens

from .models import Referral


def find_referral(number, **rest):
    """The referral with this number if I am its referrer, its contact or its triage; otherwise there is none."""
    together = ("house", "regime", "capacity__organisation", "referrer", "contact", "decision")
    return get_object_or_404(Referral.objects.select_related(*together), number=number), rest


opens_referral = partial(opens, find_referral, "referrer, named contact and the house's triage open the referral")
