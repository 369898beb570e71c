"""Questions for advice are small files of their own: whose they are, their words and keys."""

from django.db import migrations

from schakel.access.functions import Functions


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_what_the_approach_asks"), ("consultations", "0001_initial")]
    operations = [Functions("cases/sight.sql")]
