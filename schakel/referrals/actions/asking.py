"""How the triage asks the referrer to complete a referral; the answer is an addition (see sending.py)."""

from uuid import uuid4

from django.utils.translation import gettext_noop

from schakel.audit.once import made_once
from schakel.audit.record import act, record
from schakel.vault.words import Keyring

from .. import rules
from ..models import Clarification
from .locking import as_it_is_now


@made_once(Clarification)
@act("referral.referrer_asked", gettext_noop("asked the referrer to complete a referral"))
def ask_referrer(*, by, referral, question, key=None):
    """Ask the referrer something before deciding; the referral lies open. (nl: aan de aanmelder vragen)"""
    as_it_is_now(referral)
    rules.may_assess(by, referral).enforce()
    rules.needs_words(question).enforce()
    asked = Clarification.objects.create(id=key or uuid4(), referral=referral, author=by)
    Keyring.of(referral).write(asked, question=question)
    record(by=by, file=referral, about=asked)
    return asked
