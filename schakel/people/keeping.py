"""Persons of a file: adding, correcting and copying them. Pieces of acts; the acts themselves are the file's."""

from uuid import uuid4

from django.db import connection
from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject

from schakel.vault.keys import blind_index

from . import rules
from .models import Address, CitizenNumber, Person

NUMBER_IN_FILE = "SELECT access.number_in_file(%s, %s, %s)"
NUMBER_FOR_COPY = "SELECT sealed, blind FROM access.number_for_copy(%s)"
WHERE_ONE_LIVES = {name: name for name in ("lines", "postcode", "place", "country", "secret")}


def add_person(ring, *, key=None, number="", address=None, audience=(), **fields):
    """Somebody the file of this ring is about, with a key of their own; number and address as far as they are known."""
    person = Person.objects.create(id=key or uuid4(), file_id=ring.file_id, **fields)
    ring.add(person.pk)
    if number:
        put_number(ring, person, number)
    if address:
        add_address(person, address, audience)
    return person


def changed_person(person, **fields):
    """Give a person other names or dates; the answer says which fields really changed."""
    changed = [name for name, value in fields.items() if getattr(person, name) != value]
    for name in changed:
        setattr(person, name, fields[name])
    if changed:
        person.edition += 1
        person.save(update_fields=[*changed, "edition"])
    return changed


def add_address(person, address, audience=()):
    """Where somebody lives now; without a named audience it is for everybody who opens the file. The latest counts."""
    return Address.objects.create(
        file_id=person.file_id, person=person, audience=list(audience) or [person.file_id],
        secret=person.secret_address, **address,
    )  # fmt: skip


def put_number(ring, person, number):
    """Seal a citizen service number into the vault, once in a file, under the person's own key. The latest counts."""
    with connection.cursor() as cursor:
        cursor.execute(NUMBER_IN_FILE, [person.file_id, blind_index(number), person.pk])
        rules.may_hold_number(cursor.fetchone()[0]).enforce()
    _seal_number(ring, person, number)


def _seal_number(ring, person, number):
    CitizenNumber.objects.create(
        file_id=person.file_id, person=person, sealed=ring.seal(person.pk, number, _place(person)),
        blind=blind_index(number),
    )  # fmt: skip


def copy_number(person, ring, copy, ring_of_copy):
    """Seal the number of a referral's person again, for the copy in the case that is being opened from it."""
    with connection.cursor() as cursor:
        cursor.execute(NUMBER_FOR_COPY, [person.pk])
        found = cursor.fetchone()
    if found:
        _seal_number(ring_of_copy, copy, ring.unseal(person.pk, found[0], _place(person)))


def latest_addresses(file_id):
    """The newest address of each person of the opened file, by person id."""
    return {address.person_id: address for address in Address.objects.filter(file_id=file_id).order_by("made_at")}


def persons_at_home(file_id):
    """The persons of the opened file, each with their newest `address` that one may read, or None; one statement."""
    newest = Address.objects.filter(file_id=file_id, person=OuterRef("pk")).order_by("-made_at")
    said = Subquery(newest.values(said=JSONObject(**WHERE_ONE_LIVES))[:1])
    persons = list(Person.objects.filter(file_id=file_id).annotate(lives=said))
    for person in persons:
        person.address = Address(file_id=file_id, person=person, **person.lives) if person.lives else None
    return persons


def _place(person):
    return f"{person.pk}|citizen_service_number"
