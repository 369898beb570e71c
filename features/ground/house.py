"""A demonstration house for each story file: a copy of one prepared database, served by `schakel serve` itself.

The prepared database is made once per session in the test PostgreSQL; copying it takes a fraction of a second, so
every file begins with the same people and cases, and nothing of one story reaches another.
"""

import json
import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import urlopen

from psycopg import sql

from schakel.config import postgres
from schakel.config.lifetime import end
from schakel.config.settings_test import ROOT, TEST_POSTGRES

PREFIX = "stories_"
PREPARED = f"{PREFIX}prepared"
LOGS = ROOT / "var/stories"
PATIENCE = 40  # seconds for a server to say that it is ready


@dataclass
class House:
    """One running house: where it is, which database it has, what its server said."""

    address: str
    database: str
    output: Path
    signed_in: dict = field(default_factory=dict)  # who came in before: user name and cookies
    expected: list = field(default_factory=list)  # what the server may say, because a story is about it

    def url(self, path):
        return f"{self.address}{path}"

    def query(self, statement, *values):
        """Look behind the pages, as the superuser: for what no page shows."""
        with postgres.connect(TEST_POSTGRES, self.database) as connection:
            cursor = connection.execute(statement, values)
            return cursor.fetchall() if cursor.description else []

    def case_about(self, surname):
        """The number of the case about somebody with this name: for a story that begins at its page."""
        return self.query(
            "SELECT c.number FROM cases_case c JOIN people_person p ON p.file_id = c.id WHERE p.surname = %s", surname
        )[0][0]

    def complaints(self):
        """What the server wrote down: a story leaves it silent, but for what it is about."""
        lines = self.output.read_text().splitlines()
        return "\n".join(line for line in lines if not any(words in line for words in self.expected))


@contextmanager
def prepared_database():
    """The whole demonstration house, once: migrated and filled as `make demo` does it."""
    LOGS.mkdir(parents=True, exist_ok=True)
    forget_all()
    make(PREPARED)
    try:
        command("prepare-demo", PREPARED)
        yield PREPARED
    finally:
        forget(PREPARED)


@contextmanager
def house(name):
    """A copy of the prepared house, served until the block ends, however it ends."""
    database, output = f"{PREFIX}{name}", LOGS / f"{name}.log"
    make(database, like=PREPARED)
    try:
        port = free_port()
        with output.open("w") as log, serving(database, port, log):
            found = House(f"http://localhost:{port}", database, output)
            wait_until_ready(found)
            yield found
    finally:
        forget(database)


def make(database, like="template1"):
    """Rights on a database are not copied with it, so they are given again."""
    with postgres.connect(TEST_POSTGRES, "postgres") as server:
        name, template = sql.Identifier(database), sql.Identifier(like)
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
        server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(name, template))
    with postgres.connect(TEST_POSTGRES, database) as connection:
        postgres.create_roles(connection)


def forget(database):
    with postgres.connect(TEST_POSTGRES, "postgres") as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database)))


def forget_all():
    """Also what a session left behind that was killed outright."""
    with postgres.connect(TEST_POSTGRES, "postgres") as server:
        rows = server.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX]).fetchall()
    for (database,) in rows:
        forget(database)


def command(name, database):
    """A `schakel` command that must succeed; what it says is only shown when it does not."""
    done = subprocess.run(line(name), env=environment(database), cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"schakel {name} failed:\n{done.stdout}{done.stderr}")


@contextmanager
def serving(database, port, log):
    """The web server of an installation; it watches who started it, so that it never outlives the session."""
    started = subprocess.Popen(
        line("serve", "--port", port, "--processes", 1),
        env=environment(database, port), cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
    )  # fmt: skip
    try:
        yield started
    finally:
        end(started)


def line(name, *arguments):
    return [sys.executable, "-m", "schakel.config.command", name, *map(str, arguments)]


def environment(database, port=8000):
    """As production: a database by its address, each role signing in for itself. The keys are those of the suite."""
    place = f"postgresql://stories/{database}?host={quote(str(postgres.sockets(TEST_POSTGRES)))}"
    ours = {
        "DJANGO_SETTINGS_MODULE": "schakel.config.settings",
        "PYTHONPATH": str(ROOT),
        "SCHAKEL_ADDRESS": f"http://localhost:{port}",
        "SCHAKEL_DATABASE_URL": place,
        "SCHAKEL_DEMONSTRATION": "1",
        "SCHAKEL_WATCH_PARENT": "1",
    }
    return {**os.environ, **ours}


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def wait_until_ready(found):
    deadline = time.monotonic() + PATIENCE
    while not is_ready(found):
        if time.monotonic() > deadline:
            raise RuntimeError(f"The server does not get ready:\n{found.complaints()}")
        time.sleep(0.05)


def is_ready(found):
    try:
        with urlopen(found.url("/healthz/"), timeout=2) as answer:
            return json.load(answer)["ready"]
    except (HTTPError, URLError, OSError):
        return False
