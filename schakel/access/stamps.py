"""Moments that a row gets later (sent, closed, ended): the clock of the database, whatever the statement says."""

from django.db.backends.ddl_references import Statement, Table
from django.db.models import BaseConstraint

CREATE = (
    "CREATE TRIGGER %(name)s BEFORE UPDATE ON %(table)s FOR EACH ROW "
    "WHEN (current_user = 'schakel_app') EXECUTE FUNCTION access.stamp(%(columns)s)"
)
DROP = "DROP TRIGGER %(name)s ON %(table)s"


class Stamped(BaseConstraint):
    """These columns, once filled, hold the moment at which they were filled, and are never emptied again."""

    def __init__(self, name, *, columns):
        super().__init__(name=name)
        self.columns = tuple(columns)

    def create_sql(self, model, schema_editor):
        return self._statement(CREATE, model, schema_editor)

    def remove_sql(self, model, schema_editor):
        return self._statement(DROP, model, schema_editor)

    def constraint_sql(self, model, schema_editor):
        schema_editor.deferred_sql.append(self.create_sql(model, schema_editor))

    def validate(self, *args, **kwargs):
        """PostgreSQL does."""

    def deconstruct(self):
        path, _, kwargs = super().deconstruct()
        return path, (kwargs["name"],), {"columns": self.columns}

    def __eq__(self, other):
        return isinstance(other, Stamped) and self.deconstruct() == other.deconstruct()

    def _statement(self, template, model, schema_editor):
        return Statement(
            template,
            table=Table(model._meta.db_table, schema_editor.quote_name),
            name=schema_editor.quote_name(self.name),
            columns=", ".join(f"'{column}'" for column in self.columns),
        )
