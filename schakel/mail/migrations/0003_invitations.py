from django.db import migrations

from schakel.access.functions import Functions


class Migration(migrations.Migration):
    dependencies = [("mail", "0002_asked_again"), ("signin", "0003_link_and_code")]

    operations = [Functions("mail/sight.sql")]
