"""A question for advice goes after the term of its house; the numbers of its quarter stay."""

from datetime import date

import pytest
from django.db import connection

from conftest import as_, as_owner
from schakel.audit.models import Entry
from schakel.consultations import lists
from schakel.consultations.actions import advise, ask, ask_on
from schakel.consultations.models import Consultation, Response
from schakel.network.models import Appointment, House
from schakel.vault.models import ContentKey, Text

pytestmark = pytest.mark.django_db(databases=["default", "door"])
LONG_AGO = "2026-01-15T10:00Z"
QUARTER = (date(2026, 1, 1), date(2026, 4, 1))


@pytest.fixture
def old(world):
    """Asked and answered long ago, for a house that keeps questions for a month."""
    with as_(world.pim):
        asked = ask(by=world.pim, house=world.house, kind="policy", question="Hoe werkt de tafel?")
        asked = Consultation.objects.get(pk=asked.pk)
    with as_(world.noor):
        advise(by=world.noor, consultation=asked, kind="advice", text="Elke week.", minutes=20)
    with as_owner():
        House.objects.update(advice_months=1)
        Consultation.objects.update(asked_at=LONG_AGO)
        Response.objects.update(responded_at=LONG_AGO)
    return asked


def destroy():
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE schakel_worker")
        cursor.execute("SELECT access.destroy_consultations(10)")
        (gone,) = cursor.fetchone()
        cursor.execute("RESET ROLE")
    return gone


def numbers(somebody):
    with as_(somebody):
        (policy,) = [row for row in lists.counts(*QUARTER) if row.asked] or [None]
    return policy and (policy.asked, policy.advice, policy.in_touch, policy.refer, policy.minutes)


def test_words_keys_answers_and_who_asked_are_gone_and_the_numbers_stay(world, old):
    before = numbers(world.noor)
    assert destroy() == 1 and destroy() == 0
    assert numbers(world.noor) == before == (1, 1, 0, 0, 20)
    with as_owner():
        assert not Consultation.objects.exists() and not Response.objects.exists()
        assert not ContentKey.objects.filter(file_id=old.pk).exists()
        assert not Text.objects.filter(file_id=old.pk).exists()
        assert Entry.objects.filter(event="consultation.destroyed", file_id=old.pk).count() == 1


def test_what_was_said_lately_keeps_it(world, old):
    with as_(world.pim):
        ask_on(by=world.pim, consultation=old, text="En in de zomer?")
    assert destroy() == 0


def test_the_manager_reads_the_numbers_and_no_question(world, old, client_of):
    with as_owner():
        Appointment.objects.create(professional=world.gea, house=world.house, role="manager", since="2020-01-01")
    assert numbers(world.gea) == (1, 1, 0, 0, 20) and numbers(world.ankie) is None
    gea = client_of(world.gea)
    page = gea.get("/adviesvragen/aantallen/").text
    assert "Kwartaal" in page and "/adviesvragen/beantwoorden/" not in page
    assert gea.get(f"/adviesvragen/{old.number}/").status_code == 404
    destroy()
    assert numbers(world.gea) == (1, 1, 0, 0, 20)
