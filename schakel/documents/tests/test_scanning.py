"""The scanner: what it says counts, and what it does not say clearly is not clean."""

import socket
import struct
import threading
import time

import pytest

from schakel.documents import scanning
from schakel.documents.scanning import Found, scan


def read_stream(line):
    """What was sent by INSTREAM."""
    heard = b""
    while len(heard) < 10:
        heard += line.recv(10 - len(heard))
    assert heard == b"zINSTREAM\0"
    content = b""
    while (length := struct.unpack("!L", receive(line, 4))[0]) > 0:
        content += receive(line, length)
    return content


def receive(line, length):
    heard = b""
    while len(heard) < length and (more := line.recv(length - len(heard))):
        heard += more
    return heard


@pytest.fixture
def scanner(settings, tmp_path):
    """Starts a scanner that does as it is told; gives what it received."""
    received, doors = [], []

    def start(answer):
        door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        door.bind(str(tmp_path / "clamd"))
        door.listen(1)
        doors.append(door)
        settings.SCANNER = f"unix://{tmp_path}/clamd"

        def serve():
            line, _ = door.accept()
            with line:
                received.append(read_stream(line))
                answer(line)

        threading.Thread(target=serve, daemon=True).start()
        return received

    yield start
    for door in doors:
        door.close()


def saying(words):
    return lambda line: line.sendall(words)


def test_the_whole_file_is_sent(scanner):
    received, content = scanner(saying(b"stream: OK\0")), bytes(range(256)) * 1000
    assert scan(content) == Found.CLEAN
    assert received == [content]


@pytest.mark.parametrize("words", [b"stream: Eicar-Signature FOUND\0", b"stream: Heuristics.Limits.Exceeded FOUND\0"])
def test_what_is_found_counts(scanner, words):
    scanner(saying(words))
    assert scan(b"x") == Found.INFECTED


@pytest.mark.parametrize(
    "words",
    [
        b"",
        b"INSTREAM size limit exceeded. ERROR\0",
        b"stream: OK FOUND OK\0",
        b"OK\0",
        b"stream: OK",
        b"\xff\xfe",
        b"a" * 9000,
    ],
)
def test_what_is_not_clearly_clean_is_not_clean(scanner, words):
    scanner(saying(words))
    assert scan(b"x") == Found.NOT_SCANNED


def test_a_scanner_that_says_nothing_keeps_nobody_waiting_for_ever(scanner, monkeypatch):
    monkeypatch.setattr(scanning, "PATIENCE", 0.2)
    scanner(lambda line: time.sleep(1))
    assert scan(b"x") == Found.NOT_SCANNED


@pytest.mark.parametrize("place", ["unix:///nergens/clamd", "tcp://127.0.0.1:1"])
def test_a_scanner_that_is_not_there_finds_nothing_clean(settings, place):
    settings.SCANNER = place
    assert scan(b"x") == Found.NOT_SCANNED


def test_without_a_scanner_it_says_so(settings):
    settings.SCANNER = None
    assert scan(b"x") == Found.NO_SCANNER
