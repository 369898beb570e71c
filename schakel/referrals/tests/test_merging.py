"""A municipality that merges: referrals, house, mandates and what one finds follow it."""

import pytest
from django.utils import timezone

from conftest import as_, as_owner
from schakel.network.models import Mandate, Municipality
from schakel.network.places.today import house_of, municipality_today
from schakel.referrals.forms import WhereForm
from schakel.referrals.models import Referral

from .scene import sent

pytestmark = pytest.mark.django_db(databases=["default", "door"])


def test_what_was_referred_stays_with_its_house_and_a_new_referral_names_the_new_municipality(world):
    referral = sent(world)
    with as_owner():
        old = Municipality.objects.get(code="9901")
        Referral.objects.filter(pk=referral.pk).update(municipality=old)
        Mandate.objects.create(professional=world.pim, regime=world.regime, since="2020-01-01", author=world.linda)
        new = Municipality.objects.create(code="9902", name="Nieuw-Testdam", house=world.house)
        Municipality.objects.filter(pk=old.pk).update(ended_on=timezone.localdate(), successor="9902")
    with as_(world.hanneke):
        assert Referral.objects.get().municipality == old, "what was written then is not rewritten"
        assert municipality_today("9901") == new and house_of("9901") == house_of("9902") == world.house
    with as_(world.pim):
        assert list(WhereForm().fields["gemeente"].queryset) == [new]
        assert Mandate.objects.today().filter(professional=world.pim).exists()
        assert Referral.objects.get() == referral


def test_a_new_municipality_without_a_house_is_served_by_that_of_the_old_one(world):
    with as_owner():
        Municipality.objects.create(code="9902", name="Nieuw-Testdam")
        Municipality.objects.filter(code="9901").update(ended_on=timezone.localdate(), successor="9902")
    with as_(world.pim):
        assert house_of("9901") == world.house and house_of("9902") is None
        assert not WhereForm().fields["gemeente"].queryset.exists()
