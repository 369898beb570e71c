from django.db import migrations

from schakel.access.functions import Functions


class Migration(migrations.Migration):
    initial = True
    dependencies = [("cases", "0006_what_the_approach_asks"), ("plans", "0001_initial"), ("conferences", "0001_initial")]

    operations = [Functions("cases/sight_circle.sql", "work/sight.sql")]
