"""What is new in my cases, without a word of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

SINCE = timedelta(days=14)
MANY = 6


@dataclass
class New:
    kind: str
    at: datetime
    number: str
    organisation: str

    @property
    def sentence(self):
        words = _("Taken back by {organisation}") if self.kind == "recalled" else _("Brought in by {organisation}")
        return words.format(organisation=self.organisation)

    @property
    def is_recall(self):
        return self.kind == "recalled"


def news():
    """The latest of the last two weeks; the database decides what is news for whom."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM work.news(%s, %s)", [timezone.now() - SINCE, MANY])
        return [New(*row) for row in cursor.fetchall()]
