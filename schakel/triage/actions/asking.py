"""Asking the referrer to complete what was referred."""

from uuid import uuid4

from django.utils.translation import gettext_noop

from schakel.audit.once import made_once
from schakel.audit.record import act, record
from schakel.referrals.actions.locking import as_it_is_now
from schakel.vault.words import Keyring

from .. import rules
from ..models import Question, Reply


@made_once(Question)
@act("referral.questioned", gettext_noop("asked the referrer to complete a referral"))
def ask_referrer(*, by, referral, text, key=None):
    """Ask the referrer something; who refers sees it in their work. (nl: vraag aan de aanmelder)"""
    as_it_is_now(referral)
    rules.may_question(by, referral).enforce()
    question = Question.objects.create(id=key or uuid4(), referral=referral, author=by)
    Keyring.of(referral).write(question, text=text)
    record(by=by, file=referral, about=question)
    return question


@made_once(Reply)
@act("referral.replied", gettext_noop("answered a question about a referral"))
def reply(*, by, question, text, key=None):
    """Answer what the triage asked. (nl: antwoord van de aanmelder)"""
    as_it_is_now(question.referral)
    rules.may_reply(by, question).enforce()
    given = Reply.objects.create(id=key or uuid4(), referral=question.referral, question=question, author=by)
    Keyring.of(question.referral).write(given, text=text)
    record(by=by, file=question.referral, about=question)
    return given
