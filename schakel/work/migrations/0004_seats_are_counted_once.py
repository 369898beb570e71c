from django.db import migrations

from schakel.access.functions import Functions


class Migration(migrations.Migration):
    dependencies = [("work", "0003_held_by"), ("cases", "0013_seats_are_counted_once")]
    operations = [Functions("work/sight.sql")]
