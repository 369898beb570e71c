"""Keeping somebody out of a case for a conflict of interest."""

from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext_noop

from schakel.audit.record import act, record
from schakel.vault.words import Keyring

from .. import rules_circle
from ..models import Lock


@act("professional.locked_out", gettext_noop("locked a professional out of a case"))
def lock_out(*, by, case, professional, reason, about=None, key=None):
    """Lock somebody out of a case, or oneself: no seat and no replacement gets them in. (nl: uitsluiting)

    Words and entry come first: whoever locks themselves out sees the case no longer when the lock is there. `about` is
    whom the reason is about; without it the case as a whole.
    """
    rules_circle.may_lock_out(by, case, professional).enforce()
    lock = Lock(id=key or uuid4(), case=case, author=by, professional=professional, about=about or [case.pk])
    Keyring.of(case).write(lock, reason=reason)
    record(by=by, file=case, about=lock)
    lock.save(force_insert=True)
    return lock


@act("lock.lifted", gettext_noop("lifted that a professional is locked out"))
def lift_lock(*, by, lock):
    """Lift a lock; whoever takes part again is named again by their organisation. (nl: uitsluiting)"""
    rules_circle.may_lift(by, lock).enforce()
    lock.lifted_at = timezone.now()
    lock.save(update_fields=["lifted_at"])
    record(by=by, file=lock.case, about=lock)
    return lock
