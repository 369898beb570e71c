"""All 353 test persons of the registry, added to referrals: they appear as the registry means them."""

from datetime import date

from conftest import as_, as_owner
from schakel.people.dates import age
from schakel.people.lo3 import read_file
from schakel.people.models import Address, CitizenNumber, Person
from schakel.people.names import display, formal
from schakel.people.registry import address_fields, person_fields
from schakel.people.showing import age_of, birth_of, display_name, life_line, name_of
from schakel.people.templatetags.people import address_line
from schakel.people.tests.test_lo3 import TEST_PERSONS
from schakel.referrals import actions
from schakel.vault.keys import blind_index

from .scene import start


def kept_in(world):
    """Registry person and kept person, side by side, read back in the opened referral."""
    return [pair for registered in rounds(read_file(TEST_PERSONS)) for pair in kept_together(world, registered)]


def rounds(registered):
    """Persons who share a number, as some of the test persons do, do not stand in one referral."""
    found = []
    for person in registered:
        number = person.citizen_service_number
        free = (one for one in found if number not in {other.citizen_service_number for other in one})
        target = next(free, None)
        if target is None:
            found.append(target := [])
        target.append(person)
    return found


def kept_together(world, registered):
    with as_(world.pim):
        referral = start(world)
    with as_(world.pim, reading=referral):
        made = [
            actions.add_person(
                by=world.pim, referral=referral, names=person_fields(person), number=person.citizen_service_number,
                address=address_fields(person.address),
            )
            for person in registered
        ]  # fmt: skip
        found = Person.objects.in_bulk([person.pk for person in made])
        addresses = {address.person_id: address for address in Address.objects.all()}
    for person in found.values():
        person.address = addresses.get(person.pk)
    return [(one, found[two.pk]) for one, two in zip(registered, made, strict=True)]


def test_all_353_persons_come_out_as_the_registry_means_them(world):
    kept = kept_in(world)
    assert len(kept) == 353
    for registered, person in kept:
        assert_as_meant(registered, person)
    assert_something_of_everything([person for _registered, person in kept])
    with as_owner():
        blind = {bytes(number.blind) for number in CitizenNumber.objects.all()}
    assert blind == {blind_index(registered.citizen_service_number) for registered, _person in kept}


def assert_as_meant(registered, person):
    assert display_name(person) == display(registered.name)
    assert formal(name_of(person)) == formal(registered.name)
    assert birth_of(person) == registered.birth
    assert bool(person.death_date) == registered.is_deceased
    assert person.secret_address == registered.is_secret
    assert str(age_of(person)) == str(age(registered.birth, date.today(), registered.death)) or registered.is_deceased
    assert ("overleden" in life_line(person)) == registered.is_deceased
    if registered.address.is_known:
        assert address_line(person.address) == ", ".join(registered.address.lines())
        assert person.address.secret == registered.is_secret


def assert_something_of_everything(persons):
    assert any(person.prefix for person in persons)
    assert any(person.noble_title for person in persons)
    assert any(person.name_use != "E" for person in persons)
    assert any(person.birth_date.endswith("00") for person in persons)
    assert any(person.death_date for person in persons)
    assert any(person.secret_address for person in persons)
