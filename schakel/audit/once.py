"""What is sent twice happens once, and one act at a time on one thing."""

from functools import wraps
from hashlib import sha256

from django.db import IntegrityError, ProgrammingError, connection
from django.utils.translation import gettext as _

from schakel.access.verdict import Refused


def made_once(model, signed="author"):
    """Above `@act`: the key of the form becomes the key of the thing; the second time the first one is the answer."""

    def decorate(act):
        @wraps(act)
        def done(*, by, key=None, **arguments):
            mine = {signed: by} if signed else {}
            if key and (before := model.objects.filter(pk=key, **mine).first()):
                return before
            try:
                return act(by=by, key=key, **arguments)
            except (IntegrityError, ProgrammingError) as error:  # sent twice at the same moment, or no form of ours
                if isinstance(error, ProgrammingError) and not (key and "row-level security policy" in str(error)):
                    raise
                if before := model.objects.filter(pk=key, **mine).first():
                    return before
                raise Refused(_("This form cannot be used again. Load the page again.")) from None

        return done

    return decorate


def one_at_a_time(*what):
    """Wait until nobody else is doing something with this; until the end of the transaction."""
    number = int.from_bytes(sha256("|".join(map(str, what)).encode()).digest()[:8], signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])
