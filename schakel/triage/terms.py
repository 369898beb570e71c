"""By when the triage answers, when the house lets the term wait for the referrer."""

from django.utils import timezone

from schakel.network.workdays import workdays_between
from schakel.referrals.terms import answer_due, calendar_of_house

from .models import Question


def due_of(referral, questions=()):
    """The last day; working days on which the triage waited for the referrer count only when the house says so."""
    waited = sum(_waited(one, referral.house) for one in questions) if referral.house.questions_stop_term else 0
    return answer_due(referral, waited)


def left_until(referral, due):
    """Working days of this house until that day; negative when it is over."""
    today = timezone.localdate()
    left = workdays_between(today, due, calendar_of_house(referral.house))
    return min(left, -1) if due < today else left


def with_terms(rows):
    """Each with its last day and how long that is; one question more when a house lets its term wait."""
    rows = list(rows)
    asked = {}
    if any(one.house.questions_stop_term for one in rows):
        for question in Question.objects.filter(referral__in=rows).select_related("reply"):
            asked.setdefault(question.referral_id, []).append(question)
    calendars = {}
    for one in rows:
        one.house = calendars.setdefault(one.house_id, one.house)  # asks for closed days once for each house
        one.due = due_of(one, asked.get(one.pk, ()))
        one.left = left_until(one, one.due)
    return rows


def _waited(question, house):
    until = question.reply.replied_at if hasattr(question, "reply") else timezone.now()
    days = [timezone.localtime(moment).date() for moment in (question.asked_at, until)]
    return workdays_between(*days, calendar_of_house(house))
