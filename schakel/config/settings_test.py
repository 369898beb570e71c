"""The tests make the tables themselves, so they sign in as the owner; conftest.py steps down for every test.

They use a PostgreSQL of their own: the folder in SCHAKEL_TEST_POSTGRES, else var/postgres-test. It is started here,
because the settings name it, and stopped by `stop_test_postgres()` when the session ends, if it was started here.
"""

import os
from pathlib import Path

os.environ.pop("SCHAKEL_DATABASE_URL", None)
for _name, _digit in [("SECRET", "01"), ("IDENTITY", "02"), ("MASTER", "03"), ("VAULT", "04")]:
    os.environ[f"SCHAKEL_{_name}_KEY"] = _digit * 32

from . import postgres  # noqa: E402
from .settings import *  # noqa: E402
from .settings import DATABASE_SERVER, ROOT, STORAGES, TEMPLATES  # noqa: E402

TEST_POSTGRES = Path(os.environ.get("SCHAKEL_TEST_POSTGRES") or ROOT / "var/postgres-test")
_found_running = postgres.is_up(TEST_POSTGRES)
postgres.start(TEST_POSTGRES)
with postgres.connect(TEST_POSTGRES, "postgres") as _server:
    _server.execute("ALTER ROLE schakel_owner CREATEDB")  # the test database; never in an installation


def stop_test_postgres():
    """For the end of the session: leaves a server alone that somebody else started."""
    if not _found_running:
        postgres.stop(TEST_POSTGRES)


DEMONSTRATION = False
DATABASE_SERVER = {**DATABASE_SERVER, "host": str(postgres.sockets(TEST_POSTGRES))}
DATABASES = {
    "default": for_django(DATABASE_SERVER, "schakel_owner", timeouts={}),
    "door": for_django(DATABASE_SERVER, "schakel_owner", timeouts={}) | {"TEST": {"MIRROR": "default"}},
}
LOG_DATABASE = sign_in(DATABASE_SERVER, "schakel_log")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick, and never stored anywhere
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
STATICFILES_DIRS = [place for place in STATICFILES_DIRS if isinstance(place, tuple) or place.exists()]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True


class Misspelt(str):
    """A template that names something that is not there fails, instead of showing nothing."""

    def __contains__(self, item):
        return item == "%s"

    def __mod__(self, variable):
        raise LookupError(f"A template asks for {variable}, which is not there.")


TEMPLATES = [{**TEMPLATES[0], "OPTIONS": {**TEMPLATES[0]["OPTIONS"], "string_if_invalid": Misspelt("%s")}}]
