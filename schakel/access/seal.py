"""Claims that PostgreSQL can check and injected SQL cannot make.

Two kinds. `me` says who acts, and is worth nothing on another connection or in another
transaction. `log` says who reads what, and is worth nothing for another reading or after a minute.
"""

import hmac
from hashlib import sha256
from time import time

from django.conf import settings

PATIENCE = 60  # seconds between sealing a claim for the log and its being written


def sealed_identity(professional_id, backend_pid, transaction_start):
    """`me.professional.connection.transaction.HMAC`; the start is in microseconds since 1970."""
    return _sealed(f"me.{professional_id}.{backend_pid}.{transaction_start}")


def sealed_for_the_log(professional_id, backend_pid, words):
    """`log.professional.connection.expiry.digest.HMAC`: fits the entry that these words make, no other."""
    digest = sha256("|".join(words).encode()).hexdigest()
    return _sealed(f"log.{professional_id}.{backend_pid}.{int(time()) + PATIENCE}.{digest}")


def pads(key):
    """The key as HMAC's two padded blocks, so that SQL needs sha256() only."""
    block = key.ljust(64, b"\0")
    return bytes(b ^ 0x36 for b in block), bytes(b ^ 0x5C for b in block)


def _sealed(claim):
    return f"{claim}.{hmac.digest(settings.IDENTITY_KEY, claim.encode(), 'sha256').hex()}"
