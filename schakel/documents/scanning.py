"""What the virus scanner says of a file. Without one nothing is scanned, and the page says so; with one nothing leaves
quarantine before it was found clean.

ClamAV answers OK above limits of its own and for locked archives, unless it is told to alert (`AlertExceedsMax`,
`AlertEncrypted`); docs/installing.md asks for both, and locked files do not come in at all.
"""

import socket
import struct
from enum import StrEnum
from urllib.parse import urlsplit

from django.conf import settings

PIECE = 64 * 1024  # bytes
PATIENCE = 30  # seconds, for the whole answer
LONGEST_ANSWER = 4096


class Found(StrEnum):
    CLEAN = "clean"
    INFECTED = "infected"
    NOT_SCANNED = "not_scanned"  # no answer, or one that says neither: it stays in quarantine
    NO_SCANNER = "no_scanner"  # this installation has none


def scan(content):
    """Ask the scanner of this installation; never raises, whatever it answers or does not."""
    if not settings.SCANNER:
        return Found.NO_SCANNER
    try:
        with _connected() as line:
            return _said(_asked(line, content))
    except OSError:
        return Found.NOT_SCANNED


def _connected():
    """A socket of the file system (unix:///run/clamd.sock), or a port of a host that is trusted (tcp://host:3310)."""
    place = urlsplit(settings.SCANNER)
    if place.scheme == "unix":
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(PATIENCE)
        line.connect(place.path)
        return line
    return socket.create_connection((place.hostname, place.port or 3310), PATIENCE)


def _asked(line, content):
    """The way of INSTREAM: pieces with their length in front, an empty one at the end, an answer that ends in zero."""
    line.settimeout(PATIENCE)
    line.sendall(b"zINSTREAM\0")
    for start in range(0, len(content), PIECE):
        piece = content[start : start + PIECE]
        line.sendall(struct.pack("!L", len(piece)) + piece)
    line.sendall(struct.pack("!L", 0))
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < LONGEST_ANSWER:
        more = line.recv(1024)
        if not more:
            break
        answer += more
    return answer.decode("utf-8", "replace")


def _said(answer):
    if answer == "stream: OK\0":
        return Found.CLEAN
    if answer.startswith("stream: ") and answer.endswith(" FOUND\0"):
        return Found.INFECTED
    return Found.NOT_SCANNED
