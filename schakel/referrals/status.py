"""Where a referral stands, in a word, and the meaning of its colour."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .models import Decision


@dataclass(frozen=True)
class Status:
    text: str
    meaning: str = "plain"


def status_of(referral):
    if referral.withdrawn_at:
        return Status(_("withdrawn"))
    if referral.is_decided:
        outcome = referral.decision
        return Status(outcome.get_outcome_display(), "good" if outcome.outcome == Decision.Outcome.CASE else "plain")
    if getattr(referral, "asks_me", False):
        return Status(_("question to you"), "due")
    if referral.sent_at:
        return Status(_("waits for an answer"), "house")
    return Status(_("draft"))
