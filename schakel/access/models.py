"""What every table of Schakel has in common."""

from uuid import uuid4

from django.db import models

from .fields import NumberField


class Record(models.Model):
    """A row with a key of its own making: nobody can guess it, and no sequence counts along."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    class Meta:
        abstract = True


class Numbered(models.Model):
    """A row whose number the database makes: an insert does not even name the column, which nobody is granted."""

    class Meta:
        abstract = True

    def _do_insert(self, manager, using, fields, returning_fields, raw):
        named = [field for field in fields if not isinstance(field, NumberField)]
        return super()._do_insert(manager, using, named, returning_fields, raw)
