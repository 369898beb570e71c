from django.db import migrations

from schakel.access.functions import Functions


class Migration(migrations.Migration):
    dependencies = [("access", "0001_functions"), ("network", "0004_triage_parameters")]

    operations = [Functions("access/sight.sql", "network/sight.sql")]
