"""Which referrals stand in which list: numbers, organisations, themes and terms, never names."""

from django.db.models import Q
from django.utils.translation import gettext as _

from schakel.design.parts.words import since
from schakel.network.models import Appointment
from schakel.network.roles import houses_of
from schakel.network.workdays import workdays_left

from .models import Referral
from .status import status_of
from .terms import answer_due


def to_assess(houses):
    """What waits for the triage of these houses, urgent things and the oldest first."""
    waiting = _all().filter(house__in=houses, sent_at__isnull=False, withdrawn_at=None, decision=None)
    return waiting.order_by("-urgent", "sent_at")


def answered(houses):
    return _all().filter(house__in=houses, decision__isnull=False).order_by("-decision__decided_at")


def mine(professional):
    """What I refer, or am the named contact of."""
    return _all().filter(Q(referrer=professional) | Q(contact=professional)).order_by("-made_at")


def houses_i_triage(professional):
    return houses_of(professional, Appointment.Role.TRIAGE)


def with_terms(referrals):
    """Each with what the list says: its status, and while it waits its term."""
    houses = {}
    for referral in referrals:
        referral.house = houses.setdefault(referral.house_id, referral.house)  # its closed days are asked for once
        referral.status = status_of(referral)
        referral.due = answer_due(referral) if referral.is_waiting else None
        referral.left = workdays_left(referral.due) if referral.due else None
        referral.about_line = " · ".join(_about(referral))
        yield referral


def _about(referral):
    """Whose it is and what it is about, as far as a list may say."""
    yield str(referral.capacity)
    yield (
        referral.theme or referral.get_source_display() if referral.sent_at or referral.theme else referral.regime.name
    )
    if referral.sent_at:
        yield _("sent {when}").format(when=since(referral.sent_at))


def _all():
    return Referral.objects.select_related("house", "regime", "capacity__organisation", "decision")
