"""The demonstration house: the one owner of the embedded server. It starts everything, and stops everything."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
from contextlib import contextmanager

from schakel.config import postgres
from schakel.config.command import EMBEDDED, ROOT
from schakel.config.lifetime import end, stop_on_signals, stop_with_parent, undisturbed

VAR = ROOT / "var"
MADE_HERE = ("postgres", "keys", "files")


def add_arguments(parser):
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000), help="poort (8000)")
    parser.add_argument("--host", default="127.0.0.1", help="adres waarop wordt geluisterd (127.0.0.1)")
    parser.add_argument("--reset", action="store_true", default=os.environ.get("RESET") == "1", help="begin opnieuw")


def run(options):
    if os.environ.get("SCHAKEL_DATABASE_URL"):
        raise SystemExit("De demonstratie gebruikt haar eigen database: haal SCHAKEL_DATABASE_URL weg.")
    stop_on_signals()
    stop_with_parent()
    os.environ["SCHAKEL_ADDRESS"] = f"http://localhost:{options.port}"
    with alone(), listening(options.host, options.port) as sockets:
        worker = None
        try:
            if options.reset:
                forget_everything()
            print("Het demonstratiehuis wordt klaargezet …", flush=True)
            postgres.start(EMBEDDED)
            program("prepare-demo", check=True)
            worker = program("worker")
            print(f"Schakel staat klaar op http://localhost:{options.port} (stoppen: Ctrl-C).", flush=True)
            serve(sockets)
        finally:
            undisturbed()
            end(worker)
            postgres.stop(EMBEDDED)
            print("Gestopt.", flush=True)


@contextmanager
def alone():
    VAR.mkdir(exist_ok=True)
    with (VAR / "demo.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SystemExit("Het demonstratiehuis draait al vanuit deze map.") from None
        yield


@contextmanager
def listening(host, port):
    """Taken first: a port that is in use is said at once, not after the preparation."""
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind((host, port))
        except OSError as error:
            message = f"Poort {port} is niet vrij ({error.strerror}). Kies een andere: PORT=8001 make demo"
            raise SystemExit(message) from None
        yield taken


def forget_everything():
    postgres.stop(EMBEDDED)
    for name in MADE_HERE:
        shutil.rmtree(VAR / name, ignore_errors=True)


def program(command, check=False):
    """Another `schakel` program, which signs in under its own database role."""
    line = [sys.executable, "-m", "schakel.config.command", command]
    environment = {**os.environ, "SCHAKEL_WATCH_PARENT": "1", "PYTHONPATH": str(ROOT)}
    child = subprocess.Popen(line, env=environment, cwd=ROOT)
    if not check:
        return child
    try:
        status = child.wait()
    finally:
        end(child)
    if status:
        raise SystemExit("Het klaarzetten is niet gelukt; de reden staat hierboven.")
    return child


def serve(listening_socket):
    os.environ["SCHAKEL_DB_ROLE"] = "schakel_app"
    import django

    django.setup()
    from django.conf import settings

    from schakel.config import servers

    start = servers.serve_reloading if settings.DEVELOPMENT else servers.serve
    start(listening_socket)
