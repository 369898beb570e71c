from django.db import migrations

from schakel.access.functions import Functions


class Migration(migrations.Migration):
    dependencies = [("requests", "0001_initial"), ("cases", "0013_seats_are_counted_once")]
    operations = [Functions("requests/sight.sql")]
