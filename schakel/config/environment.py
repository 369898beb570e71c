"""Typed readers of the environment: a setting that is missing or wrong stops the program and says which, and how."""

import base64
import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

REQUIRED = object()


def text(name, default=REQUIRED, example="…"):
    """The variable, or the content of the file that `NAME_FILE` points to."""
    if path := os.environ.get(f"{name}_FILE"):
        try:
            return Path(path).read_text().strip()
        except OSError as error:
            raise refusal(f"{name}_FILE", f"cannot be read ({error.strerror})", "/run/secrets/name") from None
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is REQUIRED:
        raise refusal(name, "is not set", example)
    return default


def flag(name, default=REQUIRED):
    value = text(name, default, example="1")
    if isinstance(value, bool):
        return value
    if value.lower() not in {"1", "0", "yes", "no", "true", "false"}:
        raise refusal(name, f"is neither yes nor no: {value!r}", "1")
    return value.lower() in {"1", "yes", "true"}


def number(name, default=REQUIRED, example="8"):
    value = text(name, default, example)
    try:
        return int(value)
    except ValueError:
        raise refusal(name, f"is not a whole number: {value!r}", example) from None


def url(name, default=REQUIRED, schemes=("https", "http"), example="https://schakel.example.nl"):
    value = text(name, default, example)
    if value is not None and (urlsplit(value).scheme not in schemes or not _somewhere(value)):
        raise refusal(name, f"is not an address that starts with {' or '.join(schemes)}://", example)
    return value


def _somewhere(address):
    """A host, or a path in the file system."""
    place = urlsplit(address)
    return place.path if place.scheme == "unix" else place.netloc


def key(name, made_in=None, size=32):
    """`size` random bytes, as hexadecimal or base64; a demonstration makes its own once and keeps it in `made_in`."""
    example = "what `openssl rand -hex 32` prints"
    value = text(name, None if made_in else REQUIRED, example)
    if value is None:
        value = kept(made_in / name.removeprefix("SCHAKEL_").lower(), size)
    decoded = decode(value)
    if decoded is None or len(decoded) != size:
        raise refusal(name, f"is not {size} bytes as hexadecimal or base64", example)
    return decoded


def kept(path, size):
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_suffix(f".{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_hex(size))
    try:
        os.link(draft, path)  # whole or not at all, and only the first of two who start together
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path.read_text()


def decode(value):
    for reading in (bytes.fromhex, lambda encoded: base64.b64decode(encoded, validate=True)):
        try:
            return reading(value)
        except ValueError:
            continue
    return None


def refusal(name, what, example):
    return SystemExit(f"Schakel cannot start: {name} {what}. Example: {name}={example}")
