"""Which referrals stand in which list: numbers, organisations, themes and terms, never names."""

from datetime import timedelta

from django.db.models import Case, Exists, OuterRef, Q, When
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.design.parts.words import since
from schakel.network.models import Appointment
from schakel.network.roles import houses_of
from schakel.network.workdays import workdays_left

from .models import Referral
from .status import status_of
from .terms import answer_due

OLD_AFTER = 30  # days after which a draft is shown as an old one; nothing happens to it by itself
OPEN = Q(sent_at__isnull=False, withdrawn_at=None, decision=None)
# What the triage asks lies in its own capability, which this one does not know; the referral knows its questions.
ASKED = Exists(Referral.objects.filter(pk=OuterRef("pk"), questions__isnull=False, questions__reply=None))
STANDINGS = {
    "concept": Q(sent_at=None, withdrawn_at=None), "vraag": OPEN & Q(ASKED), "wacht": OPEN & ~Q(ASKED),
    "antwoord": Q(decision__isnull=False), "ingetrokken": Q(withdrawn_at__isnull=False),
}  # fmt: skip


def to_assess(houses):
    """What waits for the triage of these houses, urgent things and the oldest first."""
    waiting = _all().filter(house__in=houses, sent_at__isnull=False, withdrawn_at=None, decision=None)
    return waiting.order_by("-urgent", "sent_at")


def answered(houses):
    return _all().filter(house__in=houses, decision__isnull=False).order_by("-decision__decided_at")


def mine(professional, standing=""):
    """What I refer, or am the named contact of; all of it, or where it stands (a key of STANDINGS)."""
    found = _all().filter(Q(referrer=professional) | Q(contact=professional)).annotate(asks_me=_holds(OPEN & Q(ASKED)))
    if standing == "oud":
        return found.filter(_old_drafts()).order_by("made_at")
    return found.filter(STANDINGS.get(standing, Q())).order_by("-made_at")


def how_many_old_drafts(professional):
    return Referral.objects.filter(_old_drafts(), Q(referrer=professional) | Q(contact=professional)).count()


def _old_drafts():
    """Drafts that were begun long ago, and perhaps forgotten."""
    return STANDINGS["concept"] & Q(made_at__lt=timezone.now() - timedelta(days=OLD_AFTER))


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
    else:
        yield _("begun {when}").format(when=since(referral.made_at))


def _holds(condition):
    return Case(When(condition, then=True), default=False)


def _all():
    return Referral.objects.select_related("house", "regime", "capacity__organisation", "decision")
