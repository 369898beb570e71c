"""Every row that the application may change: which ones change when somebody says nothing about which.

An UPDATE without WHERE asks no SELECT policy, so this is what the sentence for changing says on its own.
"""

import re

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.classification import Holds
from schakel.cases.models import Occupant
from schakel.conferences.models import CaseConference
from schakel.plans.models import Agreement

from .full_house import SEATS, support_for_the_mother
from .furniture import merged
from .raw import as_contact, policy, update
from .test_who_sees_what import CAST, FILLS

pytestmark = pytest.mark.django_db(databases=["default", "door"])
TABLES = {model._meta.db_table: model for model in apps.get_models() if policy(model, "UPDATE")}
RUN = {"noor": {"family"}, "sem": {"family"}, "jelmer": {"street"}}
WRITE = {"polly": {"asked"}, "linda": {"asked"}, "bilal": {"draft"}}
KEEP = {"noor": {"family", "ended"}, "sem": {"family"}, "jelmer": {"street"}, **WRITE}
SIGNED = "author_id = access.me()"
TOMORROW = "ends_at = now() + interval '1 day'"
NO_END = ["NULL", "now() + interval '3 years'", "now() - interval '1 minute'"]


def in_files(who):
    return lambda house, name, one: one.file in who.get(name, ())


def lasting_seats(house, name, one):
    return name in ("noor", "jelmer") and SEATS[one.seat][0] in RUN[name] and one.seat != "coen then"


CHANGES = {  # table: what is set, whose rows change, and what nobody may set (by the first who may)
    "cases_case": (
        f"phase = 'plan', {SIGNED}",
        in_files({"noor": {"family"}, "jelmer": {"street"}}),
        ["phase = 'plan'"],
    ),
    "cases_seat": (TOMORROW, lasting_seats, [f"ends_at = {end}" for end in NO_END]),
    "cases_occupant": (TOMORROW, lambda house, name, one: one.seat in FILLS.get(name, ()), ["ends_at = NULL"]),
    "conferences_caseconference": (f"place = 'y', {SIGNED}", in_files(RUN), ["place = 'y'"]),
    "plans_goal": (f"outcome = 'not', {SIGNED}", in_files(RUN), ["outcome = 'not'"]),
    "plans_agreement": (f"title = 'y', {SIGNED}", in_files(RUN), ["title = 'y'"]),
    "people_person": ("surname = 'y'", in_files(KEEP), []),
    "referrals_referral": (
        f"theme = 'y', {SIGNED}",
        in_files(WRITE),
        ["theme = 'y', author_id = %(coen)s", f"contact_id = %(sanne)s, {SIGNED}"],
    ),
    "referrals_claim": (f"met = false, {SIGNED}", in_files(WRITE), ["met = false, author_id = %(coen)s"]),
    "network_regime": ("formula = 'y'", lambda house, name, one: name == "ankie", []),
    **merged("CHANGES"),
}


def finish_some(house):
    """One of each that is over: a conference that ended, an agreement withdrawn, an occupation that ended."""
    with as_owner():
        now = timezone.now()
        over = [
            (CaseConference, house.rows[CaseConference][0].pk, {"ended_at": now}),
            (Agreement, house.rows[Agreement][0].pk, {"withdrawn_at": now}),
        ]
        for model, pk, change in over:
            model.objects.filter(pk=pk).update(**change)
        seat = house.seats["pim"]
        Occupant.objects.create(
            seat=seat, professional=house.world.polly, named_by=house.world.linda, starts_at=seat.starts_at,
            ends_at=seat.starts_at,
        )  # fmt: skip
    return {pk for _, pk, _ in over}


def rows_of(house, table):
    if TABLES[table].holds == Holds.SETUP and TABLES[table] not in house.rows:
        return [type("One", (), {"pk": house.world.regime.pk})]
    return house.rows[TABLES[table]]


def versions(table):
    """Which version of each row stands now: PostgreSQL writes a new one with every change."""
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(f"SELECT id, ctid::text FROM {table}")
        return dict(cursor.fetchall())


def test_every_table_whose_rows_change_says_who_may():
    assert set(TABLES) == set(CHANGES)


@pytest.mark.parametrize("table", sorted(CHANGES))
def test_exactly_the_rows_change_that_one_may_change(house, table):
    clause, may_change, _ = CHANGES[table]
    done = finish_some(house)
    expected = {name: {one.pk for one in rows_of(house, table) if may_change(house, name, one)} - done for name in CAST}
    for name in CAST:
        before = versions(table)
        with transaction.atomic():
            with as_(getattr(house.world, name)), as_contact():
                assert update(table, clause) is not None, f"{name} is refused"
            after = versions(table)
            transaction.set_rollback(True)
        assert {pk for pk in after if after[pk] != before[pk]} == expected[name], name


