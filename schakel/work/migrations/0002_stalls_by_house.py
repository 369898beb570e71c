from django.db import migrations

from schakel.access.functions import Functions


class Migration(migrations.Migration):
    dependencies = [("work", "0001_what_waits"), ("network", "0010_stall_weeks")]

    operations = [
        migrations.RunSQL("DROP FUNCTION IF EXISTS work.stalls(timestamptz, integer)", migrations.RunSQL.noop),
        Functions("work/sight.sql"),
    ]
