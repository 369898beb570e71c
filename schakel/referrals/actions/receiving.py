"""How a national message becomes a referral, and the same message again an addition to it."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_noop

from schakel.audit.once import one_at_a_time
from schakel.audit.opening import file_open
from schakel.audit.record import act, record
from schakel.people import keeping
from schakel.people.models import Person
from schakel.vault.words import Keyring

from .. import rules
from ..models import Addition, Referral
from .writing import change, person_moved


@dataclass(frozen=True)
class Reported:
    """What a message says, in the words of a referral."""

    registration_number: str
    since: str
    words: dict
    names: dict  # fields of a Person, as far as the message knows them
    number: str
    address: dict

    def as_text(self):
        return "\n\n".join(text for text in self.words.values() if text)


@dataclass(frozen=True)
class Received:
    """What came of a message: a new referral, or what was added to an earlier one."""

    referral: Referral
    is_new: bool


@act("referral.message_received", gettext_noop("received a national message"))
def receive_message(*, by, regime, capacity, reported):
    """Take in a message. (nl: melding ontvangen)

    It becomes a new referral, sent at once; the same registration number again adds to that referral.
    """
    one_at_a_time("message", by.organisation_id, reported.registration_number)
    earlier = _earlier(by, reported.registration_number)
    if earlier:
        _add(by, earlier, reported)
    referral = earlier or _new(by, regime, capacity, reported)
    record(by=by, file=referral, about=referral)
    return Received(referral, is_new=earlier is None)


def _earlier(by, registration_number):
    known = Referral.objects.filter(
        Q(referrer=by) | Q(contact=by),
        source=Referral.Source.MESSAGE,
        registration_number=registration_number,
        capacity__organisation=by.organisation_id,
    )
    return known.order_by("made_at").first()


def _new(by, regime, capacity, reported):
    rules.may_refer(by, regime).enforce()
    rules.may_refer_as(by, capacity).enforce()
    referral = Referral.objects.create(
        author=by, house_id=regime.house_id, regime=regime, capacity=capacity, referrer=by, since=reported.since,
        source=Referral.Source.MESSAGE, registration_number=reported.registration_number,
    )  # fmt: skip
    referral.refresh_from_db()
    ring = Keyring.new(referral)
    ring.write(referral, **reported.words)
    keeping.add_person(ring, number=reported.number, address=reported.address, **reported.names)
    change(referral, by, sent_at=timezone.now())
    return referral


def _add(by, referral, reported):
    rules.may_add_to(by, referral).enforce()
    with file_open(referral, by=by, purpose=gettext_noop("the same national message again")):
        ring = Keyring.of(referral)
        if reported.as_text() in _said(ring, referral):
            return  # delivered twice
        addition = Addition.objects.create(referral=referral, author=by)
        ring.write(addition, text=reported.as_text())
        _correct(ring, referral, reported)


def _said(ring, referral):
    """Everything the messages said before."""
    ring.reveal([referral])
    first = "\n\n".join(text for text in (getattr(referral, word) for word in Referral.words) if text)
    return {first, *(addition.text for addition in ring.reveal(referral.additions.all()))}


def _correct(ring, referral, reported):
    """The message that came last knows best who it is about."""
    person = Person.objects.filter(file_id=referral.pk).order_by("position", "made_at").first()
    if person is None:
        return
    keeping.changed_person(person, **reported.names)
    keeping.put_number(ring, person, reported.number)
    if person_moved(person, reported.address):
        keeping.add_address(person, reported.address)
