"""A moment that a row gets later is the clock of the database."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from conftest import as_, as_owner
from schakel.cases.tests.scene import open_case
from schakel.conferences.models import CaseConference


@pytest.fixture
def conference(world):
    scene = open_case(world)
    with as_owner():
        return CaseConference.objects.create(
            case=scene.case, author=world.noor, about=[scene.case.pk], starts_at=timezone.now(), place="Kamer 2",
            chair=world.noor,
        )  # fmt: skip


def update(what):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE conferences_caseconference SET {what}")
        return cursor.rowcount


def test_whoever_backdates_a_start_gets_the_clock(world, conference):
    with as_(world.noor):
        assert update("started_at = '2020-01-01'") == 1
        conference.refresh_from_db()
    assert timezone.now() - conference.started_at < timedelta(minutes=1)


@pytest.mark.parametrize("later", ["NULL", "'2030-01-01'"])
def test_a_start_is_not_moved_or_taken_back(world, conference, later):
    with as_(world.noor):
        update("started_at = now()")
        conference.refresh_from_db()
        before = conference.started_at
        update(f"started_at = {later}")
        conference.refresh_from_db()
    assert conference.started_at == before
