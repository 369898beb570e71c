"""From phase to phase, to the end; and keeping what must not be destroyed yet."""

from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext_noop

from schakel.audit.once import made_once
from schakel.audit.record import act, record
from schakel.vault.words import Keyring

from .. import rules
from ..editions import locked
from ..models import Case, Closing, Hold, TakenOver


@act("case.moved_on", gettext_noop("brought a case into another phase"))
def move_to(*, by, case, phase, edition=None):
    """Bring a case into another phase. (nl: fase)"""
    rules.may_move_to(by, case, phase).enforce()
    case = _locked(case, edition)
    Keyring.of(case).rewrite(case, by=by, phase=phase)
    record(by=by, file=case, about=case)
    return case


@act("case.closed", gettext_noop("closed a case"))
def close(*, by, case, result, reason, taken_over=()):
    """Close a case with its result and the reason; a closed case is never quietly continued. (nl: afsluiting)

    `taken_over` are pairs (capacity, what): which ordinary partner goes on with what. Named is not seated.
    """
    rules.may_close(by, case).enforce()
    rules.is_a_reason(case, reason).enforce()
    for capacity, _what in taken_over:
        rules.may_take_over(case, capacity).enforce()
    case = _locked(case)
    rules.may_close(by, case).enforce()
    closing = Closing.objects.create(case=case, author=by, about=[case.pk], reason=reason)
    ring = Keyring.of(case)
    ring.write(closing, result=result)
    for capacity, what in taken_over:
        ring.write(TakenOver.objects.create(case=case, author=by, about=[case.pk], capacity=capacity), what=what)
    ring.rewrite(case, by=by, phase=Case.Phase.CLOSED, closed_at=timezone.now())
    record(by=by, file=case, about=closing)
    return closing


@made_once(Hold)
@act("case.held", gettext_noop("held a case: nothing of it is destroyed"))
def hold(*, by, case, reason, until=None, key=None):
    """Hold a case for a complaint or proceedings: nothing of it is destroyed. (nl: vernietigingsstop)"""
    rules.may_hold(by, case).enforce()
    held = Hold.objects.create(id=key or uuid4(), case=case, author=by, about=[case.pk], until=until)
    Keyring.of(case).write(held, reason=reason)
    record(by=by, file=case, about=held)
    return held


def _locked(case, edition=None):
    return locked(case, edition, together=("house", "regime"), otherwise=rules.CLOSED)
