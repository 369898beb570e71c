"""Every row that the application may add: accepted from who may, refused from all others, and never forged.

The generic forgeries follow from the columns, so that a new table brings its own.
"""

import pytest
from django.apps import apps

from conftest import as_, as_owner
from schakel.access.fields import MomentField
from schakel.plans.models import Agreement
from schakel.vault.models import Text

from .full_house import support_for_the_mother
from .proper_rows import a_text, of_case, one_of
from .raw import Sql, as_contact, insert, policy, row_of
from .rows_to_write import ROWS
from .test_who_sees_what import CAST

pytestmark = pytest.mark.django_db(databases=["default", "door"])
TABLES = {model._meta.db_table: model for model in apps.get_models() if policy(model, "INSERT")}
SIGNATURES = {
    "author_id", "opened_by_id", "referrer_id", "named_by_id", "actor_id", "asker_id", "appointed_by_id",
    "decided_by_id", "proposed_by_id",
}  # fmt: skip


def taking_only(half):
    """Tables whose sentence for adding says this."""
    return {table for table, model in TABLES.items() if half in policy(model, "INSERT").check_expression}


def test_every_table_that_takes_rows_says_who_may_add_them():
    assert set(TABLES) == set(ROWS)


@pytest.mark.parametrize("table", sorted(ROWS))
def test_only_who_may_adds(house, table):
    row = ROWS[table]
    for name in CAST:
        values = row_of(TABLES[table], **row.write(house, name))
        with as_(getattr(house.world, name)), as_contact():
            assert insert(table, values) == (name in row.who), name


@pytest.mark.parametrize("table", sorted(ROWS))
def test_what_is_improper_is_refused_from_whoever_may_add(house, table):
    row = ROWS[table]
    for name, change in changes(row, row.refused(house)):
        values = row_of(TABLES[table], **row.write(house, name)) | change
        with as_(getattr(house.world, name)), as_contact():
            assert not insert(table, values), f"{name}: {change}"


@pytest.mark.parametrize("table", sorted(ROWS))
def test_what_is_proper_in_another_way_is_accepted(house, table):
    row = ROWS[table]
    for name, change in changes(row, row.accepted(house)):
        values = row_of(TABLES[table], **row.write(house, name)) | change
        with as_(getattr(house.world, name)), as_contact():
            assert insert(table, values), f"{name}: {change}"


@pytest.mark.parametrize("table", sorted(ROWS))
def test_nobody_signs_for_somebody_else(house, table):
    row, name = ROWS[table], ROWS[table].who[0]
    values = row_of(TABLES[table], **row.write(house, name))
    for column in SIGNATURES & set(values):
        with as_(getattr(house.world, name)), as_contact():
            assert not insert(table, values | {column: house.world.coen.pk}), column


@pytest.mark.parametrize("table", sorted(set(ROWS) & taking_only("access.is_new(id)")))
def test_nobody_chooses_the_id_of_something_else(house, table):
    """It would be taken for that: open its file, show whom it is about, hear what is meant for it."""
    row, name, world = ROWS[table], ROWS[table].who[0], house.world
    values = row_of(TABLES[table], **row.write(house, name))
    taken = house.id["mother"] if table != "people_person" else world.capacities["ggz"].pk
    with as_(getattr(world, name)), as_contact():
        assert not insert(table, values | {"id": taken})


@pytest.mark.parametrize("table", sorted(set(ROWS) & taking_only("access.is_unworded(id)")))
def test_nobody_chooses_an_id_under_which_another_wrote(house, table):
    """Recalled or forgotten, it would take those words along."""
    row, name = ROWS[table], ROWS[table].who[0]
    values = row_of(TABLES[table], **row.write(house, name))
    words = a_text(house, "sem")
    with as_owner():
        Text.objects.create(**words)
    with as_(getattr(house.world, name)), as_contact():
        assert not insert(table, values | {"id": words["of_row"]})


@pytest.mark.parametrize("table", sorted(ROWS))
@pytest.mark.parametrize("moment", ["now() - interval '1 second'", "clock_timestamp() + interval '1 second'"])
def test_nobody_writes_for_another_moment(house, table, moment):
    row, name, model = ROWS[table], ROWS[table].who[0], TABLES[table]
    values = row_of(model, **row.write(house, name))
    for column in [field.column for field in model._meta.concrete_fields if isinstance(field, MomentField)]:
        with as_(getattr(house.world, name)), as_contact():
            assert not insert(table, values | {column: Sql(moment)}), column


@pytest.mark.parametrize("table", ["plans_progress"])
def test_who_runs_a_case_and_sees_one_person_of_it_adds_nothing_about_another(house, table):
    support_for_the_mother(house)
    for subject, added in (("mother", True), ("child", False)):
        write = of_case(about=[subject], agreement_id=one_of(Agreement, about={subject}))
        values = row_of(TABLES[table], **write(house, "ankie"))
        with as_(house.world.ankie):
            assert insert(table, values) == added, subject


def changes(row, found):
    """Pairs of who tries and what is changed."""
    return [one if isinstance(one, tuple) else (row.who[0], one) for one in found]
