import pytest
from django.core.management import call_command
from django.db import connection, transaction

from schakel.network.tests import world

from .full_house import build


@pytest.fixture(scope="module")
def house(django_db_setup, django_db_blocker):
    """Built once for all tests of a module, each of which is taken back to here."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build(world.build())
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def committed(django_db_setup, django_db_blocker):
    """The same house, committed, for attackers on connections of their own; emptied after the module."""
    with django_db_blocker.unblock():
        house = build(world.build())
        connection.cursor().execute("RESET ROLE")
        yield house
        call_command("flush", interactive=False, verbosity=0)
