"""How a case begins: with the decision of the triage, in the same transaction."""

from uuid import uuid4

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.access.fields import Start
from schakel.access.verdict import refuse
from schakel.audit.record import act, record
from schakel.people.copying import copy_what_holds
from schakel.people.keeping import add_person, copy_number
from schakel.people.models import Address, Person
from schakel.vault.words import Keyring

from .. import rules
from ..models import Case, Occupant, Seat

COPIED = ["role", "position", *Person.CORRECTABLE]


@act("case.opened", gettext_noop("opened a case"))
def open_case(*, by, house, regime, is_area, referral, director, support=None, occasion, goal, people, key=None):
    """Open a case with its first seats, and copy whom the referral is about. (nl: casus openen)

    `people` are persons of the opened referral; the case gets copies with ids and keys of their own, so that
    the one can be destroyed while the other lives on.
    """
    rules.may_open(by, house).enforce()
    if is_area and people:
        refuse(rules.AN_AREA_HAS_NO_PERSONS).enforce()
    case = Case.objects.create(
        id=key or uuid4(), author=by, house=house, regime=regime, is_area=is_area, opened_by=by,
        referral_id=referral and referral.pk,
    )  # fmt: skip
    case.refresh_from_db()
    ring = Keyring.new(case)
    ring.write(case, occasion=occasion, goal=goal)
    if referral:
        _copy_people(people, referral=referral, case=case, ring=ring, by=by)
    _first_seat(case, ring, Seat.Role.PROCESS_DIRECTOR, director, by)
    if support:
        _first_seat(case, ring, Seat.Role.PROCESS_SUPPORT, support, by)
    record(by=by, file=case, about=case)
    return case


def _first_seat(case, ring, role, occupant, by):
    """Directors and support hold real seats, in the house's own capacity."""
    seat = Seat.objects.create(
        case=case, capacity=case.house.capacity, role=role, whole_case=True, starts_at=Start(), author=by
    )
    Occupant.objects.create(seat=seat, professional=occupant, starts_at=Start(), named_by=by)
    ring.write(seat, why=_("Directs or supports the process from the decision of the triage on."))


def _copy_people(people, *, referral, case, ring, by):
    copies, ring_of_referral = {}, Keyring.of(referral)
    for person in people:
        copies[person.pk] = copy = add_person(ring, **{name: getattr(person, name) for name in COPIED})
        copy_number(person, ring_of_referral, copy, ring)
    for address in Address.objects.filter(person__in=copies).order_by("made_at"):
        _copy_address(address, copies[address.person_id], referral, case)
    copy_what_holds(copies, source=referral, target=case, ring_of_source=ring_of_referral, ring=ring, by=by)


def _copy_address(address, person, referral, case):
    """A secret address reaches the house and who brought it in, nobody else; so do all earlier ones."""
    secret = address.secret or person.secret_address
    Address.objects.create(
        file_id=case.pk, person=person, lines=address.lines, postcode=address.postcode, place=address.place,
        country=address.country, secret=secret,
        audience=[case.house.capacity_id, referral.capacity_id] if secret else [case.pk],
    )  # fmt: skip
