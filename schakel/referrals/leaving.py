"""What colleagues who left did not finish: a number, where and since when; no words, no persons."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection


@dataclass
class LeftBehind:
    """A referral whose referrer is no longer there, as the contact of their organisation knows it."""

    pk: UUID
    number: str
    referrer: UUID
    house: str
    approach: str
    made_at: datetime
    sent_at: datetime | None

    @property
    def file_id(self):
        return self.pk

    @property
    def is_draft(self):
        return self.sent_at is None


def left_behind():
    """Of the organisations for which I speak, the oldest first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM access.left_behind()")
        return [LeftBehind(*row) for row in cursor.fetchall()]
