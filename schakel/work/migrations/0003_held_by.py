from django.db import migrations

from schakel.access.functions import Functions


class Migration(migrations.Migration):
    dependencies = [("work", "0002_stalls_by_house"), ("referrals", "0005_left_behind")]

    operations = [Functions("work/sight.sql")]
