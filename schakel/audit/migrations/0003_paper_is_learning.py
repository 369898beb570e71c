from django.db import migrations

from schakel.access.functions import Functions


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_triage")]

    operations = [Functions("audit/sight.sql")]
