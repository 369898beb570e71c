"""What the triage reads in an opened referral beside what the referrer says."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from schakel.vault.words import Keyring

from .contacts import is_care
from .models import Inquiry, InquiryAnswer, MeetingItem, Question
from .replies import in_words, question_for

WAITING = """
SELECT kind, number, asked_at, care FROM access.inquiries_waiting(%(at_most)s)
UNION ALL
SELECT 'question', r.number, q.asked_at, false
FROM triage_question q JOIN referrals_referral r ON r.id = q.referral_id
WHERE %(me)s IN (r.referrer_id, r.contact_id) AND r.withdrawn_at IS NULL
  AND NOT EXISTS (SELECT FROM triage_reply a WHERE a.question_id = q.id)
  AND NOT EXISTS (SELECT FROM referrals_decision d WHERE d.referral_id = r.id)
ORDER BY 3 LIMIT %(at_most)s
"""


@dataclass
class Waiting:
    """Something the triage asks of me: a kind, a number, a day."""

    kind: str
    number: str
    asked_at: datetime
    care: bool

    @property
    def is_of_a_referral(self):
        """The referrer is asked; otherwise an organisation is, and the number is that of the question."""
        return self.kind == "question"

    @property
    def name(self):
        return question_for(self.kind, self.care)


def asked_by_the_triage(professional, at_most):
    """What the triage asks of somebody, without a word of it: as contact of an organisation, or as who refers."""
    with connection.cursor() as cursor:
        cursor.execute(WAITING, {"me": professional.pk, "at_most": at_most})
        return [Waiting(*row) for row in cursor.fetchall()]


def inquiries_about(referral):
    """What was asked about an opened referral, and what was answered; for its triage."""
    asked = list(
        Inquiry.objects.filter(referral_id=referral.pk).select_related("organisation", "asked_of", "answered", "house")
    )
    for one in asked:
        answer = getattr(one, "answered", None)
        if answer:
            answer.inquiry = one
        Keyring.of(one).reveal([one, answer] if answer else [one])
        one.said = in_words(one.kind, answer and answer.answer)
        one.note = answer.note if answer else ""
        one.question = question_for(one.kind, is_care(one.organisation))
    return asked


def inquiry_opened(file):
    """A question as whoever is asked reads it; the file lies open."""
    inquiry = Inquiry.objects.select_related("house", "organisation", "author", "answered").get(pk=file.pk)
    Keyring.of(inquiry).reveal([inquiry])
    inquiry.care = is_care(inquiry.organisation)
    inquiry.question = question_for(inquiry.kind, inquiry.care)
    inquiry.is_answered = InquiryAnswer.objects.filter(inquiry=inquiry).exists()
    return inquiry


def questions_about(referral):
    """What the triage asked the referrer of an opened referral, and the answers."""
    questions = list(Question.objects.filter(referral=referral).select_related("author", "reply__author"))
    replies = [one.reply for one in questions if hasattr(one, "reply")]
    Keyring.of(referral).reveal([*questions, *replies])
    return questions


def concluded_about(referral):
    """What meetings of the triage concluded about an opened referral; the triage alone reads it."""
    items = MeetingItem.objects.filter(referral=referral, shown_at__isnull=False).select_related("meeting", "house")
    return Keyring.of(referral).reveal(items)
