"""The cases to measure with are cases like others."""

import pytest

from conftest import as_, as_owner
from schakel.cases.models import Case, Contribution
from schakel.demonstration.load import NotADemonstrationError, load
from schakel.demonstration.many import EACH, make_many
from schakel.network.models import Professional
from schakel.vault.words import Keyring

pytestmark = pytest.mark.django_db(databases=["default", "door"])


def test_a_director_has_some_sixty_of_them_and_reads_them():
    with as_owner():
        load(in_tests=True)
        jelmer, kim = (Professional.objects.get(name=name) for name in ("Jelmer Hofstee", "Kim Terwindt"))
        before = set(Case.objects.filter(seats__occupants__professional=jelmer).values_list("pk", flat=True))
        loaded = Case.objects.count()
        make_many(2 * EACH, in_tests=True)
        assert Case.objects.count() == loaded + 2 * EACH
    with as_(jelmer):
        new = Case.objects.mine().exclude(pk__in=before)
        assert new.count() == EACH
        case = new.first()
    with as_(jelmer, reading=case):
        assert all(row.text for row in Keyring.of(case).reveal(Contribution.objects.filter(case=case)))
    with as_(kim):
        assert not Case.objects.exists()


def test_outside_a_demonstration_none_are_made():
    with as_owner(), pytest.raises(NotADemonstrationError):
        make_many(1)
