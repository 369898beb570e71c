"""The functions that row policies ask come before every table."""

from django.db import migrations

from schakel.access.functions import SCHAKEL, Functions
from schakel.access.keys import install_seal_key

FILES = ["access/sight.sql"] + sorted(
    str(path.relative_to(SCHAKEL)) for path in SCHAKEL.glob("*/sight.sql") if path.parent.name != "access"
)


class Migration(migrations.Migration):
    operations = [
        Functions(*FILES),
        migrations.RunPython(lambda apps, editor: install_seal_key(), migrations.RunPython.noop),
    ]
