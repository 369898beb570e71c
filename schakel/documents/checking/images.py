"""Pictures, walked part by part and never decoded: from the first byte to the last there is nothing else."""

import struct
import zlib

from django.utils.translation import gettext as _

from .refusing import Unacceptable

WIDEST = 20_000  # pixels
LARGEST_AREA = 100_000_000
PNG = b"\x89PNG\r\n\x1a\n"
FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # JPEG: start of frame
ALONE = {0x01, *range(0xD0, 0xD8)}  # JPEG: markers without a length
SPEAKING = (b"<script", b"<html", b"<svg", b"<?php", b"<!doctype", b"%pdf-", b"<iframe", b"javascript:")


def examine_png(content):
    """Raises Unacceptable for what is no PNG, for a huge one, and for one with something behind or inside it."""
    if not content.startswith(PNG):
        raise _not(_("PNG"))
    at, seen = len(PNG), []
    while at < len(content) and seen[-1:] != [b"IEND"]:
        length, kind = _unpack(">I4s", content, at)
        body = content[at + 8 : at + 8 + length]
        if len(body) < length or _unpack(">I", content, at + 8 + length)[0] != zlib.crc32(kind + body):
            raise _damaged()
        if not seen:
            _png_size(kind, body)
        if kind not in (b"IDAT", b"IHDR", b"PLTE"):
            _silent(body)
        seen.append(kind)
        at += 12 + length
    if seen[-1:] != [b"IEND"] or b"IDAT" not in seen:
        raise _damaged()
    _nothing_behind(content, at)


def _png_size(kind, body):
    if kind != b"IHDR" or len(body) != 13:
        raise _damaged()
    _not_too_large(*struct.unpack(">II", body[:8]))


def examine_jpeg(content):
    """Raises Unacceptable as `examine_png` does."""
    if not content.startswith(b"\xff\xd8\xff"):
        raise _not(_("JPEG"))
    at, framed = 2, False
    mark, at = _next_marker(content, at)
    while mark != 0xD9:
        if mark not in ALONE:
            framed |= mark in FRAMES
            at = _behind_the_segment(content, mark, at)
        mark, at = _next_marker(content, at)
    if not framed:
        raise _damaged()
    _nothing_behind(content, at)


def _behind_the_segment(content, mark, at):
    (length,) = _unpack(">H", content, at)
    body = content[at + 2 : at + length]
    if length < 2 or len(body) < length - 2:
        raise _damaged()
    if mark in FRAMES:
        _not_too_large(*reversed(_unpack(">HH", body, 1)))
    if 0xE0 <= mark <= 0xEF or mark == 0xFE:
        _silent(body)
    at += length
    return _behind_the_scan(content, at) if mark == 0xDA else at


def _next_marker(content, at):
    """The next marker and where it ends; before it may stand only filling."""
    if content[at : at + 1] != b"\xff":
        raise _damaged()
    while content[at : at + 1] == b"\xff":
        at += 1
    if at >= len(content):
        raise _damaged()
    return content[at], at + 1


def _behind_the_scan(content, at):
    """Where the next marker stands after the packed picture, in which FF is followed by 00 or by a restart."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise _damaged()
        if content[at + 1] == 0 or 0xD0 <= content[at + 1] <= 0xD7:
            at += 2
        else:
            return at


def _unpack(form, content, at):
    try:
        return struct.unpack_from(form, content, at)
    except struct.error:
        raise _damaged() from None


def _not_too_large(width, height):
    if not width or not height:
        raise _damaged()
    if max(width, height) > WIDEST or width * height > LARGEST_AREA:
        raise Unacceptable(
            _("This picture is too large: {width} by {height} points.").format(width=width, height=height)
        )


def _silent(body):
    lowered = body.lower()
    if any(word in lowered for word in SPEAKING):
        raise Unacceptable(_("In this picture a page or a program is hidden."))


def _nothing_behind(content, at):
    if content[at:].strip(b"\x00"):
        raise Unacceptable(_("Behind this picture something else is hidden."))


def _damaged():
    return Unacceptable(_("This file is damaged or not complete."))


def _not(name):
    return Unacceptable(_("This file is called {name}, but it is something else.").format(name=name))
