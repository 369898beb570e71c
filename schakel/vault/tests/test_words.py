"""Words of a file: sealed in the one table that holds any, bound to their row, their edition and their author."""

import pytest
from django.apps import apps
from django.db import connection, models

from conftest import as_, as_owner
from schakel.access.classification import Holds
from schakel.cases.models import Case
from schakel.cases.tests.scene import bring_in
from schakel.vault.models import ContentKey, Text
from schakel.vault.words import DESTROYED, Keyring, Worded

SECRET = "Zij slaapt bij haar zus in Vlinderhoven."
OF_FILES = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("schakel.") and model.holds in (Holds.CONTENT, Holds.FRAME, Holds.NAMES)
]


def read(scene, row):
    with as_(scene.world.pim, reading=scene.case):
        return Keyring.of(scene.case).reveal([row])[0].text


def everything():
    """Every value of every row of every table, as the owner sees it, binary ones included."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT t::text FROM {connection.ops.quote_name(table)} AS t")  # bytes show as hexadecimal
            yield from (text for (text,) in cursor.fetchall())


def test_what_is_brought_in_stands_nowhere_in_clear(scene):
    bring_in(scene, "noor", SECRET, about=["mother"])
    with as_owner():
        rows = list(everything())
    assert rows
    for trace in ("Vlinderhoven", SECRET.encode().hex()):
        assert not any(trace in row for row in rows)


def test_when_the_key_is_gone_the_words_are_gone_and_one_knows(scene):
    row = bring_in(scene, "noor", SECRET, about=["mother"])
    assert read(scene, row) == SECRET
    with as_owner():
        ContentKey.objects.filter(file_id=scene.case.pk, person_id=None).delete()
    assert read(scene, row) is DESTROYED


def test_words_moved_to_another_row_do_not_open(scene):
    first, second = bring_in(scene, "noor", SECRET), bring_in(scene, "noor", "Iets anders.")
    with as_owner():
        Text.objects.filter(of_row=second.pk).update(sealed=Text.objects.get(of_row=first.pk).sealed)
    assert read(scene, second) is DESTROYED


def test_words_of_another_author_or_edition_do_not_count(scene):
    row = bring_in(scene, "noor", SECRET)
    for change in ({"author_id": scene.world.pim.pk}, {"edition": 7}):
        with as_owner():
            before = Text.objects.values(*change).get(of_row=row.pk)
            Text.objects.filter(of_row=row.pk).update(**change)
        assert read(scene, row) == ""
        with as_owner():
            Text.objects.filter(of_row=row.pk).update(**before)
    assert read(scene, row) == SECRET


def test_a_next_edition_keeps_the_words_that_were_not_changed(scene):
    with as_owner():
        scene.keyring.write(scene.case, occasion=SECRET, goal="Rust.")
    with as_(scene.world.noor, reading=scene.case):
        Keyring.of(scene.case).rewrite(scene.case, by=scene.world.noor, words={"goal": "Een dak."})
    with as_(scene.world.pim, reading=scene.case):
        [case] = Keyring.of(scene.case).reveal(Case.objects.all())
        assert (case.edition, case.author, case.occasion, case.goal) == (2, scene.world.noor, SECRET, "Een dak.")


OUTLIVES_ITS_FILE = {"triage.Remainder"}  # what remains when the keys are gone: nobody can be found in it


@pytest.mark.parametrize(
    "model", [one for one in OF_FILES if one._meta.label not in OUTLIVES_ITS_FILE], ids=lambda model: model._meta.label
)
def test_a_table_of_a_file_has_no_column_for_words(model):
    """Short columns with a limit say what lists show; whatever is told in sentences goes into the vault."""
    assert not [field.name for field in model._meta.fields if isinstance(field, models.TextField | models.JSONField)]


@pytest.mark.parametrize("model", [one for one in OF_FILES if issubclass(one, Worded)], ids=lambda one: one.__name__)
def test_a_word_of_the_vault_is_no_column_as_well(model):
    assert not set(model.words) & {field.name for field in model._meta.fields}