@pytest.mark.parametrize("table", ["plans_goal", "plans_agreement"])
def test_who_runs_a_case_and_sees_one_person_of_it_changes_nothing_about_another(house, table):
    world, family = house.world, house.cases["family"]
    support_for_the_mother(house)
    clause = f"{CHANGES[table][0]} WHERE about = %(about)s"
    for subject, changed in (("mother", True), ("child", False)):
        with as_(world.ankie, reading=family):
            assert bool(update(table, clause, {"about": [house.id[subject]]})) == changed
    with as_(world.ankie):
        assert update(table, CHANGES[table][0]) is None


@pytest.mark.parametrize("table", sorted(CHANGES))
def test_they_become_nothing_improper(house, table):
    _, may_change, improper = CHANGES[table]
    name = next(name for name in CAST if any(may_change(house, name, one) for one in rows_of(house, table)))
    people = {"coen": house.world.coen.pk, "sanne": house.world.sanne.pk}
    for one in improper:
        who, clause = one if isinstance(one, tuple) else (name, one)
        with as_(getattr(house.world, who)), as_contact():
            assert update(table, clause, people) is None, f"{who}: {clause}"


@pytest.mark.parametrize("table", sorted(CHANGES))
def test_what_is_over_changes_no_more(house, table):
    """What was ended, retired, lifted, undone or answered stays so: for whom it would change as long as it was not."""
    clause, may_change, _ = CHANGES[table]
    name = next(name for name in CAST if any(may_change(house, name, one) for one in rows_of(house, table)))
    theirs = [one.pk for one in rows_of(house, table) if may_change(house, name, one)]
    for over in ways_to_be_over(TABLES[table]):
        with transaction.atomic():
            with as_owner(), connection.cursor() as cursor:
                cursor.execute(f"UPDATE {table} SET {over} WHERE id = ANY(%s)", [theirs])
            with as_(getattr(house.world, name)), as_contact():
                assert update(table, clause) == 0, over
            transaction.set_rollback(True)


def ways_to_be_over(model):
    """What the sentence for changing asks to be empty, filled."""
    using = policy(model, "UPDATE").using
    moments = re.findall(r"(?:^| AND )(\w+) IS NULL(?= AND |$)", using)
    said = ["outcome = 'granted', answered_at = now()"] if using.endswith("outcome = ''") else []
    return [f"{column} = now()" for column in moments] + said


def changed_by_who_runs(table):
    """Whoever made it or not, as far as they see whom it is about."""
    using = policy(TABLES[table], "UPDATE").using
    names = {field.column for field in TABLES[table]._meta.concrete_fields}
    return "access.my_sight()" in using and "access.me()" not in using and names & {"about", "person_id"}


@pytest.mark.parametrize("table", sorted(filter(changed_by_who_runs, CHANGES)))
def test_who_runs_a_case_and_sees_one_person_of_it_changes_what_is_about_that_person(house, table):
    clause, may_change, _ = CHANGES[table]
    support_for_the_mother(house)
    of_the_case = [one for one in rows_of(house, table) if one.file == "family" and may_change(house, "noor", one)]
    assert {"mother", "child"} <= {name for one in of_the_case for name in one.about}
    before = versions(table)
    with as_(house.world.ankie):
        assert update(table, clause) is not None
    changed = {pk for pk, version in versions(table).items() if before[pk] != version}
    assert changed == {one.pk for one in of_the_case if one.about == {"mother"}}


@pytest.mark.parametrize("table", sorted(CHANGES))
def test_no_other_column_changes(house, table):
    granted = set(policy(TABLES[table], "UPDATE").columns)
    for field in TABLES[table]._meta.concrete_fields:
        if field.column not in granted:
            refused(house.world.noor, f"UPDATE {table} SET {field.column} = DEFAULT")


@pytest.mark.parametrize("model", apps.get_models(), ids=lambda model: model._meta.db_table)
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "TRUNCATE {}", "UPDATE {} SET {} = DEFAULT"])
def test_nothing_is_deleted_emptied_or_rekeyed_by_the_application(house, model, statement):
    table, key = model._meta.db_table, model._meta.pk.column
    refused(house.world.noor, statement.format(table, key))


def refused(professional, statement):
    with as_(professional), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(statement)
