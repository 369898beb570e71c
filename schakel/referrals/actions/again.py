"""A new test that begins from an earlier case: never the old one continued."""

from uuid import uuid4

from django.utils.translation import gettext_noop

from schakel.audit.once import made_once
from schakel.audit.record import act, record
from schakel.cases import rules_course
from schakel.cases.models import Continuation
from schakel.people.keeping import add_person
from schakel.people.models import Person
from schakel.vault.words import Keyring

from .. import rules
from ..models import Referral


@made_once(Referral, signed="referrer")
@act("referral.begun_again", gettext_noop("began a new test from an earlier case"))
def begin_again(*, by, case, regime, reason, people=(), disclosure=None, key=None):
    """Begin a new referral from an earlier case that lies open. (nl: heropening)

    It is a draft of the process director, who says anew why it is necessary (`reason`, the first words of what
    happens) and sends it to the triage. The persons are copied under keys of their own; nothing else comes along.
    `disclosure` is needed under another kind of approach. The earlier case keeps no reason: that would be a trace.
    """
    rules.needs_a_reason(reason).enforce()
    rules_course.may_continue(by, case, regime, disclosure).enforce()
    referral = Referral.objects.create(
        id=key or uuid4(), author=by, referrer=by, house=case.house, regime=regime, capacity=case.house.capacity
    )
    referral.refresh_from_db()
    ring = Keyring.new(referral)
    ring.write(referral, happened=reason.strip())
    for person in people:
        names = {name: getattr(person, name) for name in ["role", "position", *Person.CORRECTABLE]}
        add_person(ring, **names)
    kind = Continuation.Kind.AGAIN if regime.pk == case.regime_id else Continuation.Kind.ANOTHER_REGIME
    Continuation.objects.create(
        case=case, referral_id=referral.pk, author=by, regime=regime, kind=kind,
        disclosure_id=disclosure and disclosure.pk,
    )  # fmt: skip
    record(by=by, file=case, about=referral)
    return referral
