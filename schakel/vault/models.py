from django.db import models
from django.db.models import F, Q

from schakel.access.classification import Classified, Holds
from schakel.access.fields import IdsField, MomentField, made_now
from schakel.access.models import Record
from schakel.access.policies import RowPolicy, first_in_sight


class ContentKey(Record):
    """A key under which content is written: of a file, or of one person in that file. (nl: inhoudssleutel)"""

    holds = Holds.FRAME
    classified = Classified(ordinary="house_id file_id person_id wrapped made_at")

    house_id = models.UUIDField()
    file_id = models.UUIDField()
    person_id = models.UUIDField(null=True)
    wrapped = models.BinaryField()
    made_at = MomentField()

    class Meta:
        constraints = [
            models.UniqueConstraint("file_id", "person_id", name="one_key_each", nulls_distinct=False),
            RowPolicy(
                "who sees the file, or the person in it, holds the key",
                "SELECT",
                using="file_id = ANY ((SELECT access.my_files())::uuid[]) "
                "AND (person_id IS NULL OR person_id = ANY ((SELECT access.my_sight())::uuid[]))",
            ),
            RowPolicy(
                "who keeps the file makes its keys",
                "INSERT",
                check=f"file_id = ANY ((SELECT access.files_i_keep())::uuid[]) AND {made_now('made_at')}",
            ),
            # No UPDATE and no DELETE: keys go through retention, with four eyes, never through the application.
        ]


class Text(Record):
    """Content of a file in words, sealed; the one table that holds any. (nl: tekst)

    A text belongs to a field of a row elsewhere (`of_row`, `field`, `edition`) and counts only when its
    author is the one that row names. It says whom it is about and for whom it is meant.
    """

    holds = Holds.CONTENT
    classified = Classified(
        special="sealed", ordinary="file_id of_row field edition author_id about audience written_at"
    )

    file_id = models.UUIDField()
    of_row = models.UUIDField()
    field = models.CharField(max_length=30)
    edition = models.PositiveIntegerField(default=1)
    author_id = models.UUIDField()
    about = IdsField()
    audience = IdsField()
    sealed = models.BinaryField()
    written_at = MomentField()

    class Meta:
        indexes = [models.Index(F("file_id"), name="text_of_file"), models.Index(F("of_row"), name="text_of_row")]
        constraints = [
            models.CheckConstraint(condition=~Q(about=[]) & ~Q(audience=[]), name="about_and_for_somebody"),
            # Nobody words an edition anew: what stands in the log as written at that moment is what one reads.
            models.UniqueConstraint("of_row", "field", "edition", "author_id", name="an_edition_is_worded_once"),
            RowPolicy(
                "who opened the file reads words that concern and reach them",
                "SELECT",
                using=first_in_sight(
                    "about <@ (SELECT access.my_sight())",
                    "file_id = ANY ((SELECT access.opened())::uuid[]) AND audience && (SELECT access.my_ears()) "
                    "AND of_row <> ALL ((SELECT access.recalled())::uuid[])",
                ),
            ),
            RowPolicy(
                "each writes in their own name about whom they see",
                "INSERT",
                check="author_id = (SELECT access.me()) AND file_id = ANY ((SELECT access.my_files())::uuid[]) "
                f"AND about <@ access.my_sight_in(file_id) AND {made_now('written_at')}",
            ),
            # No UPDATE and no DELETE: words are replaced by a next edition, or destroyed with their key.
        ]
