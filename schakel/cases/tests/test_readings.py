"""Who looked: people by day, not clicks."""

from datetime import datetime

from django.db import connection
from django.utils import timezone

from conftest import as_, as_owner
from schakel.cases.readings import readings_page

DAY = "2026-11-18"
LOOKED = (
    "INSERT INTO audit_entry (id, at, kind, event, actor_id, organisation_id, function, file_id, file_ids, purpose) "
    "VALUES (gen_random_uuid(), %s, %s, 'file', %s, %s, %s, %s, %s, %s)"
)


def looked(scene, name, at, *, purpose="contributions", kind="opened", day=DAY):
    """As the log has it; `at` is a time of day in the house."""
    reader, moment = getattr(scene.world, name), timezone.make_aware(datetime.fromisoformat(f"{day}T{at}"))
    file, files = (scene.case.pk, None) if kind == "opened" else (None, [scene.case.pk])
    values = [moment, kind, reader.pk, reader.organisation_id, reader.function, file, files, purpose]
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(LOOKED, values)


def rows(scene, who="noor"):
    """What the page of the circle has about that day, newest first, without who asks."""
    somebody = getattr(scene.world, who)
    with as_(somebody, reading=scene.case):
        found = readings_page(1).object_list
    return [row for row in found if row.at.year == 2026 and f"{timezone.localdate(row.at)}" <= "2026-11-19"]


def test_what_somebody_opened_on_one_day_is_one_row_with_when_how_often_and_why(scene):
    looked(scene, "pim", "09:05")
    looked(scene, "pim", "09:07", purpose="family and network")
    looked(scene, "pim", "11:30")
    (row,) = rows(scene)
    assert (row.times, f"{timezone.localtime(row.first_at):%H:%M}", f"{timezone.localtime(row.at):%H:%M}") == (
        3,
        "09:05",
        "11:30",
    )
    assert len(row.why) == 2 and row.name == ""


def test_another_day_begins_at_midnight_in_the_house(scene):
    looked(scene, "pim", "23:50")
    looked(scene, "pim", "00:10", day="2026-11-19")
    assert [row.times for row in rows(scene)] == [1, 1]


def test_people_and_organisations_are_not_mixed(scene):
    for name in ("pim", "noor", "pim", "sem"):
        looked(scene, name, "10:00")
    assert sorted((row.times, row.name) for row in rows(scene)) == [
        (1, scene.world.noor.name), (1, scene.world.sem.name), (2, "")
    ]  # fmt: skip


def test_lists_are_summed_up_by_day_beside_what_was_opened(scene):
    for at in ("08:00", "08:01", "08:02"):
        looked(scene, "pim", at, kind="listed", purpose="the list of my cases")
    looked(scene, "pim", "08:03")
    assert sorted((row.kind, row.times) for row in rows(scene)) == [("listed", 3), ("opened", 1)]


def test_who_is_hidden_is_in_no_row_and_in_no_count(scene):
    looked(scene, "pim", "09:00")
    looked(scene, "sanne", "09:01")
    looked(scene, "pim", "09:02")
    assert [(row.organisation_id, row.times) for row in rows(scene, "lieke")] == [(scene.world.pim.organisation_id, 2)]
    assert not any(row.why for row in rows(scene, "lieke"))


def test_pages_count_people_not_clicks(scene):
    for minute in range(40):
        looked(scene, "pim", f"10:{minute:02}")
    with as_(scene.world.noor, reading=scene.case):
        assert not readings_page(1).has_other_pages()
