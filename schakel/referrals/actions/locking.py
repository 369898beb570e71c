"""One act at a time on one thing: who comes second finds what the first has made of it."""

from django.utils.translation import gettext as _

from schakel.access.verdict import Refused
from schakel.audit.once import one_at_a_time

from ..models import Referral


def as_it_is_now(referral):
    """The referral as it stands after everybody else; it may have been withdrawn meanwhile."""
    one_at_a_time("referral", referral.pk)
    try:
        referral.refresh_from_db()
    except Referral.DoesNotExist:
        raise Refused(_("This referral was withdrawn meanwhile.")) from None
    return referral
