"""How each database role signs in.

`SCHAKEL_DATABASE_URL` names host, port, database and TLS settings, and no user: every role of `roles.sql` signs in for
itself, with the password in SCHAKEL_APP_PASSWORD, SCHAKEL_DOOR_PASSWORD, SCHAKEL_LOG_PASSWORD, SCHAKEL_WORKER_PASSWORD
or SCHAKEL_OWNER_PASSWORD (or the file named by …_PASSWORD_FILE), or without one where the server knows it otherwise
(client certificate, peer). Without the URL it is the embedded server of the demonstration.
"""

from urllib.parse import parse_qsl, unquote, urlsplit

from . import postgres
from .environment import refusal, text, url

EXAMPLE = "postgresql://db.example.nl:5432/schakel?sslmode=verify-full"
# Deliberately short at run time: a blocked table must become a clear page, not a page that never comes.
TIMEOUTS = {"statement_timeout": "15s", "lock_timeout": "5s", "idle_in_transaction_session_timeout": "60s"}


def server(embedded):
    """What psycopg needs to find the database, without the role."""
    address = url("SCHAKEL_DATABASE_URL", None, schemes=("postgresql", "postgres"), example=EXAMPLE)
    if address is None:
        return {"host": str(postgres.sockets(embedded)), "dbname": postgres.DATABASE}
    parts = urlsplit(address)
    if parts.username or parts.password:
        raise refusal("SCHAKEL_DATABASE_URL", "names a user: each role signs in for itself", EXAMPLE)
    if not parts.hostname or not parts.path.strip("/"):
        raise refusal("SCHAKEL_DATABASE_URL", "names no host or no database", EXAMPLE)
    found = {"host": unquote(parts.hostname), "dbname": unquote(parts.path.strip("/")), **dict(parse_qsl(parts.query))}
    return found | ({"port": parts.port} if parts.port else {})


def sign_in(server, role, timeouts=TIMEOUTS):
    """The same for one role, for psycopg. UTC and the timeouts are said at connecting, so that a reset keeps them."""
    password = text(f"SCHAKEL_{role.removeprefix('schakel_').upper()}_PASSWORD", None)
    options = " ".join(f"-c {name}={value}" for name, value in {"TimeZone": "UTC", **timeouts}.items())
    secret = {"password": password} if password else {}
    return {**server, "user": role, **secret, "connect_timeout": 5, "options": options}


def for_django(server, role, pool=None, timeouts=TIMEOUTS):
    """The same as an entry of DATABASES."""
    found = sign_in(server, role, timeouts)
    named = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    entry = {setting: found.pop(name, "") for setting, name in named.items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        **entry,
        "ATOMIC_REQUESTS": True,
        "CONN_MAX_AGE": 0,  # the pool keeps connections; Django must not keep them as well
        "CONN_HEALTH_CHECKS": bool(pool),
        "OPTIONS": {**found, "server_side_binding": True, **({"pool": pool} if pool else {})},
    }


# What DISCARD ALL does, but for DISCARD PLANS: the plans of our functions hold no data and nobody's rights (they are
# made per role), and to make them anew for each request costs more than most requests. What somebody prepared,
# declared, locked, set or hid behind a temporary name is gone.
FORGET = """
CLOSE ALL; SET SESSION AUTHORIZATION DEFAULT; RESET ALL; DEALLOCATE ALL; UNLISTEN *;
SELECT pg_advisory_unlock_all(); DISCARD TEMP; DISCARD SEQUENCES
"""


def forget_everything(connection):
    """What one request leaves on a connection (settings, cursors, temporary things) never reaches the next."""
    connection.autocommit = True
    connection.execute(FORGET)
