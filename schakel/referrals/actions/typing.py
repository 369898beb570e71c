"""Keeping what is typed before it is saved, and throwing a draft away. See docs/decisions/0013."""

import json
from datetime import timedelta
from uuid import uuid4

from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import Refused
from schakel.audit.once import made_once
from schakel.audit.record import act, record
from schakel.vault.words import Keyring

from .. import rules
from ..models import Unsaved
from .locking import as_it_is_now

LONGEST_TYPED = 400_000  # signs of one step, as they are sealed
ON_ITS_WAY = timedelta(seconds=5)  # what comes so soon after saving was sent before it


def keep(*, by, referral, step, typed, key=None, kept=None):
    """Keep what is typed on a step. `key` is of this window, `kept` the edition that it kept before, if any.

    A window has its key before it keeps anything, so what is saved while the first words are still on their way is
    known to be saved: that is kept nowhere, and the answer is None. Where another window went on under the key, or
    where one types on after saving, this one gets another.
    """
    before = Unsaved.objects.filter(pk=key) if key else Unsaved.objects.none()
    if before.filter(referral=referral, author=by, ended_at__gt=timezone.now() - ON_ITS_WAY).exists():
        return None
    mine = before.filter(referral=referral, author=by, step=step, ended_at=None)
    unsaved = (mine if kept is None else mine.filter(edition=kept)).first()
    if unsaved:
        return _go_on_typing(by, referral, unsaved, typed)
    fresh = None if before.exists() else key
    return begin_typing(by=by, referral=referral, step=step, typed=typed, key=fresh)


@made_once(Unsaved)
@act("referral.typing", gettext_noop("began typing in a referral"))
def begin_typing(*, by, referral, step, typed, key=None):
    """Keep what is being typed in one window, from its first words. (nl: beginnen te typen)"""
    rules.may_write(by, referral).enforce()
    unsaved = Unsaved.objects.create(id=key or uuid4(), referral=referral, author=by, step=step)
    Keyring.of(referral).write(unsaved, typed=_sealable(typed))
    record(by=by, file=referral, about=unsaved)
    return unsaved


@transaction.atomic
def _go_on_typing(by, referral, unsaved, typed):
    """The same window, some words later: still the same act, so no entry of its own. What it replaces is destroyed."""
    rules.may_write(by, referral).enforce()
    unsaved.edition += 1
    unsaved.save(update_fields=["edition"])
    Keyring.of(referral).write(unsaved, typed=_sealable(typed))
    _forget(unsaved)
    return unsaved


def done_typing(*, by, referral, key):
    """What was typed there was saved, or is not wanted: it is destroyed. A piece of the act that says so."""
    unsaved = Unsaved.objects.filter(pk=key, referral=referral, author=by, ended_at=None).first() if key else None
    if unsaved:
        unsaved.ended_at = timezone.now()
        unsaved.save(update_fields=["ended_at"])
        _forget(unsaved)


def saved_typing(*, by, referral, key):
    """What was typed there is saved, also when nothing of it was kept yet: its key is taken. A piece of the act."""
    done_typing(by=by, referral=referral, key=key)
    if not key or Unsaved.objects.filter(pk=key).exists():
        return
    try:
        with transaction.atomic():
            Unsaved.objects.create(id=key, referral=referral, author=by, step="")
    except (IntegrityError, ProgrammingError):
        return  # a key that is not of this page; what was saved is saved
    done_typing(by=by, referral=referral, key=key)


@act("referral.typing_dropped", gettext_noop("threw away what was typed in a referral and not saved"))
def drop_typing(*, by, referral, key):
    """Go back to what was saved. (nl: getypte tekst weggooien)"""
    rules.may_write(by, referral).enforce()
    done_typing(by=by, referral=referral, key=key)
    record(by=by, file=referral, about=referral)


@act("referral.thrown_away", gettext_noop("threw away the draft of a referral"))
def throw_away(*, by, referral):
    """Destroy a draft with everything that was typed in it; the entry stays. (nl: concept weggooien)"""
    as_it_is_now(referral)
    rules.may_throw_away(by, referral).enforce()
    record(by=by, file=referral, about=referral)
    with connection.cursor() as cursor:
        cursor.execute("SELECT access.throw_away_draft(%s)", [referral.pk])
        if not cursor.fetchone()[0]:
            raise Refused(_("This draft is not yours to throw away."))


def _forget(unsaved):
    with connection.cursor() as cursor:
        cursor.execute("SELECT access.forget_unsaved(%s)", [unsaved.pk])


def _sealable(typed):
    """As text: signs that can be stored nowhere else are written out, so that nothing typed is lost."""
    text = json.dumps(typed)
    if len(text) > LONGEST_TYPED:
        raise Refused(_("This is too much for one page. Save it in parts."))
    return text
