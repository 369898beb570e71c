from django.db import migrations

from schakel.access.functions import Functions


class Migration(migrations.Migration):
    dependencies = [("mail", "0001_initial"), ("cases", "0011_who_was_asked"), ("network", "0012_recall_again_days")]

    operations = [Functions("mail/sight.sql")]
