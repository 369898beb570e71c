"""The worklist of the triage: numbers, organisations, themes and terms. Never names, never who was asked what."""

from django.db.models import Exists, OuterRef

from schakel.referrals import lists as referrals

from .models import Question, Remainder, TriageMeeting
from .terms import with_terms


def worklist(professional, shown=""):
    """What waits for an answer, urgent things and the oldest first; of what is too late all of it at once."""
    found = referrals.to_assess(referrals.houses_i_triage(professional)).annotate(
        is_asked=Exists(Question.objects.filter(referral=OuterRef("pk"), reply=None))
    )
    if shown == "spoed":
        return found.filter(urgent=True)
    if shown == "wacht":
        return found.filter(is_asked=True)
    return [one for one in with_terms(found) if one.left < 0] if shown == "te-laat" else found


def meetings(professional):
    return TriageMeeting.objects.filter(house__in=referrals.houses_i_triage(professional)).select_related("house")


def remainders():
    """What stays of what became no case."""
    return Remainder.objects.select_related("regime", "capacity__organisation")
