import pytest
from django.db import transaction

from schakel.network.tests import world

from .full_house import build


@pytest.fixture(scope="module")
def house(django_db_setup, django_db_blocker):
    """Built once for all tests of a module, each of which is taken back to here."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build(world.build())
        transaction.set_rollback(True)
