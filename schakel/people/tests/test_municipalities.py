from pathlib import Path

from schakel.people.dates import PartialDate
from schakel.people.lo3 import read_file
from schakel.people.municipalities import municipalities, successors, today

TEST_PERSONS = Path(__file__).parent / "data" / "gba-v-test-persons.csv"


def test_the_whole_table_is_read():
    assert len(municipalities()) == 1478
    assert municipalities()["0003"].until == PartialDate(2021, 1, 1)


def test_a_municipality_that_merged_twice_leads_to_the_one_of_today():
    assert [municipality.name for municipality in successors("0001")] == ["Adorp", "Winsum", "Het Hogeland"]
    assert today("0001").name == "Het Hogeland"


def test_a_municipality_that_still_exists_is_itself():
    assert today("0014").name == "Groningen"
    assert today("1991").name == "Maashorst"


def test_codes_without_a_place_lead_nowhere():
    for code in ("0000", "1999", "0998", "1055", "abcd", ""):
        assert today(code) is None


def test_every_chain_ends():
    assert all(1 <= len(successors(code)) <= 5 for code in municipalities())


def test_residents_of_the_test_set_belong_to_a_municipality_of_today_or_to_the_invented_one():
    residents = [person for person in read_file(TEST_PERSONS) if person.suspension is None]
    nowhere = {code for person in residents if today(code := person.address.municipality_code) is None}
    assert nowhere == {"1810"}  # "Toetsoog", which exists in the test set only
