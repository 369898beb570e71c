"""The persons of a case: adding, moving, correcting; how they are related is an act of people."""

from uuid import uuid4

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import Conflict, refuse
from schakel.audit.once import made_once
from schakel.audit.record import act, record
from schakel.people import keeping
from schakel.people.models import Address, Person
from schakel.vault.words import Keyring

from .. import rules
from ..models import Correction


@made_once(Person, signed=None)
@act("person.added", gettext_noop("added a person to a case"))
def add_person(*, by, case, role, number="", address=None, key=None, **fields):
    """Add somebody to a case, with a key of their own. (nl: betrokkene toevoegen)"""
    rules.may_add_people(by, case).enforce()
    ring = Keyring.of(case)
    person = keeping.add_person(ring, key=key, number=number, role=role, **fields)
    if address:
        _keep_address(case, person, address)
    record(by=by, file=case, about=person)
    return person


@made_once(Address, signed=None)
@act("person.moved", gettext_noop("wrote down where somebody lives"))
def add_address(*, by, case, person, address, key=None):
    """Write down where somebody lives now; the latest counts. (nl: adres)"""
    rules.may_add_people(by, case).enforce()
    kept = _keep_address(case, person, address, key)
    record(by=by, file=case, about=person)
    return kept


@act("person.corrected", gettext_noop("corrected a person"))
def correct_person(*, by, case, person, edition, reason, **fields):
    """Set right what is wrong about a person, with the reason; also in a closed case. (nl: correctie)"""
    rules.may_correct_people(by, case).enforce()
    now = Person.objects.select_for_update().get(pk=person.pk)
    if now.edition != edition:
        raise Conflict(now)
    last = keeping.latest_addresses(case.pk).get(person.pk)  # once it is secret, what was open shows to nobody
    changed = keeping.changed_person(now, **fields)
    if not changed:
        refuse(_("Nothing was changed.")).enforce()
    if "secret_address" in changed and now.secret_address and not case.is_closed:
        _make_secret(case, now, last)
    correction = Correction.objects.create(case=case, author=by, about=[person.pk])
    Keyring.of(case).write(correction, reason=reason)
    record(by=by, file=case, about=person)
    return now


def _make_secret(case, person, last):
    """Write the last known address down again, for the house alone."""
    if last and not last.secret:
        names = ("lines", "postcode", "place", "country")
        _keep_address(case, person, {name: getattr(last, name) for name in names})


def _keep_address(case, person, address, key=None):
    """A secret address is for the house alone, until a partner who needs it is told."""
    audience = [case.house.capacity_id] if person.secret_address else [case.pk]
    return Address.objects.create(
        id=key or uuid4(), file_id=case.pk, person=person, secret=person.secret_address, audience=audience, **address
    )
