"""Every row of every table, for everybody: exactly what the domain says, asked with raw SQL.

The table below is the whole of it in words; the row policies must come to the same answer.
"""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from conftest import as_
from schakel.access.classification import Holds
from schakel.access.policies import APPLICATION_ROLE, policies_of

from .full_house import SEATS, support_for_the_mother
from .furniture import merged
from .raw import as_contact

pytestmark = pytest.mark.django_db(databases=["default", "door"])

SIGHT = {  # file: who has it, and whom and what they see of it
    "family": dict.fromkeys(["noor", "sem", "pim"], {"family", "mother", "child"})
    | {"sanne": {"mother"}, "lieke": {"child"}},
    "street": dict.fromkeys(["jelmer", "bilal", "pim"], {"street", "father"}),
    "ended": dict.fromkeys(["noor", "pim"], {"ended", "son"}),
    "asked": dict.fromkeys(["polly", "linda", "hanneke"], {"asked", "mover"}),
    "answered": dict.fromkeys(["polly", "linda"], {"answered"}),  # the triage saw it for thirty days
    "withdrawn": dict.fromkeys(["polly", "linda"], {"withdrawn"}),
    "draft": {"bilal": {"draft", "aunt"}},
}
FILLS = {  # contacts say who sits on their organisation's seats, as long as the case is open and the seat lasts
    "noor": {"noor", "sem", "jelmer"}, "linda": {"pim", "pim in the street"}, "coen": {"sanne"},
    "lieke": {"lieke"}, "bilal": {"bilal"},
}  # fmt: skip
HEARS = {"pim": {"police"}, "sanne": {"ggz"}}  # beside what is for everybody seated
CAST = ["noor", "sem", "pim", "sanne", "lieke", "jelmer", "bilal", "polly", "linda", "hanneke", "coen", "gea", "ankie"]
CASES = {"family", "street", "ended"}
SHOWN = {  # whom it concerns sees it in lists, without an opened file
    "conferences_caseconference", "plans_agreement", "plans_answer", "plans_progress",
}  # fmt: skip
EXISTS, READERS = merged("EXISTS"), merged("READERS")
CLOSED = "no case file lies open|no entry of the log"
TABLES = {
    model._meta.db_table: model
    for model in apps.get_models()
    if any(one.command == "SELECT" and one.role == APPLICATION_ROLE for one in policies_of(model))
}


def files_of(name):
    return {file for file, who in SIGHT.items() if name in who}


def sight_of(name):
    return {thing for who in SIGHT.values() for thing in who.get(name, ())}


def sees_seat(name, label):
    case, only = SEATS[label]
    seated = case in files_of(name) and (not only or case in sight_of(name))
    return seated or only in sight_of(name)


def exists_for(name, opened, table, one, contact=False):
    """Does this row exist for somebody who has this file open?"""
    if table in EXISTS:
        return EXISTS[table](name, opened, one, contact)
    sight = sight_of(name)
    fills = FILLS.get(name, ()) if contact else ()
    if table in ("cases_seat", "cases_occupant"):
        return sees_seat(name, one.seat) or one.seat in fills
    if table == "cases_seatperson":
        return (sees_seat(name, one.seat) or one.seat in fills) and one.about <= sight
    if table == "cases_case":
        return one.file in files_of(name) or one.file in {SEATS[seat][0] for seat in fills}
    if table in ("referrals_referral", "referrals_decision"):
        return one.file in files_of(name)
    concerned = getattr(one, "about", set()) <= sight
    if table in SHOWN:
        owned = table != "plans_agreement" or sees_seat(name, one.seat)
        return one.file in files_of(name) and concerned and owned
    if table == "vault_contentkey":
        return one.file in files_of(name) and concerned
    return one.file == opened and concerned and reaches(name, one) and stands(name, table, one)


def reaches(name, one):
    heard = getattr(one, "heard", one.file)
    return heard == one.file or heard in HEARS.get(name, ())


def stands(name, table, one):
    """What was recalled is read by nobody but the organisation that brought it in."""
    return not getattr(one, "recalled", False) or "police" in HEARS.get(name, ())


