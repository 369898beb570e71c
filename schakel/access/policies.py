"""Row policies: the sentences that say who may touch which rows.

Every table has at most one of them per SQL command and role. A command without a policy
is not even granted, so forgetting one fails loudly instead of leaking quietly.
"""

from django.db.backends.ddl_references import Statement, Table
from django.db.models import BaseConstraint

APPLICATION_ROLE = "schakel_app"

LONGEST_NAME = 63  # bytes; what PostgreSQL keeps of a name
CREATE = (
    "ALTER TABLE %(table)s ENABLE ROW LEVEL SECURITY; "
    "CREATE POLICY %(name)s ON %(table)s FOR %(command)s TO %(role)s%(using)s%(check)s; "
    "GRANT %(command)s%(columns)s ON %(table)s TO %(role)s"
)
DROP = "REVOKE %(command)s%(columns)s ON %(table)s FROM %(role)s; DROP POLICY %(name)s ON %(table)s"


class BesideTheTable(BaseConstraint):
    """Something that PostgreSQL keeps beside a table; `create` and `drop` are its SQL, `parts()` what stands in it."""

    create = drop = ""

    def create_sql(self, model, schema_editor):
        return self._statement(self.create, model, schema_editor)

    def remove_sql(self, model, schema_editor):
        return self._statement(self.drop, model, schema_editor)

    def constraint_sql(self, model, schema_editor):
        # It cannot be part of CREATE TABLE; let it wait until the table exists.
        schema_editor.deferred_sql.append(self.create_sql(model, schema_editor))

    def validate(self, *args, **kwargs):
        """PostgreSQL does."""

    def __eq__(self, other):
        return type(other) is type(self) and self.deconstruct() == other.deconstruct()

    def _statement(self, template, model, schema_editor):
        quote = schema_editor.quote_name
        table = Table(model._meta.db_table, quote)
        return Statement(template, table=table, name=quote(self.name), **self.parts(quote))


class RowPolicy(BesideTheTable):
    """One sentence, one SQL command, one boolean expression."""

    create, drop = CREATE, DROP

    def __init__(self, name, command, *, using="", check="", columns=(), role=APPLICATION_ROLE):
        super().__init__(name=name)
        if len(name.encode()) > LONGEST_NAME:
            raise ValueError(f"PostgreSQL would cut this sentence short: {name}")
        if command == "UPDATE" and not (using and check and columns):
            raise ValueError("An UPDATE says which rows (using), what they may become (check) and which columns.")
        self.command, self.using, self.check_expression = command, using, check
        self.columns, self.role = tuple(columns), role

    def deconstruct(self):
        path, _, kwargs = super().deconstruct()
        name = kwargs.pop("name")
        optional = {"using": self.using, "check": self.check_expression, "columns": self.columns}
        kwargs |= {key: value for key, value in optional.items() if value}
        if self.role != APPLICATION_ROLE:
            kwargs["role"] = self.role
        return path, (name, self.command), kwargs

    def parts(self, quote):
        return {
            "command": self.command,
            "columns": f" ({', '.join(map(quote, self.columns))})" if self.columns else "",
            "role": quote(self.role),
            "using": f" USING ({self.using})" if self.using else "",
            "check": f" WITH CHECK ({self.check_expression})" if self.check_expression else "",
        }


def first_in_sight(concerns, gate):
    """The gate is asked about rows that concern the reader only: its error would tell that there is another one.

    PostgreSQL otherwise tries conditions in an order of its own, those of the query before ours.
    """
    return f"CASE WHEN {concerns} THEN {gate} ELSE false END"


def policies_of(model):
    """The sentences of one table, in the order they stand in the code."""
    return [constraint for constraint in model._meta.constraints if isinstance(constraint, RowPolicy)]
