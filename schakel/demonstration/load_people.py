"""Whom a file is about: persons with a key of their own, addresses for whom they are meant, relations."""

from schakel.people.keeping import add_person
from schakel.people.models import Address, Authority, CitizenNumber, Person, Relation
from schakel.vault.models import ContentKey

from .case_checks import born
from .loading import everybody


def load_people(loading, written, ring, at, *, in_case):
    """The persons of a file by their key; an address that not everybody may see stands in the case only."""
    made = {}
    for position, person in enumerate(written.person):
        shown = in_case or everybody(person.address_seen_by)
        made[person.key] = add_person(
            ring, number=person.number, address=shown and _address(person),
            audience=_audience(loading, person), role=person.role, given_names=person.given, prefix=person.prefix,
            surname=person.surname, birth_date=_birth_date(loading, person), gender=person.gender,
            secret_address=person.secret_address, position=position,
        )  # fmt: skip
    _relations(written, ring, made)
    loading.made_at(at, ring.file_id, ContentKey, Person, Address, CitizenNumber, Authority)
    return made


def _birth_date(loading, person):
    """Nothing for whom nobody knows."""
    return f"{born(person, loading.today):%Y%m%d}" if person.surname else ""


def _address(person):
    """The demonstration writes an address in one line."""
    lines, _, place = person.address.partition(", ")
    return lines and {"lines": lines, "place": place}


def _audience(loading, person):
    if everybody(person.address_seen_by):
        return ()
    return [loading.capacities[key].pk for key in person.address_seen_by]


def _relations(written, ring, made):
    """Parental authority does not follow from being a parent: it stands apart."""
    for relation in written.relation:
        who, to = made[relation.who], made[relation.to]
        if relation.kind == "parental_authority":
            Authority.objects.create(file_id=ring.file_id, person=to, holder=who)
        else:
            Relation.objects.create(file_id=ring.file_id, person=who, other=to, kind=relation.kind)
