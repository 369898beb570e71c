"""Changing a row that others may change, too: who comes second is told, and words keep their author."""

from django.utils.translation import gettext as _

from schakel.access.verdict import Conflict, Refused
from schakel.vault.words import Keyring


def locked(row, edition=None):
    """The row as it stands now, held until this transaction ends; a `Conflict` when it is not that edition."""
    now = type(row).objects.select_for_update(of=("self",)).select_related("case__house").filter(pk=row.pk).first()
    if now is None:
        raise Refused(_("This can no longer be changed."))
    if edition is not None and now.edition != edition:
        raise Conflict(now)
    return now


def rewrite(row, *, by, words=None, **changes):
    """Save the next edition of a row; all its words are written anew under whoever changes it."""
    ring = Keyring.of(row.case)
    ring.reveal([row])
    kept = {word: getattr(row, word) for word in row.words} | (words or {})
    for name, value in changes.items():
        setattr(row, name, value)
    row.author, row.edition = by, row.edition + 1
    row.save(update_fields=["author", "edition", *changes])
    ring.write(row, **kept)
    for word, text in kept.items():
        setattr(row, word, text)
    return row