def found(table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM {table}")
        return {pk for (pk,) in cursor.fetchall()}


def seen(table):
    """What comes back, where a refusal is nothing. (PostgreSQL asks the cheapest half of a sentence first.)"""
    try:
        with transaction.atomic():
            return found(table)
    except DatabaseError as error:
        assert "no case file" in str(error) or "no entry" in str(error)
        return set()


def expected(house, name, opened, table, contact=False):
    return {one.pk for one in house.rows.get(TABLES[table], ()) if exists_for(name, opened, table, one, contact)}


def holding(*kinds):
    return sorted(table for table, model in TABLES.items() if model.holds in kinds)


def everybody_with_everything_open(house):
    files = {**house.cases, **house.referrals}
    for name in CAST:
        for label in sorted(files_of(name)):
            yield name, label, files[label]


@pytest.mark.parametrize("table", holding(Holds.CONTENT, Holds.NAMES))
def test_of_an_opened_file_everybody_sees_what_concerns_and_reaches_them(house, table):
    assert house.rows.get(TABLES[table]), "the full house has no row of this table"
    for name, label, file in everybody_with_everything_open(house):
        with as_(getattr(house.world, name), reading=file):
            assert found(table) == expected(house, name, label, table), f"{name}, with {label} open"


@pytest.mark.parametrize("table", holding(Holds.FRAME))
@pytest.mark.parametrize("contact", [False, True])
def test_that_there_is_something_shows_to_whom_it_concerns(house, table, contact):
    assert house.rows.get(TABLES[table]), "the full house has no row of this table"
    for name in CAST:
        with as_(getattr(house.world, name)), as_contact(contact):
            assert found(table) == expected(house, name, None, table, contact), name


@pytest.mark.parametrize("table", ["cases_case", "cases_seat", "cases_occupant"])
def test_what_a_contact_may_fill_shows_only_to_who_acts_as_contact(house, table):
    with as_(house.world.linda):
        ordinary = found(table)
        with as_contact():
            assert found(table) > ordinary
    with as_(house.world.gea), as_contact():
        assert found(table) == set()


@pytest.mark.parametrize("table", holding(Holds.CONTENT, Holds.NAMES))
@pytest.mark.parametrize("name", ["noor", "lieke"])
def test_with_no_file_open_asking_for_what_concerns_one_is_an_error(house, name, table):
    if name == "lieke" and not any(exists_for("lieke", "family", table, one) for one in house.rows[TABLES[table]]):
        return  # nothing here concerns her: an empty answer is the truth
    if table in READERS:
        name, _file = READERS[table]
    name = "polly" if table.startswith("referrals_") and name == "noor" else name  # she sits in no referral
    with as_(getattr(house.world, name)), pytest.raises(DatabaseError, match=CLOSED), transaction.atomic():
        found(table)


@pytest.mark.parametrize("table", holding(Holds.CONTENT, Holds.NAMES))
def test_with_no_file_open_whom_nothing_concerns_gets_an_empty_answer(house, table):
    """An error would tell that there is something."""
    with as_(house.world.gea):
        assert found(table) == set()


@pytest.mark.parametrize("table", holding(Holds.CONTENT, Holds.NAMES))
def test_who_runs_a_case_and_sees_one_person_of_it_reads_nothing_about_another(house, table):
    support_for_the_mother(house)
    rows = {one.pk: getattr(one, "about", {"mother"}) for one in house.rows[TABLES[table]]}
    with as_(house.world.ankie, reading=house.cases["family"]):
        assert all(rows[pk] <= {"mother"} for pk in found(table) & set(rows))


@pytest.mark.parametrize("table", holding(Holds.NAMES))
def test_a_listing_shows_the_names_of_its_own_files_and_no_other(house, table):
    name, label = READERS.get(table, ("pim", "family"))
    files = {**house.cases, **house.referrals}
    with as_(getattr(house.world, name), listing=[files[label], house.referrals["withdrawn"]]):
        assert found(table) == expected(house, name, label, table)


@pytest.mark.parametrize("table", holding(Holds.CONTENT))
def test_a_listing_opens_no_content(house, table):
    in_a_referral = table.startswith("referrals_")
    name, label = READERS.get(table, ("polly", "asked") if in_a_referral else ("pim", "family"))
    reader = as_(getattr(house.world, name), listing=[{**house.cases, **house.referrals}[label]])
    with reader, pytest.raises(DatabaseError, match="no case file"), transaction.atomic():
        found(table)


@pytest.mark.parametrize("table", holding(Holds.CONTENT, Holds.NAMES))
def test_an_entry_replaces_no_seat(house, table):
    for file in [*house.cases.values(), *house.referrals.values()]:
        with as_(house.world.gea, reading=file):
            assert not seen(table)
        with as_(house.world.gea, listing=[file]):
            assert not seen(table)


@pytest.mark.parametrize("table", sorted(TABLES))
def test_to_nobody_there_is_nothing(house, table):
    assert not seen(table)


@pytest.mark.parametrize("table", holding(Holds.SETUP))
def test_the_network_is_open_to_whoever_is_signed_in(house, table):
    with as_(house.world.gea):
        assert found(table)
