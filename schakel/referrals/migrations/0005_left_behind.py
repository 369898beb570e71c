from django.db import migrations

from schakel.access.functions import Functions


class Migration(migrations.Migration):
    dependencies = [("referrals", "0004_ids_are_new")]

    operations = [Functions("referrals/sight.sql")]
