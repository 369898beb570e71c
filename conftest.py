"""The suite runs as the application role, as nobody.

`with as_(noor):` acts for somebody, `with as_(pim, reading=case):` with that file open; `with as_owner():` arranges
the scene or looks behind it. There is no other way past the row policies.
"""

from contextlib import contextmanager

import pytest
from django.db import connections

from schakel.access.identity import acting_as, reading_under
from schakel.audit.reading import close_log, write_listing, write_opening
from schakel.config.migrating import reload_sparingly


def _role(statement, alias="default"):
    with connections[alias].cursor() as cursor:
        cursor.execute(statement)


@contextmanager
def as_owner():
    """Arrange the scene, or look behind it."""
    _role("RESET ROLE")
    yield
    _role("SET ROLE schakel_app")


@contextmanager
def as_(professional, reading=None, listing=None):
    """Act for somebody, if wanted with the file of a referral or case open, or with the names of some listed."""
    with acting_as(professional.pk):
        if reading is not None:
            entry = write_opening(by=professional, file_id=reading.file_id, purpose="test")
        elif listing is not None:
            entry = write_listing(by=professional, file_ids=[file.file_id for file in listing], purpose="test")
        else:
            yield
            return
        with reading_under(entry):
            yield


def pytest_collection_modifyitems(items):
    """Accounts and sessions live behind a connection of their own: who touches a database may touch both."""
    databases = {"db", "transactional_db", "world", "house", "committed", "live_server"}
    for item in items:
        if databases & set(getattr(item, "fixturenames", ())) and not item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.django_db(databases=["default", "door"]))


@pytest.fixture(scope="session")
def django_db_modify_db_settings():
    """The tables of the tests are made as `schakel migrate` makes those of a house."""
    reload_sparingly()


@pytest.fixture(autouse=True)
def the_application_role(request):
    """Who forgets everything runs as the application, as nobody."""
    if not request.node.get_closest_marker("django_db"):
        yield
        return
    request.getfixturevalue("_django_db_helper")
    _role("SET ROLE schakel_app")
    _role("SET ROLE schakel_door", "door")
    yield
    for alias in ("default", "door"):
        if not connections[alias].in_atomic_block:  # otherwise the rollback of the test takes the role back
            _role("RESET ROLE", alias)


@pytest.fixture(scope="session", autouse=True)
def close_what_is_open(django_db_setup):
    """Before the test database goes, or it would stay behind."""
    yield
    close_log()
    connections["door"].close()


@pytest.fixture
def world(db):
    """The cast and their house: see schakel/network/tests/world.py."""
    from schakel.network.tests.world import build

    with as_owner():
        return build()


@pytest.fixture
def scene(world):
    """A case about a family with its circle: see schakel/cases/tests/scene.py."""
    from schakel.cases.tests.scene import open_case

    return open_case(world)


@pytest.fixture
def client_of(db):
    """`client_of(pim).get(…)`: a browser in which this professional is signed in, without a tour."""
    from django.test import Client

    from schakel.signin.models import Account

    def signed_in(professional, toured=False):
        _role("RESET ROLE", "door")
        account = Account.objects.filter(professional_id=professional.pk).first()
        account = account or Account.objects.create(username=professional.name.lower(), professional_id=professional.pk)
        _role("SET ROLE schakel_door", "door")
        client = Client()
        client.force_login(account)
        if not toured:
            session = client.session
            session["tour"] = 0
            session.save()
        return client

    return signed_in


def pytest_sessionfinish():
    from schakel.config.settings_test import stop_test_postgres

    stop_test_postgres()
