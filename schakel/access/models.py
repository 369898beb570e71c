"""What every table of Schakel has in common."""

from uuid import uuid4

from django.db import models


class Record(models.Model):
    """A row with a key of its own making: nobody can guess it, and no sequence counts along."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    class Meta:
        abstract = True
