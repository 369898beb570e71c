"""One act at a time on one thing: who comes second finds what the first has made of it."""

from hashlib import sha256

from django.db import connection
from django.utils.translation import gettext as _

from schakel.access.verdict import Refused

from ..models import Referral


def one_at_a_time(*what):
    """Wait until nobody else is doing something with this; until the end of the transaction."""
    number = int.from_bytes(sha256("|".join(map(str, what)).encode()).digest()[:8], signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


def as_it_is_now(referral):
    """The referral as it stands after everybody else; it may have been withdrawn meanwhile."""
    one_at_a_time("referral", referral.pk)
    try:
        referral.refresh_from_db()
    except Referral.DoesNotExist:
        raise Refused(_("This referral was withdrawn meanwhile.")) from None
    return referral
