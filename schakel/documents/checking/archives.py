"""Office files: archives of parts, of which the whole list is weighed before a single part is unpacked."""

import io
import zipfile
import zlib

from django.utils.translation import gettext as _

from . import kinds
from .parts import examine_parts
from .refusing import Unacceptable

MOST_PARTS = 3_000
LARGEST_UNPACKED = 200 * kinds.MEGABYTE
LARGEST_PART = 60 * kinds.MEGABYTE  # of those that are read
STEEPEST = 200  # how many times larger a part of some size may become
FLAT = 100 * 1024  # bytes; below it no ratio is strange
LOCAL, CENTRAL_END = b"PK\x03\x04", b"PK\x05\x06"
WAYS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


def examine_office(content, kind):
    """Raises Unacceptable for what is no document of this kind, and for bombs, locks, macros and what calls outside."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unacceptable(_("This file is locked with a password or of an old kind. Save it again without one."))
    if not content.startswith(LOCAL):
        raise Unacceptable(_("This file is called {name}, but it is something else.").format(name=kind.ending))
    _ends_there(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _weigh(entries, len(content))
            examine_parts(kind, {entry.filename: _reader(archive, entry) for entry in entries})
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        raise Unacceptable(_("This file is damaged or not complete.")) from None


def _ends_there(content):
    """The list of parts is the last thing in the file, without a comment; there is one such list."""
    at = content.rfind(CENTRAL_END)
    if at < 0 or len(content) - at != 22 or content[at + 20 : at + 22] != b"\0\0":
        raise Unacceptable(_("This file is damaged, or something else is hidden behind it."))


def _weigh(entries, length):
    if not entries or len(entries) > MOST_PARTS:
        raise _bomb()
    if len({entry.filename for entry in entries}) < len(entries):
        raise Unacceptable(_("In this file a part is there twice."))
    total, reached = 0, 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        _weigh_one(entry)
        if entry.header_offset < reached:
            raise _bomb()  # parts that lie over each other
        reached = entry.header_offset + 30 + len(entry.orig_filename.encode()) + entry.compress_size
        total += entry.file_size
    if total > LARGEST_UNPACKED or reached > length:
        raise _bomb()


def _weigh_one(entry):
    name = entry.filename
    if entry.flag_bits & 0x1:
        raise Unacceptable(_("This file is locked with a password. Save it without one."))
    if name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or ":" in name or "\0" in name:
        raise Unacceptable(_("In this file stands a part that wants to be elsewhere."))
    if entry.compress_type not in WAYS:
        raise Unacceptable(_("This file is packed in an unusual way. Save it again."))
    if entry.file_size > FLAT and entry.file_size > STEEPEST * max(entry.compress_size, 1):
        raise _bomb()


def _reader(archive, entry):
    """Reads a part, never more of it than was promised."""

    def read():
        if entry.file_size > LARGEST_PART:
            raise _bomb()
        with archive.open(entry) as part:
            content = part.read(entry.file_size + 1)
        if len(content) != entry.file_size:
            raise _bomb()
        return content

    return read


def _bomb():
    return Unacceptable(_("Unpacked, this file is far larger than it looks. It does not come in."))
