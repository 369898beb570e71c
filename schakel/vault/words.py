"""Reading and writing the content of an opened file."""

from collections import defaultdict

from cryptography.exceptions import InvalidTag
from django.db import models

from schakel.access.models import Numbered, Record

from .keys import decrypted, encrypted, key_for, new_key, unwrapped, wrapped
from .models import ContentKey, Text


class Worded(Record):
    """A row whose words lie sealed in the vault; `words` names them.

    After `Keyring.reveal(rows)` each word is an attribute: a string, "" when never written, or
    `DESTROYED` when its key is gone. Subclasses give `file_id`, `about` and `audience`.
    """

    words = ()
    author = models.ForeignKey("network.Professional", models.PROTECT, related_name="+")
    edition = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


class File(Numbered, Worded):
    """What one opens: a referral or a case, with a number of its own. Whatever is in it carries its id."""

    class Meta:
        abstract = True

    def __str__(self):
        return self.number

    @property
    def file_id(self):
        return self.pk

    @property
    def about(self):
        return [self.pk]

    audience = about


class Destroyed(str):
    """What is left of words whose key was destroyed: nothing, and the knowledge of it."""


DESTROYED = Destroyed("")


class Keyring:
    """The keys of one file that this professional may use, unwrapped for the length of a request."""

    def __init__(self, file_id, house_id, keys):
        self.file_id, self.house_id, self._keys = file_id, house_id, keys

    @classmethod
    def of(cls, file):
        """The keys of a referral or a case, as far as the row policies hand them out."""
        return cls.of_each([file])[file.file_id]

    @classmethod
    def of_each(cls, files):
        """{file id: the same} of several files, asked once."""
        rings = {file.file_id: cls(file.file_id, file.house_id, {}) for file in files}
        for row in ContentKey.objects.filter(file_id__in=rings):
            about = {"house_id": row.house_id, "file_id": row.file_id, "person_id": row.person_id}
            rings[row.file_id]._keys[row.person_id] = unwrapped(row.wrapped, **about)
        return rings

    @classmethod
    def new(cls, file):
        """Make the first key of a file, and the ring that holds it."""
        ring = cls(file.file_id, file.house_id, {})
        ring.add(None)
        return ring

    def add(self, person_id):
        """Make the key of one person in this file (of the file itself: None)."""
        key = new_key()
        blob = wrapped(key, house_id=self.house_id, file_id=self.file_id, person_id=person_id)
        ContentKey.objects.create(house_id=self.house_id, file_id=self.file_id, person_id=person_id, wrapped=blob)
        self._keys[person_id] = key

    @property
    def persons(self):
        """Ids of the persons of this file whose keys I hold; the names are in another hand."""
        return [person_id for person_id in self._keys if person_id]

    def write(self, row, **words):
        """Seal these words as the row's, in the edition and under the author that the row names now."""
        Text.objects.bulk_create(self.sealed(row, **words))

    def sealed(self, row, **words):
        """The same without storing it: for who stores many at once."""
        return [self._sealed(row, field, text) for field, text in words.items() if text]

    def rewrite(self, row, *, by, words=None, **changes):
        """Save the next edition of a row; all its words are sealed anew under whoever changes it."""
        self.reveal([row])
        kept = {word: getattr(row, word) for word in row.words} | (words or {})
        row.author, row.edition = by, row.edition + 1
        for name, value in changes.items():
            setattr(row, name, value)
        row.save(update_fields=["author", "edition", *changes])
        self.write(row, **kept)
        for word, text in kept.items():
            setattr(row, word, text)
        return row

    def reveal(self, rows):
        """Put every word of these rows on them as an attribute; one query for all."""
        rows = list(rows)
        texts = defaultdict(dict)
        for text in Text.objects.filter(file_id=self.file_id, of_row__in=[row.pk for row in rows]):
            texts[text.of_row, text.edition, text.author_id][text.field] = text
        for row in rows:
            found = texts[row.pk, row.edition, row.author_id]
            for field in row.words:
                setattr(row, field, self._opened(found[field]) if field in found else "")
        return rows

    def seal(self, person_id, plain, place):
        """One short value under one person's own key, bound to its place."""
        return encrypted(self._keys[person_id], plain.encode(), place)

    def unseal(self, person_id, sealed, place):
        return decrypted(self._keys[person_id], sealed, place).decode()

    def seal_content(self, row, content):
        """The bytes of a file, under the same keys as words about the same."""
        place = _place(row.pk, "content")
        return encrypted(self._key(row.about, place), content, place)

    def unseal_content(self, row, sealed):
        """Those bytes again, or DESTROYED when a key is gone."""
        place = _place(row.pk, "content")
        try:
            return decrypted(self._key(row.about, place), sealed, place)
        except (KeyError, InvalidTag):
            return DESTROYED

    def _sealed(self, row, field, text):
        about, place = sorted(row.about), _place(row.pk, field)
        sealed = encrypted(self._key(about, place), text.encode(), place)
        return Text(
            file_id=self.file_id, of_row=row.pk, field=field, edition=row.edition, author_id=row.author_id,
            about=about, audience=sorted(row.audience), sealed=sealed,
        )  # fmt: skip

    def _opened(self, text):
        place = _place(text.of_row, text.field)
        try:
            return decrypted(self._key(text.about, place), text.sealed, place).decode()
        except (KeyError, InvalidTag):
            return DESTROYED

    def _key(self, about, place):
        """The file's key and that of every person the words are about: without one of them, none."""
        persons = [person for person in sorted(about) if person != self.file_id]
        return key_for([self._keys[None], *(self._keys[person] for person in persons)], place)


def _place(row_id, field):
    return f"{row_id}|{field}"
