"""Fields whose value is the database's, not ours."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now


class Clock(models.Func):
    """The moment of this statement, by the clock of the database."""

    function = "clock_timestamp"
    output_field = models.DateTimeField()


class Start(Now):
    """The moment at which this transaction began."""

    def as_postgresql(self, compiler, connection, **extra):
        return self.as_sql(compiler, connection, template="now()", **extra)


class MomentField(models.DateTimeField):
    """When the row was made. Whatever Python says, the database writes its own clock.

    The row policy repeats it (`made_now`), so that raw SQL cannot backdate either.
    """

    expression = Clock

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("editable", False)
        super().__init__(*args, **kwargs)

    def pre_save(self, instance, add):
        return self.expression() if add else super().pre_save(instance, add)


class StartField(MomentField):
    """From when something holds: the start of the transaction that made it, so that it holds at once."""

    expression = Start


class NewNumber(models.Func):
    """`K7ZM-4QTD`: says nothing, cannot be guessed."""

    function = "access.new_number"
    output_field = models.CharField()


class NumberField(models.CharField):
    """A number that the database makes, so that nobody can choose one and learn which exist.

    Not asked back with the insert (no row policy shows a row in the statement that makes it): refresh it.
    """

    db_returning = False

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": 9, "editable": False, "unique": True, "db_default": NewNumber()} | kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {}


def made_now(column):
    """The check that belongs to a MomentField."""
    return f"{column} BETWEEN now() AND clock_timestamp()"


class IdsField(ArrayField):
    """Ids of things that a row is about or meant for; PostgreSQL compares them as sets."""

    def __init__(self, **kwargs):
        kwargs.pop("base_field", None)
        super().__init__(models.UUIDField(), **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("base_field", None)
        return name, path, args, kwargs
