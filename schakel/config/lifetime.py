"""How programs end: on a signal, and when whoever started them is gone. Nothing stays behind."""

import os
import signal
import subprocess
import threading
import time

PATIENCE = 10  # seconds between asking a child to stop and making it


def stop_on_signals():
    """Let SIGTERM and a closed terminal end the program as Ctrl-C does: by an exception, so that `finally` runs."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, leave)


def leave(number, frame):
    raise SystemExit(0)


def undisturbed():
    """From here on nothing interrupts the clearing up."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)


def stop_with_parent():
    """End when the program that started this one is gone, if it asked for that (SCHAKEL_WATCH_PARENT)."""
    if os.environ.get("SCHAKEL_WATCH_PARENT"):
        threading.Thread(target=watch, args=[os.getppid()], daemon=True).start()


def watch(parent):
    while os.getppid() == parent:
        time.sleep(0.5)
    os.kill(os.getpid(), signal.SIGTERM)


def end(child):
    if child is None or child.poll() is not None:
        return
    child.terminate()
    try:
        child.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
