"""How a referral leaves its writer: sent, taken back, added to."""

from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from schakel.audit.once import made_once
from schakel.audit.record import act, record
from schakel.vault.words import Keyring

from .. import rules
from ..areas import claims_an_area
from ..models import Addition
from ..reading import Opened
from .locking import as_it_is_now
from .writing import change, write, write_all


@act("referral.sent", gettext_noop("sent a referral to the triage"))
def send(*, by, referral):
    """Put a complete referral before the triage; it lies open. (nl: aanmelding versturen)"""
    as_it_is_now(referral)
    rules.may_send(by, referral, Opened(referral).missing).enforce()
    change(referral, by, sent_at=timezone.now())
    record(by=by, file=referral, about=referral)


@transaction.atomic
def write_and_send(*, by, referral, **written):
    """Say whether it can wait, and send. Sent twice is sent once."""
    if as_it_is_now(referral).sent_at and rules.may_write(by, referral):
        return
    write(by=by, referral=referral, **written)
    send(by=by, referral=referral)


@transaction.atomic
def write_all_and_send(*, by, referral, **written):
    """Write a whole short referral, and send it when nothing is missing: otherwise it waits as a draft."""
    if as_it_is_now(referral).sent_at and rules.may_write(by, referral):
        return
    write_all(by=by, referral=referral, **written)
    if not Opened(referral).missing:
        send(by=by, referral=referral)


@act("referral.withdrawn", gettext_noop("withdrew a referral"))
def withdraw(*, by, referral, reason):
    """Take a referral back before it is answered; the triage no longer sees it. (nl: aanmelding intrekken)"""
    as_it_is_now(referral)
    rules.may_withdraw(by, referral).enforce()
    rules.needs_a_reason(reason).enforce()
    words = {"withdrawal": reason}
    Keyring.of(referral).rewrite(referral, by=by, words=words, withdrawn_at=timezone.now())
    record(by=by, file=referral, about=referral)


@made_once(Addition)
@act("referral.added_to", gettext_noop("added something to a referral"))
def add_to(*, by, referral, text, key=None):
    """Add something after sending. (nl: aanvullen)"""
    as_it_is_now(referral)
    rules.may_add_to(by, referral).enforce()
    rules.may_be_said(claims_an_area(referral.claims.select_related("criterion")), text).enforce()
    addition = Addition.objects.create(id=key or uuid4(), referral=referral, author=by)
    Keyring.of(referral).write(addition, text=text)
    record(by=by, file=referral, about=addition)
    return addition
