from django.db import migrations

from schakel.access.functions import Functions


class Migration(migrations.Migration):
    dependencies = [("cases", "0010_ends_that_are_said"), ("network", "0012_recall_again_days")]

    operations = [Functions("cases/sight_contributions.sql")]
