"""Given, when, then in a real browser, against the server of an installation. No story touches a test's database."""

import os
from pathlib import Path

import pytest

from features.ground.browser import Visitors, chromium
from features.ground.house import house, prepared_database

# Playwright keeps a loop in this thread; Django would take the clearing up of the suite for a mistake.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def demonstration():
    with prepared_database() as database:
        yield database


@pytest.fixture(scope="session")
def browser():
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def merreland(request, demonstration):
    """The demonstration house as it is at nine in the morning, for the stories of one file."""
    name = Path(request.module.__file__).stem.removeprefix("test_")
    with house(name) as found:
        yield found
        said = found.complaints()
    assert not said, f"the server said:\n{said}"


@pytest.fixture
def visitors(browser, merreland):
    """`visitors.sign_in("politie")`: a window in which they are signed in. Whatever a browser complains of fails."""
    found = Visitors(browser, merreland)
    yield found
    complaints = found.leave()
    assert not complaints, "\n".join(complaints)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """When a story fails, what its visitors saw last lies in var/stories."""
    report = yield
    found = getattr(item, "funcargs", {}).get("visitors")
    if report.failed and report.when == "call" and found:
        found.keep_last_seen(item.name)
    return report
