"""By when the triage answers: working days of the house, and the same day when it is urgent."""

from django.utils import timezone

from schakel.network.workdays import add_workdays, on_or_after


def answer_due(referral):
    """The last day for an answer; None for what was not sent."""
    if not referral.sent_at:
        return None
    sent = timezone.localtime(referral.sent_at).date()
    return on_or_after(sent) if referral.urgent else add_workdays(sent, referral.house.triage_workdays)
