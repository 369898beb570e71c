"""When an agreement was asked, in words."""

from datetime import timedelta

from django.utils import timezone

from conftest import as_, as_owner
from schakel.plans.models import Agreement

from .agreed import agree


def page_of(scene, client_of, made):
    address = f"/casussen/{scene.case.number}/plan/afspraak/{made.pk}/"
    return client_of(scene.world.noor).get(address).text


def test_what_was_asked_on_this_day_was_asked_today(scene, client_of):
    with as_(scene.world.noor, reading=scene.case):
        made = agree(scene)
    page = page_of(scene, client_of, made)
    assert "het is vandaag gevraagd" in page and "0 werkdagen" not in page


def test_what_was_asked_last_week_was_asked_so_many_working_days_ago(scene, client_of):
    with as_(scene.world.noor, reading=scene.case):
        made = agree(scene)
    with as_owner():
        Agreement.objects.filter(pk=made.pk).update(made_at=timezone.now() - timedelta(days=9))
    assert "werkdagen geleden gevraagd" in page_of(scene, client_of, made)
