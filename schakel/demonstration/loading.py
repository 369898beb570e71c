"""What every part of the loader needs: the data, the cast, and a way to put rows down as if made at their moment."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count
from uuid import uuid4

from django.db import connection
from django.utils import timezone

from schakel.network.workdays import add_workdays
from schakel.vault.models import Text

from .copying import copy_rows, redate
from .events import event_of
from .moments import HERE
from .reading import World
from .shapes import EVERYBODY

BEGIN, END = time(8, 30), time(17, 0)  # of a working day
MAKERS = ("named_by", "decided_by", "appointed_by", "author", "professional")  # the first that a row has
ENTRY = """
INSERT INTO public.audit_entry
    (id, at, kind, event, actor_id, organisation_id, function,
     file_id, subject_id, reader_id, from_at, until_at, purpose)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""


@dataclass
class Loading:
    """One run of the loader. The rows of the network are filled in first; the cases refer to them by key."""

    world: World
    today: date
    now: datetime = field(default_factory=timezone.now)
    houses: dict = field(default_factory=dict)
    organisations: dict = field(default_factory=dict)
    capacities: dict = field(default_factory=dict)
    people: dict = field(default_factory=dict)
    contacts: dict = field(default_factory=dict)  # of an organisation, by its id
    regimes: dict = field(default_factory=dict)  # by house and key
    criteria: dict = field(default_factory=dict)  # by house, key of the regime and number
    waiting: list = field(default_factory=list)  # referrals on which the triage did not decide yet
    scenes: dict = field(default_factory=dict)  # of each case
    municipalities: dict = field(default_factory=dict)
    texts: dict = field(default_factory=dict)  # by house and key: which row says it
    labels: dict = field(default_factory=dict)
    rows: dict = field(default_factory=lambda: defaultdict(list))  # with their moments, by table
    dated: dict = field(default_factory=lambda: defaultdict(dict))  # by table: the moment of each file
    entries: list = field(default_factory=list)  # of the log

    def on(self, moment):
        """The day of a moment of the data."""
        return moment and moment.on(self.today)

    def at(self, moment, clock=None):
        """The moment itself; `clock` where the data name only a day."""
        if moment is None:
            return None
        found = moment.at(self.today)
        if clock and moment.clock is None:
            found = datetime.combine(found.date(), clock, HERE)
        return found

    def midnight(self, day):
        return datetime.combine(day, time(), HERE)

    def label(self, key):
        """What the screen says for a life domain, theme or closing reason; a neighbour has words of its own."""
        return self.labels.get(key, key)

    def number(self):
        """A number as the database makes them, for what is named by it before it is stored."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT access.new_number()")
            return cursor.fetchone()[0]

    def triage_of(self, house):
        """Who does the triage of that house."""
        staff = self.world.people.values()
        return next(self.people[one.key] for one in staff if one.house == house.slug and "triage" in one.roles)

    def yesterday(self):
        """Late on the last working day before today."""
        return self.midnight(add_workdays(self.today, -1)) + timedelta(hours=15, minutes=40)

    def workdays_from(self, day):
        return (add_workdays(day, step) for step in count())

    def put(self, row, at, *, ring=None, file=None, **words):
        """A row as if it was made at that moment, with its words, and with the act that made it in the log."""
        self.rows[type(row)].append((row, at))
        if ring:
            self.write(row, ring, at, **words)
        if event := event_of(row):
            self.act(event, by=maker(row), at=at, file_id=file or getattr(row, "file_id", None), subject_id=row.pk)
        return row

    def write(self, row, ring, at, **words):
        """Seal the words of a row, as if they were written at that moment."""
        self.rows[Text] += [(text, at) for text in ring.sealed(row, **words)]

    def made_at(self, at, file_id, *models):
        """What was inserted into these tables for a file was made at that moment."""
        for model in models:
            self.dated[model][file_id] = at

    def act(self, event, *, by, at, file_id, subject_id):
        self._note("act", event, by, at, file_id=file_id, subject_id=subject_id)

    def opening(self, *, by, at, file_id, purpose):
        self._note("opened", "file.opened", by, at, file_id=file_id, purpose=purpose)

    def presence(self, event, *, by, about, reader, until):
        subject = {"file_id": about.file_id, "subject_id": about.pk}
        self._note("present", event, by, until, **subject, reader_id=reader.pk, from_at=about.starts_at, until_at=until)

    def _note(self, kind, event, by, at, **rest):
        if at <= self.now:
            self.entries.append((at, kind, event, by, rest))

    def store(self):
        """Everything that was put down, table by table. Foreign keys are checked at the commit: the order is free."""
        for model, moments in self.dated.items():
            redate(model, moments)
        for model, dated in self.rows.items():
            copy_rows(model, dated)
        self._store_log()

    def _store_log(self):
        """In the order in which it happened, as the log itself would number it."""
        columns = ("file_id", "subject_id", "reader_id", "from_at", "until_at")
        rows = []
        for at, kind, event, by, rest in sorted(self.entries, key=lambda entry: entry[0]):
            who = [by.pk, by.organisation_id, by.function]
            rows.append([uuid4(), at, kind, event, *who, *map(rest.get, columns), rest.get("purpose", "")])
        with connection.cursor() as cursor:
            cursor.executemany(ENTRY, rows)


def maker(row):
    """Who made a row."""
    return next(getattr(row, name) for name in MAKERS if hasattr(row, name))


def everybody(keys):
    return keys == [EVERYBODY]
