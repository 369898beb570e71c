"""The SQL functions that the row policies ask; each capability keeps its own in `sight.sql`."""

from pathlib import Path

from django.db import migrations

SCHAKEL = Path(__file__).resolve().parent.parent


class Functions(migrations.RunSQL):
    """Create or replace the functions of these files; the tables they ask may come later."""

    def __init__(self, *files):
        sql = "".join((SCHAKEL / file).read_text() for file in files)
        super().__init__(f"SET LOCAL check_function_bodies = off;\n{sql}", migrations.RunSQL.noop)
        self.files = files

    def deconstruct(self):
        return self.__class__.__name__, self.files, {}
