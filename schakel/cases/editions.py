"""Changing a row of a case that others may change, too: who comes second is told, and words keep their author."""

from django.utils.translation import gettext_lazy as _

from schakel.access.verdict import Conflict, Refused
from schakel.vault.words import Keyring

GONE = _("This can no longer be changed.")


def locked(row, edition=None, *, together=("case__house",), otherwise=GONE):
    """The row as it stands now, held until this transaction ends; a `Conflict` when it is not that edition."""
    rows = type(row).objects.select_for_update(of=("self",)).select_related(*together)
    now = rows.filter(pk=row.pk).first()
    if now is None:
        raise Refused(otherwise)
    if edition is not None and now.edition != edition:
        raise Conflict(now)
    return now


def rewrite(row, *, by, words=None, **changes):
    """The next edition of a row of a case; the answer is the row."""
    return Keyring.of(row.case).rewrite(row, by=by, words=words, **changes)
