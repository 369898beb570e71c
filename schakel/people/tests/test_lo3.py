from datetime import date
from pathlib import Path

import pytest

from schakel.people.citizen_number import is_valid
from schakel.people.dates import Age, PartialDate, age
from schakel.people.gender import Gender
from schakel.people.lo3 import Suspension, read_file, read_persons
from schakel.people.lo3_rows import RegistryFileError
from schakel.people.names import display, formal

TEST_PERSONS = Path(__file__).parent / "data" / "gba-v-test-persons.csv"


@pytest.fixture(scope="module")
def persons():
    return {person.identifier: person for person in read_file(TEST_PERSONS)}


def lines(**fields):
    header = ["", "01.02.40", *fields]
    return [";".join(header), ";".join(["1", "Jansen", *fields.values()])]


def test_every_test_person_is_read(persons):
    assert len(persons) == 353
    assert all(is_valid(person.citizen_service_number) for person in persons.values())
    assert all(display(person.name) for person in persons.values())


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("Lg01_501", "Mattheus du Burck"),
        ("Lg01_660", "Christina Maria Kierkegaard-Maassen"),  # V, married
        ("Lg01_720", "Hendrika Janse-Molenaar"),  # V, widow
        ("Lg01_485", "Thea Groeman"),  # P
        ("Lg01_711", "Żáïŀëñøŕ Åłéèç Ðëļŧå 'S Streeveld-te Schaars"),  # N, two marriages, predicate dropped
        ("Lg01_653", "Jonkvrouw Żáïŀëñøŕ Åłéèç Ðëļŧå S Slechte"),
        ("Lg01_447", "Hendrik Jan ridder de Brink"),
        ("Lg01_324", "Debrabandere"),  # no given names
        ("Lg01_722", "El Nawal Hussein Mohamed"),  # no given names, prefix
        ("Lg01_279", "Dian Marini Maya"),  # surname "."
        ("Lg01_468", "Thor Asgaard"),  # trailing space
    ],
)
def test_names_are_composed_as_the_registry_means_them(persons, identifier, expected):
    assert display(persons[identifier].name) == expected


def test_very_long_names_are_kept_whole(persons):
    assert formal(persons["Lg01_391"].name).endswith("Thoe Schwartzenberg en Von Hohenlohe-Langenburg")
    assert len(persons["Lg01_391"].name.surname) == 196


def test_births_may_be_known_in_part_or_not_at_all(persons):
    assert persons["Lg01_491"].birth == PartialDate(1968)
    assert persons["Lg01_284"].birth == PartialDate(1995, 2)
    assert persons["Lg01_401"].birth is None


def test_the_deceased_are_recognised_and_have_their_age_at_death(persons):
    assert sum(person.is_deceased for person in persons.values()) == 15
    old = persons["Lg01_441"]
    assert age(old.birth, date(2026, 1, 1), old.death) == Age(96, 97)
    assert old.suspension == Suspension.DECEASED


def test_every_secrecy_code_above_zero_hides_the_address(persons):
    secret = [person for person in persons.values() if person.secrecy_code != "0"]
    assert len(secret) == 30
    assert all(person.is_secret for person in secret)
    assert not any(person.is_secret for person in persons.values() if person.secrecy_code == "0")


def test_a_secrecy_code_that_nobody_knows_hides_as_well():
    assert read_persons(lines(**{"07.70.10": "9"}))[0].is_secret


def test_addresses_in_the_country_abroad_and_unknown(persons):
    assert persons["Lg01_675"].address.lines() == ("Goudsesingel 72", "3011 KD Rotterdam")
    assert persons["Lg01_341"].address.lines()[0] == "Jozef Israëlskade t/o 469"
    assert persons["LG01_772"].address.lines() == ("Woonboot in de Grote Sloot",)
    assert persons["Lg01_707"].address.is_abroad
    assert persons["Lg01_707"].address.lines() == ("Rue du pomme 25", "Bruxelles", "postcode 1000")
    assert not persons["Lg01_472"].address.is_known
    assert persons["Lg01_472"].address.municipality_code == "0518"


def test_a_second_child_on_a_continuation_row_counts_and_history_does_not(persons):
    assert [display(child.name) for child in persons["Lg01_501"].children] == [
        "Caroline Ilse du Burck", "Karin Monique du Burck", "Sasja du Burck", "Carsten Antonius du Burck",
    ]  # fmt: skip
    assert all(is_valid(child.citizen_service_number) for child in persons["Lg01_501"].children)


def test_an_earlier_address_is_history(persons):
    assert "Dorpsweg 54" not in persons["Lg01_675"].address.lines()


def test_ended_marriages_are_no_partners_of_today(persons):
    married_twice = persons["Lg01_451"]
    assert [union.runs for union in married_twice.unions] == [True, False, False]
    assert [display(partner.name) for partner in married_twice.partners] == ["Jacoba Magdalena van Stevens"]
    assert persons["Lg01_720"].partners == ()


def test_a_marriage_that_was_recorded_by_mistake_does_not_count(persons):
    assert persons["LG01_771"].unions == ()


def test_an_occurrence_that_is_marked_incorrect_does_not_count():
    child = {"09.02.40": "Jansen", "09.03.10": "20100101"}
    assert len(read_persons(lines(**child))[0].children) == 1
    assert read_persons(lines(**child, **{"09.84.10": "O"}))[0].children == ()


def test_an_impossible_date_at_the_source_is_there_but_unknown():
    assert read_persons(lines(**{"01.03.10": "19990631"}))[0].birth == PartialDate()


def test_an_unknown_parent_is_left_out(persons):
    assert all(parent.is_known for person in persons.values() for parent in person.parents)
    assert len(persons["Lg01_675"].parents) == 2


def test_an_open_gender_is_unknown_and_not_a_guess(persons):
    assert persons["Lg01_403"].gender == persons["Lg01_324"].gender == Gender.UNKNOWN


def test_nothing_of_a_person_stands_in_the_representation(persons):
    person = persons["Lg01_501"]
    assert person.citizen_service_number not in repr(person)
    assert person.name.surname not in repr(person)
    assert person.children[0].citizen_service_number not in repr(person.children)


@pytest.mark.parametrize(
    "spoilt",
    [[], ["naam;adres"], [";01.02.40;01.02.10", "1;Jansen"], [";01.02.40", ";Jansen"], [";01.02.40", '1;"Jansen']],
)
def test_a_file_that_is_no_person_list_is_refused_without_its_content(spoilt):
    with pytest.raises(RegistryFileError) as refusal:
        read_persons(spoilt)
    assert "Jansen" not in str(refusal.value)
